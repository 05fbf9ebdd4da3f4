import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { inboxMessages } from "./inbox-messages.ts";

interface AwaitedCardProps {
  readonly awaited: OutputOf<"desk.inbox">["awaited"];
}

/** Enrolled units that have sent nothing for the year. */
export function AwaitedCard({ awaited }: AwaitedCardProps) {
  const say = useMessages(inboxMessages);
  return (
    <Card
      title={say("awaited.title", { count: awaited.length })}
      help={say("awaited.help")}
      id="awaited"
    >
      {awaited.length === 0 ? (
        <p>{say("awaited.none")}</p>
      ) : (
        <ul className="bureau-list">
          {awaited.map(({ unitId, unitName }) => (
            <li key={unitId}>{unitName}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
