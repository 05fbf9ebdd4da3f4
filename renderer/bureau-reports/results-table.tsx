import { Input } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { DateField } from "../widgets/date-field.tsx";
import {
  OUTCOMES,
  type ResultRow,
  tailOf,
  type TypedResult,
  type TypedResults,
  typedOf,
} from "./result-rows.ts";
import { resultsMessages } from "./results-messages.ts";

interface ResultsTableProps {
  readonly rows: readonly ResultRow[];
  readonly typed: TypedResults;
  readonly onChange: (row: ResultRow, part: Partial<TypedResult>) => void;
}

/** A row for each accepted candidacy: outcome, day and certificate, to be typed with the Tab key. */
export function ResultsTable({ rows, typed, onChange }: ResultsTableProps) {
  const say = useMessages(resultsMessages);
  const columns = [
    say("name"),
    say("tail"),
    say("question"),
    say("outcome"),
    say("on"),
    say("certificate"),
    say("told"),
  ];
  return (
    <div className="reports-scroll">
      <table className="reports-table" aria-label={say("table")}>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ResultLine
              key={row.key}
              row={row}
              typed={typedOf(row, typed)}
              onChange={(part) => onChange(row, part)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ResultLineProps {
  readonly row: ResultRow;
  readonly typed: TypedResult;
  readonly onChange: (part: Partial<TypedResult>) => void;
}

function ResultLine({ row, typed, onChange }: ResultLineProps) {
  const say = useMessages(resultsMessages);
  const { name, question, idNumber } = row;
  const words = { "": say("unknown"), passed: say("passed"), failed: say("failed") };
  return (
    <tr>
      <th scope="row" className="reports-name">
        {name}
      </th>
      <td>{tailOf(idNumber) ?? "—"}</td>
      <td>{question}</td>
      <td>
        <Choice
          label={say("outcomeOf", { name })}
          value={typed.outcome}
          options={OUTCOMES.map((value) => ({ value, label: words[value] }))}
          onChange={(outcome) => onChange({ outcome })}
        />
      </td>
      <td>
        <DateField
          label={say("onOf", { name })}
          value={typed.on}
          onChange={(on) => onChange({ on })}
        />
      </td>
      <td>
        <Input
          aria-label={say("certificateOf", { name })}
          maxLength={60}
          disabled={typed.outcome === "failed" && typed.certificate === ""}
          value={typed.certificate}
          onChange={({ target }) => onChange({ certificate: target.value })}
        />
      </td>
      <td>
        <Told row={row} />
      </td>
    </tr>
  );
}

function Told({ row: { told } }: { readonly row: ResultRow }) {
  const say = useMessages(resultsMessages);
  if (told === null) return "—";
  const { on } = told;
  return told.outcome === "passed" ? say("told.passed", { on }) : say("told.failed", { on });
}
