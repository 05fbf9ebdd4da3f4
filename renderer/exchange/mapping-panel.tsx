import { Button, Select } from "antd";
import { COLUMN_STATE_LABELS } from "../../shared/workbook/import/mapping.ts";
import { civilOf } from "../../shared/calendar/day.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { useToday } from "../widgets/today.ts";
import { HeadingRows } from "./heading-rows.tsx";
import type { ColumnView, TableView } from "./import-job.ts";
import type { ImportSession, ReportState } from "./import-session.ts";
import { columnChoice, headingChoice, tableChoice } from "./mapping-choice.ts";
import { fieldOptions } from "./mapping-options.ts";
import { importMessages } from "./messages.ts";

const NOT_USED = "";

interface MappingPanelProps {
  readonly session: ImportSession;
  readonly state: ReportState;
}

/** Which column is taken for what: proposed, with samples, and open to choice. */
export function MappingPanel({ session, state }: MappingPanelProps) {
  const { view, decisions } = state;
  const say = useMessages(importMessages);
  const columns = view.tables.flatMap((table) => table.columns);
  const used = columns.filter((column) => column.state === "used").length;
  const isTouched = Object.keys(decisions.mapping).length > 0;
  return (
    <details className="exchange-panel" open={view.problem !== null || isTouched}>
      <summary>
        {say("mapping.title")}
        <span className="exchange-note">
          {say("mapping.summary", { used, left: columns.length - used })}
        </span>
      </summary>
      <div className="exchange-line">
        <ReadAs session={session} state={state} />
        {isTouched ? (
          <Button onClick={() => void session.decide({ ...decisions, mapping: {} })}>
            {say("mapping.reset")}
          </Button>
        ) : null}
      </div>
      <RosterHeadings session={session} state={state} />
      {view.unreadSheets.length === 0 ? null : (
        <p className="exchange-note">
          {say("mapping.unread", { names: view.unreadSheets.join("、") })}
        </p>
      )}
      {view.tables.map((table) => (
        <TableColumns key={table.sheet} session={session} state={state} table={table} />
      ))}
    </details>
  );
}

/** What kind of workbook it is taken for, and which sheet of it is the roster. */
function ReadAs({ session, state }: MappingPanelProps) {
  const { view, decisions } = state;
  const say = useMessages(importMessages);
  const decide = (mapping: typeof decisions.mapping) =>
    void session.decide({ ...decisions, mapping });
  return (
    <>
      <label className="exchange-choice">
        {say("kind.label")}
        <Choice<"template" | "roster">
          label={say("kind.label")}
          value={view.kind}
          options={[
            { value: "template", label: say("kind.template") },
            { value: "roster", label: say("kind.roster") },
          ]}
          onChange={(kind) => decide({ kind })}
        />
      </label>
      {view.kind === "roster" && view.sheetNames.length > 1 ? (
        <label className="exchange-choice">
          {say("sheet")}
          <Choice<string>
            label={say("sheet")}
            value={rosterSheet(state)}
            options={view.sheetNames.map((value) => ({ value, label: value }))}
            onChange={(sheet) => decide({ kind: "roster", sheet })}
          />
        </label>
      ) : null}
    </>
  );
}

/** The sheet that is or would be the roster. */
function rosterSheet({ view, decisions }: ReportState): string {
  return view.tables[0]?.sheet ?? decisions.mapping.sheet ?? view.sheetNames[0] ?? NOT_USED;
}

function RosterHeadings({ session, state }: MappingPanelProps) {
  const { view, decisions } = state;
  const sheet = rosterSheet(state);
  const top = view.tops.find((one) => one.sheet === sheet);
  if (view.kind !== "roster" || top === undefined || top.rows.length === 0) return null;
  return (
    <div className="exchange-headings">
      <HeadingRows
        top={top}
        headingRows={view.tables[0]?.headingRows ?? null}
        onChange={(rows) => {
          const mapping = headingChoice(decisions.mapping, sheet, rows);
          void session.decide({ ...decisions, mapping });
        }}
      />
    </div>
  );
}

interface TableColumnsProps extends MappingPanelProps {
  readonly table: TableView;
}

function TableColumns({ session, state, table }: TableColumnsProps) {
  const say = useMessages(importMessages);
  const { year } = civilOf(useToday());
  const options = [
    { value: NOT_USED, label: say("mapping.notUsed") },
    ...fieldOptions(table.kind, year).map(({ key, label }) => ({ value: key, label })),
  ];
  const [first, last] = table.headingRows;
  const rows = first === last ? String(first) : `${first}–${last}`;
  const choose = (letters: string, key: string | null) => {
    const { decisions } = state;
    const columns = columnChoice(table, decisions.mapping.tables?.[table.sheet]?.columns ?? {}, {
      letters,
      key,
    });
    const mapping = tableChoice(decisions.mapping, table.sheet, columns);
    void session.decide({ ...decisions, mapping });
  };
  return (
    <div className="exchange-scroll">
      <table className="exchange-table exchange-mapping">
        <caption>{say("mapping.where", { sheet: table.sheet, rows })}</caption>
        <thead>
          <tr>
            <th scope="col">{say("mapping.column")}</th>
            <th scope="col">{say("mapping.heading")}</th>
            <th scope="col">{say("mapping.samples")}</th>
            <th scope="col">{say("mapping.use")}</th>
            <th scope="col">{say("mapping.state")}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <ColumnRow key={column.letters} column={column} options={options} onChoose={choose} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnRowProps {
  readonly column: ColumnView;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChoose: (letters: string, key: string | null) => void;
}

function ColumnRow({ column, options, onChoose }: ColumnRowProps) {
  const say = useMessages(importMessages);
  const { letters, heading, samples, key } = column;
  return (
    <tr>
      <td>{letters}</td>
      <td>{heading}</td>
      <td className="exchange-samples">{samples.join("；")}</td>
      <td>
        <Select<string>
          aria-label={`${letters} ${heading} ${say("mapping.use")}`}
          className="exchange-field"
          value={key ?? NOT_USED}
          options={options}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(value) => onChoose(letters, value === NOT_USED ? null : value)}
        />
      </td>
      <td>{COLUMN_STATE_LABELS[column.state]}</td>
    </tr>
  );
}
