import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DropZone } from "../widgets/drop-zone.tsx";
import { Loading } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { inboxMessages } from "./inbox-messages.ts";
import { packageLink } from "./links.ts";
import { type IntakeJob, type Taken, useIntake } from "./use-intake.ts";

/** Packages from a stick: larger than the card says are quarantined by the receiving itself. */
const MOST_BYTES = 64 * 1024 * 1024 * 1024;

/** Takes packages in from files, says how far it is and what came of each. */
export function IntakeCard({ onReceived }: { readonly onReceived: () => Promise<void> }) {
  const say = useMessages(inboxMessages);
  const { job, taken, take, cancel } = useIntake(onReceived);
  return (
    <Card title={say("intake.title")} help={say("intake.help")} id="intake">
      <DropZone
        label={say("intake.drop")}
        hint={say("intake.dropHint")}
        accept=".jcp"
        maxBytes={MOST_BYTES}
        multiple
        disabled={job !== null}
        onFiles={(files) => void take(files)}
      />
      {job === null ? null : <Job job={job} onCancel={cancel} />}
      <div role="status">
        {taken.length === 0 ? null : (
          <ul className="bureau-list" aria-label={say("intake.done")}>
            {taken.map((one) => (
              <li key={one.name}>
                <TakenLine one={one} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Job({ job, onCancel }: { readonly job: IntakeJob; readonly onCancel: () => void }) {
  const say = useMessages(inboxMessages);
  const { name, percent } = job;
  const label =
    percent === null ? say("intake.reading", { name }) : say("intake.copying", { name, percent });
  return <Loading label={label} onCancel={onCancel} />;
}

function TakenLine({ one }: { readonly one: Taken }) {
  const say = useMessages(inboxMessages);
  const { name } = one;
  if (one.fault !== null) {
    const label =
      one.fault === ""
        ? say("intake.cancelled")
        : say("intake.failed", { name, message: one.fault });
    return <StatusTag state="bad" label={label} />;
  }
  const { output } = one;
  if (output.code === "quarantined") {
    const { sentence } = output.quarantined;
    return <StatusTag state="bad" label={say("intake.quarantined", { name, sentence })} />;
  }
  const { unitName: unit, year, revision, packageId } = output.package;
  const label =
    output.code === "received"
      ? say("intake.received", { name, unit, year, revision })
      : say("intake.again", { name });
  return (
    <>
      <StatusTag state="good" label={label} />{" "}
      <Link to={packageLink(packageId)}>{say("intake.open")}</Link>
    </>
  );
}
