import { citedClauses } from "../../shared/policy/notice/clauses.ts";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import "./clause-text.css";

/** What a citation says, word for word, to be opened; nothing where the notice does not hold it. */
export function ClauseText({ citation }: { readonly citation: string }) {
  const say = useMessages(widgetMessages);
  const clauses = citedClauses(citation);
  if (clauses.length === 0) return null;
  return (
    <details className="clause-text no-print">
      <summary>{say("requirements.clauseText")}</summary>
      {clauses.map(({ anchor, paragraphs }) => (
        <blockquote key={anchor}>
          {paragraphs.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
        </blockquote>
      ))}
    </details>
  );
}
