import type { ReactNode } from "react";
import { useId, useMemo, useRef, useState } from "react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { nextSort, orderRows, type SortKey, type TableSort } from "./table-order.ts";
import { TableHead } from "./virtual-table-head.tsx";
import { TableRow } from "./virtual-table-row.tsx";
import { useTableKeys } from "./virtual-table-keys.ts";
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

export interface VirtualTableProps<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
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
const OVERSCAN = 8;

/** A table of plain elements that draws only the rows in sight; smooth with 100,000 rows. */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { rows, columns, rowKey, onOpen, selection, label, rowClass } = props;
  const { stickyColumns = 0, rowHeight = ROW_HEIGHT, height } = props;
  const say = useMessages(widgetMessages);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownSort, setOwnSort] = useState<TableSort | null>(props.sort ?? null);
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null);
  const ordered = useOrdered(rows, columns, sort);
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: rowHeight,
    useFlushSync: false,
  });
  const keys = useTableKeys({ rows: ordered, rowKey, onOpen, selection, virtualizer });
  const layout = useMemo(() => layOut(columns, selection !== undefined), [columns, selection]);
  const active = keys.active === null ? undefined : `${id}-${keys.active}`;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={ordered.length + 1}
      aria-colcount={layout.offsets.length}
      aria-multiselectable={selection === undefined ? undefined : true}
      aria-activedescendant={active}
      tabIndex={0}
      className={`vtable ${height === undefined ? "vtable-fill" : ""}`}
      style={height === undefined ? undefined : { height }}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onClick={keys.onClick}
    >
      <div className="vtable-canvas" style={{ minWidth: layout.width }}>
        <TableHead
          columns={columns}
          layout={layout}
          stickyColumns={stickyColumns}
          sort={sort}
          rowHeight={rowHeight}
          isAllSelected={selection !== undefined && keys.isAllSelected}
          onSelectAll={selection === undefined ? null : keys.selectAll}
          onSort={(columnId) => (props.onSort ?? setOwnSort)(nextSort(sort, columnId))}
        />
        {ordered.length === 0 ? (
          <div role="row" className="vtable-empty">
            <div role="gridcell">{props.emptyText ?? say("table.empty")}</div>
          </div>
        ) : null}
        <div role="rowgroup" className="vtable-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = ordered[index];
            if (row === undefined) return null;
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                id={`${id}-${index}`}
                row={row}
                index={index}
                start={start}
                rowHeight={rowHeight}
                columns={columns}
                layout={layout}
                stickyColumns={stickyColumns}
                isActive={keys.active === index}
                isSelected={selection?.selected.has(key) ?? null}
                isSelectable={selection?.canSelect?.(key) ?? true}
                className={rowClass?.(row)}
                isOpenable={onOpen !== undefined}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

export interface TableLayout {
  readonly template: string;
  readonly width: string;
  /** Where each column begins, as a CSS length; with the box of the selection first. */
  readonly offsets: readonly string[];
}

const SELECT_WIDTH = 40;
const FONT = 14;

function layOut<Row>(columns: readonly TableColumn<Row>[], hasSelection: boolean): TableLayout {
  const widths = [
    ...(hasSelection ? [SELECT_WIDTH] : []),
    ...columns.map(({ width }) => width),
  ].map((width) => width / FONT);
  const offsets: string[] = [];
  let sum = 0;
  for (const width of widths) {
    offsets.push(`${sum}em`);
    sum += width;
  }
  const fixed = widths.slice(0, -1).map((width) => `${width}em`);
  const last = `minmax(${widths.at(-1) ?? 1}em, 1fr)`;
  return { template: [...fixed, last].join(" "), width: `${sum}em`, offsets };
}

function useOrdered<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const sortKey = columns.find(({ id }) => id === sort?.columnId)?.sortKey;
  const direction = sort?.direction ?? "ascending";
  return useMemo(
    () => (sortKey === undefined ? rows : orderRows(rows, sortKey, direction)),
    [rows, sortKey, direction],
  );
}
