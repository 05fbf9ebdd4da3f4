import type { RowData } from "@tanstack/react-table";
import { useMessages } from "../i18n/messages.ts";
import { HelpTip } from "./help-tip.tsx";
import { widgetMessages } from "./messages.ts";
import type { TableModel } from "./virtual-table-model.ts";

interface TableHeadProps<Row extends RowData> {
  readonly model: TableModel<Row>;
  readonly rowHeight: number;
  readonly onSelectAll: () => void;
}

const ORDERS = { asc: "ascending", desc: "descending" } as const;
const ARROWS = { asc: "▲", desc: "▼" } as const;

/** The head of a virtual table, which stays in sight. */
export function TableHead<Row extends RowData>({
  model,
  rowHeight,
  onSelectAll,
}: TableHeadProps<Row>) {
  const say = useMessages(widgetMessages);
  return (
    <div role="rowgroup" className="vtable-head-group">
      <div
        role="row"
        aria-rowindex={1}
        className="vtable-head"
        style={{ gridTemplateColumns: model.template, minHeight: rowHeight }}
      >
        {model.places.map(({ id, leaf, column, className, style }) => {
          if (column === null) {
            return (
              <div key={id} role="columnheader" className={className} style={style}>
                <input
                  type="checkbox"
                  aria-label={say("table.selectAll")}
                  checked={model.table.getIsAllPageRowsSelected()}
                  onChange={onSelectAll}
                />
              </div>
            );
          }
          const sorted = leaf.getIsSorted();
          return (
            <div
              key={id}
              role="columnheader"
              aria-sort={sorted === false ? undefined : ORDERS[sorted]}
              className={`${className} ${column.below === undefined ? "" : "vtable-stack"}`}
              style={style}
            >
              {leaf.getCanSort() ? (
                <button
                  type="button"
                  className="vtable-sort"
                  title={say("table.sort", { title: column.title })}
                  onClick={() => leaf.toggleSorting()}
                >
                  {column.head ?? column.title}
                  <span aria-hidden="true" className="vtable-arrow">
                    {sorted === false ? "↕" : ARROWS[sorted]}
                  </span>
                </button>
              ) : (
                (column.head ?? column.title)
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
