import { formatBeijing } from "../../shared/calendar/instant.ts";
import type { CheckItem, Sample } from "../../shared/bureau/sample.ts";
import { useMessages } from "../i18n/messages.ts";

import { samplesMessages } from "./samples-messages.ts";

/** The checklists on paper, one to a page, with room to write. */
export function SamplePaper({ sample }: { readonly sample: Sample }) {
  const say = useMessages(samplesMessages);
  const { members, seed, drawnAt } = sample;
  return (
    <div className="print-only">
      {members.map(({ packageId, key, unitName: unit, name, question, items }, index) => (
        <article key={`${packageId} ${key}`} className="reports-paper">
          <h2>{say("paper")}</h2>
          <p>{say("paper.who", { unit, name, question })}</p>
          <p>
            {say("paper.seed", {
              at: formatBeijing(drawnAt),
              seed,
              place: index + 1,
              count: members.length,
            })}
          </p>
          <ItemTable items={items} />
          <p className="reports-signature">{say("paper.sign")}</p>
        </article>
      ))}
    </div>
  );
}

function ItemTable({ items }: { readonly items: readonly CheckItem[] }) {
  const say = useMessages(samplesMessages);
  const wordAnswer = (isMet: boolean | null) => {
    if (isMet === null) return `□ ${say("met")}　□ ${say("notMet")}`;
    return isMet ? say("met") : say("notMet");
  };
  return (
    <table className="reports-table">
      <thead>
        <tr>
          <th scope="col">{say("item")}</th>
          <th scope="col">{say("answer")}</th>
          <th scope="col">{say("note")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ code, text, isMet, note }) => (
          <tr key={`${code} ${text}`}>
            <th scope="row">{text}</th>
            <td className="reports-answer">{wordAnswer(isMet)}</td>
            <td className="reports-room">{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
