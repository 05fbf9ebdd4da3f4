import { useEffect, useState } from "react";
import { Link } from "react-router";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { PRODUCT } from "../../shared/product.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { usePack } from "../widgets/pack.ts";
import { settingsMessages } from "./messages.ts";

/** What this program is, under which licence, and what it does not do. */
export function AboutSection() {
  const say = useMessages(settingsMessages);
  const bridge = useBridge();
  const pack = usePack();
  const [info, setInfo] = useState<OutputOf<"app.info"> | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void bridge.call("app.info", {}).then((answer) => {
      if (isCurrent && answer.ok) setInfo(answer.output);
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge]);
  const platform = info?.platform ?? "";
  return (
    <Card title={say("about.title")}>
      <dl className="settings-facts">
        <dt>{say("about.version")}</dt>
        <dd>
          {PRODUCT.name} {PRODUCT.version}
        </dd>
        <dt>{say("about.platform")}</dt>
        <dd>
          {info?.host === "electron"
            ? say("about.electron", { platform })
            : say("about.loopback", { platform })}
        </dd>
        <dt>{say("about.pack")}</dt>
        <dd>
          <Link to="/policy">{pack.title}</Link>
        </dd>
        <dt>{say("about.licence")}</dt>
        <dd>{say("about.licenceText")}</dd>
        <dt>{say("about.limits")}</dt>
        <dd>
          <ul className="settings-limits">
            <li>{say("about.limit1")}</li>
            <li>{say("about.limit2")}</li>
            <li>{say("about.limit3")}</li>
            <li>{say("about.limit4")}</li>
          </ul>
        </dd>
      </dl>
    </Card>
  );
}
