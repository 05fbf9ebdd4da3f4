import { memo } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import type { TableColumn, TableLayout } from "./virtual-table.tsx";

interface TableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly rowHeight: number;
  readonly columns: readonly TableColumn<Row>[];
  readonly layout: TableLayout;
  readonly stickyColumns: number;
  readonly isActive: boolean;
  /** Null where nothing can be selected. */
  readonly isSelected: boolean | null;
  readonly isSelectable: boolean;
  readonly className: string | undefined;
  readonly isOpenable: boolean;
}

/** One row in sight. Keyboard and mouse are the grid's, so that a row is drawn again only when it changes. */
function PlainRow<Row>(props: TableRowProps<Row>) {
  const { row, index, columns, layout, stickyColumns, isActive, isSelected } = props;
  const say = useMessages(widgetMessages);
  const shift = isSelected === null ? 0 : 1;
  const classes = [
    "vtable-row",
    isActive ? "vtable-active" : "",
    isSelected === true ? "vtable-selected" : "",
    props.isOpenable ? "vtable-openable" : "",
    props.className ?? "",
  ];
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ?? undefined}
      className={classes.filter((name) => name !== "").join(" ")}
      style={{
        gridTemplateColumns: layout.template,
        height: props.rowHeight,
        transform: `translateY(${props.start}px)`,
      }}
      data-index={index}
    >
      {isSelected === null ? null : (
        <div role="gridcell" className="vtable-cell vtable-sticky" style={{ left: 0 }}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={say("table.select")}
            checked={isSelected}
            disabled={!props.isSelectable}
            readOnly
            data-select
          />
        </div>
      )}
      {columns.map((column, place) => (
        <div
          key={column.id}
          role="gridcell"
          className={`vtable-cell vtable-${column.align ?? "left"} ${place < stickyColumns ? "vtable-sticky" : ""}`}
          style={place < stickyColumns ? { left: layout.offsets[place + shift] } : undefined}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  );
}

/** A row that scrolling alone does not draw again. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
