import { PATHWAY_LABELS } from "../../shared/policy/pathway-names.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import { LINE_LABELS, TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { DecisionTag } from "./decision-tag.tsx";
import { DECISION_KEYS } from "./decision-words.ts";
import {
  type DecisionCounts,
  distance,
  MATRIX_COLUMNS,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
} from "./matrix.ts";
import { DECISIONS } from "./matrix-filter.ts";
import { eligibilityMessages } from "./messages.ts";
import { sayColumn } from "./say-column.ts";

const NAME_WIDTH = 110;
const TITLE_WIDTH = 120;
const COLUMN_WIDTH = 156;
const SIGNS = { eligible: "✓", undetermined: "?", ineligible: "✕" } as const;

export interface MatrixActions {
  readonly onCell: (personId: string, columnId: string) => void;
  readonly onCount: (columnId: string, state: Decision) => void;
  /** Cells that stand out because they are what a filter asks for. */
  readonly isAsked: (columnId: string, cell: MatrixCell) => boolean;
}

/** The columns of the matrix: the name, the title held, and every pathway that concerns somebody. */
export function matrixTableColumns(
  counts: ReadonlyMap<string, DecisionCounts>,
  words: { readonly name: string; readonly titleName: string },
  actions: MatrixActions,
): readonly TableColumn<MatrixRow>[] {
  const pathways = MATRIX_COLUMNS.flatMap((column): readonly TableColumn<MatrixRow>[] => {
    const own = counts.get(column.id);
    if (own === undefined) return [];
    return [
      {
        id: column.id,
        title: sayColumn(column),
        width: COLUMN_WIDTH,
        head: <ColumnHead column={column} />,
        below: <ColumnCounts column={column} counts={own} onCount={actions.onCount} />,
        render: (row) => <Cell row={row} column={column} actions={actions} />,
        sortKey: ({ cells }) => {
          const cell = cells[column.id];
          return cell === undefined ? null : distance(cell.first);
        },
      },
    ];
  });
  return [
    {
      id: "name",
      title: words.name,
      width: NAME_WIDTH,
      render: ({ name }) => <span className="elig-name">{name}</span>,
      sortKey: ({ nameRank }) => nameRank,
    },
    {
      id: "titleName",
      title: words.titleName,
      width: TITLE_WIDTH,
      render: ({ titleName }) => titleName ?? "—",
      sortKey: ({ titleName }) => titleName,
    },
    ...pathways,
  ];
}

function ColumnHead({ column: { pathway, line } }: { readonly column: MatrixColumn }) {
  return (
    <span className="elig-column-head">
      {PATHWAY_LABELS[pathway]}
      {line === null ? null : <small>{LINE_LABELS[line]}</small>}
    </span>
  );
}

function ColumnCounts({
  column,
  counts,
  onCount,
}: {
  readonly column: MatrixColumn;
  readonly counts: DecisionCounts;
  readonly onCount: MatrixActions["onCount"];
}) {
  const say = useMessages(eligibilityMessages);
  return (
    <span className="elig-counts">
      {DECISIONS.map((state) => {
        const label = say("table.counts", {
          column: sayColumn(column),
          decision: say(DECISION_KEYS[state]),
          count: counts[state],
        });
        return (
          <button
            key={state}
            type="button"
            className={`elig-count elig-count-${state}`}
            title={label}
            aria-label={label}
            onClick={() => onCount(column.id, state)}
          >
            <span aria-hidden="true">{SIGNS[state]}</span>
            {counts[state]}
          </button>
        );
      })}
    </span>
  );
}

function Cell({
  row,
  column,
  actions: { onCell, isAsked },
}: {
  readonly row: MatrixRow;
  readonly column: MatrixColumn;
  readonly actions: MatrixActions;
}) {
  const say = useMessages(eligibilityMessages);
  const cell = row.cells[column.id];
  if (row.isPending) return <span className="elig-dim">{say("table.working")}</span>;
  if (cell === undefined) {
    return (
      <span className="elig-dim" title={say("table.notAsked")}>
        —
      </span>
    );
  }
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`elig-cell ${isAsked(column.id, cell) ? "elig-cell-asked" : ""}`}
      onClick={() => onCell(row.personId, column.id)}
    >
      <span className="visually-hidden">
        {say("table.open", { name: row.name, column: sayColumn(column) })}
      </span>
      <DecisionTag assessment={cell.first} />
      <small>
        <CellNote cell={cell} />
      </small>
    </button>
  );
}

/** The level, and the day or what else is worth a second line. */
function CellNote({ cell: { first, all } }: { readonly cell: MatrixCell }) {
  const say = useMessages(eligibilityMessages);
  const parts = [
    first.level === null ? null : TITLE_LEVEL_LABELS[first.level],
    first.eligibleOn,
    first.eligibleOn === null && all.length > 1 ? say("table.levels", { count: all.length }) : null,
    all.some(({ sensitive }) => sensitive !== undefined) && first.eligibleOn === null
      ? say("table.sensitive")
      : null,
  ];
  return parts.filter((part) => part !== null).join(" ");
}
