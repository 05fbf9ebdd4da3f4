import { Link } from "react-router";
import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { packageLink } from "./links.ts";
import { packageMessages } from "./package-messages.ts";

type Check = DeskPackage["checkList"][number];

/** What was found, with the way to each place that it is about. */
export function CheckLine({ check }: { readonly check: Check }) {
  const say = useMessages(packageMessages);
  const { weight, text, places } = check;
  return (
    <>
      {weight === "conflict" ? (
        <StatusTag state="bad" label={say("checks.conflict")} />
      ) : (
        <StatusTag state="warn" label={say("checks.notice")} />
      )}{" "}
      {text}
      <div>
        {places.map(({ packageId, unitName, name, key }) => (
          <span key={`${packageId} ${key ?? ""} ${name ?? ""}`}>
            <Link to={packageLink(packageId, key)}>
              {say("checks.open", { unit: unitName, name: name ?? "" })}
            </Link>{" "}
          </span>
        ))}
      </div>
    </>
  );
}
