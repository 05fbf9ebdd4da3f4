import type { RowData } from "@tanstack/react-table";
import { Fragment, memo, type ReactNode } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import type { TablePlace } from "./virtual-table-model.ts";

interface TableRowProps<Row extends RowData> {
  readonly id: string;
  readonly rowId: string;
  readonly row: Row;
  readonly index: number;
  readonly start: number;
  readonly rowHeight: number;
  readonly places: readonly TablePlace<Row>[];
  readonly template: string;
  readonly isActive: boolean;
  /** Null where nothing can be selected. */
  readonly isSelected: boolean | null;
  readonly isSelectable: boolean;
  readonly className: string | undefined;
  readonly isOpenable: boolean;
}

/** One row in sight. Keyboard and mouse are the grid's, so that a row is drawn again only when it changes. */
function PlainRow<Row extends RowData>(props: TableRowProps<Row>) {
  const { row, rowId, index, isActive, isSelected } = props;
  const say = useMessages(widgetMessages);
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
        gridTemplateColumns: props.template,
        height: props.rowHeight,
        transform: `translateY(${props.start}px)`,
      }}
      data-index={index}
    >
      {props.places.map(({ id, column, className, style }) => (
        <div key={id} role="gridcell" className={className} style={style}>
          {column === null ? (
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={say("table.select")}
              checked={isSelected === true}
              disabled={!props.isSelectable}
              readOnly
              data-select
            />
          ) : (
            contentOf(column.render(row), rowId)
          )}
        </div>
      ))}
    </div>
  );
}

/** Rows are reused for others while scrolling: text may stay and change, all else begins anew with its row. */
function contentOf(content: ReactNode, rowId: string): ReactNode {
  return typeof content === "object" ? <Fragment key={rowId}>{content}</Fragment> : content;
}

/** A row that scrolling alone does not draw again. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
