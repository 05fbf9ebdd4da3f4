import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { Round } from "../../shared/recommendation/round.ts";
import { labelStep, ROUND_STATE_LABELS } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { roundMessages } from "./messages.ts";

/** 办理记录: who took which step and when, the latest first. */
export function LogCard({ round }: { readonly round: Round }) {
  const say = useMessages(roundMessages);
  return (
    <Card title={say("log")}>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("log.at")}</th>
              <th scope="col">{say("log.step")}</th>
              <th scope="col">{say("log.to")}</th>
              <th scope="col">{say("log.by")}</th>
              <th scope="col">{say("log.note")}</th>
            </tr>
          </thead>
          <tbody>
            {round.steps.toReversed().map(({ step, to, at, by, note }) => (
              <tr key={`${at} ${step} ${to}`}>
                <td>{formatBeijing(at)}</td>
                <td>{labelStep(step)}</td>
                <td>{ROUND_STATE_LABELS[to]}</td>
                <td>{by}</td>
                <td>{note ?? "—"}</td>
              </tr>
            ))}
            <tr>
              <td>{formatBeijing(round.openedAt)}</td>
              <td>{say("log.opened")}</td>
              <td>{ROUND_STATE_LABELS.preparing}</td>
              <td>{round.openedBy}</td>
              <td>—</td>
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}
