import { useDeferredValue, useMemo } from "react";
import type { Cycle } from "../../shared/policy/cycle.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { useQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { countColumns, matrixRows } from "./matrix.ts";
import { matrixTableColumns } from "./matrix-columns.tsx";
import {
  asksAnswers,
  filterRows,
  isCellAsked,
  narrowRows,
  readFilter,
  writeFilter,
} from "./matrix-filter.ts";
import { eligibilityMessages } from "./messages.ts";
import { ReasonsPanel } from "./reasons-panel.tsx";
import "./eligibility.css";

const ROW_HEIGHT = 52;
const selectRows = ({ rows }: StoreState) => rows;
const selectAssessed = ({ assessed }: StoreState) => assessed;

/** The matrix of people and pathways with its filters and the grounds of the cell that was pressed. */
export function MatrixView({ cycle }: { readonly cycle: Cycle }) {
  const say = useMessages(eligibilityMessages);
  const roster = useStoreState(selectRows);
  const assessed = useStoreState(selectAssessed);
  const [query, changeQuery] = useQuery();
  const filter = useMemo(() => readFilter(query), [query]);
  const asked = useDeferredValue(filter);
  const rows = useMemo(() => matrixRows(roster, assessed.answers), [roster, assessed.answers]);
  const counts = useMemo(() => countColumns(narrowRows(rows, asked)), [rows, asked]);
  const known = useMemo(() => new Set(countColumns(rows).keys()), [rows]);
  const shown = useMemo(() => filterRows(rows, asked, cycle), [rows, asked, cycle]);
  const open = rows.find(({ personId }) => personId === query.get("person"));

  const put = (changes: Readonly<Record<string, string | null>>) => {
    changeQuery(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changes)) {
          if (value === null) next.delete(key);
          else next.set(key, value);
        }
        return next;
      },
      { replace: true },
    );
  };
  const columns = matrixTableColumns(
    counts,
    { name: say("table.name"), titleName: say("table.titleName") },
    {
      onCell: (person, at) => put({ person, at }),
      onCount: (column, state) =>
        changeQuery((before) => writeFilter({ ...readFilter(before), column, state }, before)),
      isAsked: (id, cell) => asksAnswers(asked) && isCellAsked(id, cell, asked, cycle),
    },
  );
  return (
    <>
      <FilterBar
        filter={filter}
        onChange={(next) => changeQuery((before) => writeFilter(next, before), { replace: true })}
        columns={known}
        shown={shown.length}
        all={rows.length}
      />
      {assessed.pending > 0 ? (
        <p className="elig-pending" role="status">
          {say("pending", { count: assessed.pending })}
        </p>
      ) : null}
      <div className={`elig-matrix ${open === undefined ? "" : "elig-matrix-open"}`}>
        <VirtualTable
          rows={shown}
          columns={columns}
          rowKey={({ personId }) => personId}
          onOpen={({ personId }) => put({ person: personId, at: null })}
          stickyColumns={1}
          rowHeight={ROW_HEIGHT}
          label={say("table.label")}
          emptyText={say("filter.nobody")}
        />
        {open === undefined ? null : (
          <ReasonsPanel
            row={open}
            columnId={query.get("at")}
            onColumn={(at) => put({ at })}
            onClose={() => put({ person: null, at: null })}
          />
        )}
      </div>
    </>
  );
}
