import { Button } from "antd";
import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { STATE_LABELS } from "../widgets/safety.ts";
import { SAFETY_MESSAGES } from "../widgets/safety-messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import type { HealthLine, HealthPart } from "./health-lines.ts";
import { healthMessages } from "./messages.ts";

const NAMES = {
  database: "part.database",
  journal: "part.journal",
  backup: "part.backup",
  keys: "part.keys",
  disk: "part.disk",
  quota: "part.quota",
  persistence: "part.persistence",
  clock: "part.clock",
} as const satisfies Record<HealthPart, string>;

interface HealthTableProps {
  readonly lines: readonly HealthLine[];
  readonly onRebuild: () => void;
  readonly onPersist: () => void;
}

/** Each part with its state, one sentence, and what can be done. */
export function HealthTable({ lines, onRebuild, onPersist }: HealthTableProps) {
  const say = useMessages(healthMessages);
  const saySafety = useMessages(SAFETY_MESSAGES);
  const actionOf = ({ part, state }: HealthLine) => {
    if (part === "database" || (part === "journal" && state === "bad")) {
      return (
        <Button size="small" onClick={onRebuild}>
          {say("do.rebuild")}
        </Button>
      );
    }
    if (part === "keys" && state !== "good") {
      return <Link to="/settings#keys">{say("do.rehearse")}</Link>;
    }
    if (part === "persistence" && state !== "good") {
      return (
        <Button size="small" onClick={onPersist}>
          {say("do.persist")}
        </Button>
      );
    }
    return null;
  };
  return (
    <div className="health-scroll">
      <table className="health-table" aria-label={say("title")}>
        <thead>
          <tr>
            <th scope="col">{say("part")}</th>
            <th scope="col">{say("state")}</th>
            <th scope="col">{say("finding")}</th>
            <th scope="col">{say("action")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.part}>
              <th scope="row">{say(NAMES[line.part])}</th>
              <td>
                <StatusTag state={line.state} label={saySafety(STATE_LABELS[line.state])} />
              </td>
              <td>
                {saySafety(line.sentence, line.params)}
                {line.at === null ? null : (
                  <span className="health-at">{say("at", { at: line.at })}</span>
                )}
              </td>
              <td>{actionOf(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
