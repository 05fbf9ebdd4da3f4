import type { RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { useId, useRef } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import type { SortKey, TableSort } from "./table-order.ts";
import { TableBody, type TableBodyHandle } from "./virtual-table-body.tsx";
import { TableHead } from "./virtual-table-head.tsx";
import { useTableKeys } from "./virtual-table-keys.ts";
import { useTableModel } from "./virtual-table-model.ts";
import "./virtual-table.css";

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** Pixels at a font of 14 px; it grows with the text. */
  readonly width: number;
  readonly align?: "left" | "right" | "center";
  readonly render: (row: Row) => ReactNode;
  /** Makes the column sortable. */
  readonly sortKey?: (row: Row) => SortKey;
  /** What the head shows in place of the title. */
  readonly head?: ReactNode;
  /** Stands under the title, outside the button that sorts. */
  readonly below?: ReactNode;
  readonly help?: string;
}

export interface TableSelection {
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** Rows that cannot be selected; absent: all can. */
  readonly canSelect?: (key: string) => boolean;
  /** 全选 leaves rows that a filter hides as they are. */
  readonly keepsHidden?: boolean;
}

export interface VirtualTableProps<Row extends RowData> {
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  /** The columns that are seen, by id in their order; absent: all. */
  readonly shown?: readonly string[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly selection?: TableSelection;
  /** The order at first, or, with `onSort`, the order. */
  readonly sort?: TableSort | null;
  readonly onSort?: (sort: TableSort) => void;
  /** So many columns from the left stay in sight. */
  readonly stickyColumns?: number;
  readonly emptyText?: string;
  /** Pixels or a CSS length; absent: fills what is left of the page. */
  readonly height?: number | string;
  readonly rowHeight?: number;
  /** What the table is, for readers of the screen. */
  readonly label?: string;
  readonly rowClass?: (row: Row) => string | undefined;
}

const ROW_HEIGHT = 36;

/** A table of plain elements that draws only the rows in sight; smooth with 100,000 rows. */
export function VirtualTable<Row extends RowData>(props: VirtualTableProps<Row>) {
  const { onOpen, selection, label, rowHeight = ROW_HEIGHT, height } = props;
  const say = useMessages(widgetMessages);
  const id = useId();
  const body = useRef<TableBodyHandle>(null);
  const model = useTableModel(props);
  const canSelectRows = selection !== undefined;
  const keys = useTableKeys({
    table: model.table,
    onOpen,
    canSelectRows,
    keepsHidden: selection?.keepsHidden ?? false,
    showRow: (index) => body.current?.showRow(index),
  });
  const count = model.table.getRowModel().rows.length;
  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={model.places.length}
      aria-multiselectable={canSelectRows ? true : undefined}
      aria-activedescendant={keys.active === null ? undefined : `${id}-${keys.active}`}
      tabIndex={0}
      className={`vtable ${height === undefined ? "vtable-fill" : ""}`}
      style={height === undefined ? undefined : { height }}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={keys.onClick}
    >
      <div className="vtable-canvas" style={{ minWidth: model.width }}>
        <TableHead model={model} rowHeight={rowHeight} onSelectAll={keys.selectAll} />
        {count === 0 ? (
          <div role="row" className="vtable-empty">
            <div role="gridcell">{props.emptyText ?? say("table.empty")}</div>
          </div>
        ) : null}
        <TableBody
          id={id}
          model={model}
          rowHeight={rowHeight}
          active={keys.active}
          canSelectRows={canSelectRows}
          isOpenable={onOpen !== undefined}
          rowClass={props.rowClass}
          handle={body}
        />
      </div>
    </div>
  );
}
