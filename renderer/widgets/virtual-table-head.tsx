import { useMessages } from "../i18n/messages.ts";
import { HelpTip } from "./help-tip.tsx";
import { widgetMessages } from "./messages.ts";
import type { TableSort } from "./table-order.ts";
import type { TableColumn, TableLayout } from "./virtual-table.tsx";

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly layout: TableLayout;
  readonly stickyColumns: number;
  readonly sort: TableSort | null;
  readonly rowHeight: number;
  readonly isAllSelected: boolean;
  /** Null where nothing can be selected. */
  readonly onSelectAll: (() => void) | null;
  readonly onSort: (columnId: string) => void;
}

/** The head of a virtual table, which stays in sight. */
export function TableHead<Row>(props: TableHeadProps<Row>) {
  const { columns, layout, stickyColumns, sort, onSelectAll, onSort } = props;
  const say = useMessages(widgetMessages);
  const shift = onSelectAll === null ? 0 : 1;
  return (
    <div role="rowgroup" className="vtable-head-group">
      <div
        role="row"
        aria-rowindex={1}
        className="vtable-head"
        style={{ gridTemplateColumns: layout.template, minHeight: props.rowHeight }}
      >
        {onSelectAll === null ? null : (
          <div role="columnheader" className="vtable-cell vtable-sticky" style={{ left: 0 }}>
            <input
              type="checkbox"
              aria-label={say("table.selectAll")}
              checked={props.isAllSelected}
              onChange={onSelectAll}
            />
          </div>
        )}
        {columns.map((column, index) => {
          const isSorted = sort?.columnId === column.id;
          const isSticky = index < stickyColumns;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={isSorted ? sort.direction : undefined}
              className={`vtable-cell vtable-${column.align ?? "left"} ${isSticky ? "vtable-sticky" : ""} ${column.below === undefined ? "" : "vtable-stack"}`}
              style={isSticky ? { left: layout.offsets[index + shift] } : undefined}
            >
              {column.sortKey === undefined ? (
                (column.head ?? column.title)
              ) : (
                <button
                  type="button"
                  className="vtable-sort"
                  title={say("table.sort", { title: column.title })}
                  onClick={() => onSort(column.id)}
                >
                  {column.head ?? column.title}
                  <span aria-hidden="true" className="vtable-arrow">
                    {isSorted ? (sort.direction === "ascending" ? "▲" : "▼") : "↕"}
                  </span>
                </button>
              )}
              {column.help === undefined ? null : <HelpTip text={column.help} />}
              {column.below === undefined ? null : (
                <div className="vtable-below">{column.below}</div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
