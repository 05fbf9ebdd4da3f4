import type {
  Column,
  ColumnDef,
  ReactTable,
  RowData,
  RowSelectionState,
} from "@tanstack/react-table";
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  functionalUpdate,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { orderRows, type TableSort } from "./table-order.ts";
import type { TableColumn, VirtualTableProps } from "./virtual-table-props.ts";

const FEATURES = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
});
type Features = typeof FEATURES;

export type Table<Row extends RowData> = ReactTable<Features, Row>;

/** A column where it stands, worked out once for all rows. */
export interface TablePlace<Row extends RowData> {
  readonly id: string;
  readonly leaf: Column<Features, Row>;
  /** Null: the box that selects. */
  readonly column: TableColumn<Row> | null;
  readonly className: string;
  readonly style: { readonly left: string } | undefined;
}

export interface TableModel<Row extends RowData> {
  readonly table: Table<Row>;
  readonly places: readonly TablePlace<Row>[];
  /** The columns of the grid, and how wide they are together: CSS lengths that grow with the text. */
  readonly template: string;
  readonly width: string;
}

const SELECT = "vtable-select";
const SELECT_WIDTH = 40;
const FONT = 14;
const NONE: ReadonlySet<string> = new Set();

/** The rows and columns of a table as TanStack Table keeps them: order, visibility, pinning, sorting, selection. */
export function useTableModel<Row extends RowData>(props: VirtualTableProps<Row>): TableModel<Row> {
  const { rows, columns, selection, shown } = props;
  const canSelectRows = selection !== undefined;
  const [ownSort, setOwnSort] = useState<TableSort | null>(props.sort ?? null);
  const sort = props.onSort === undefined ? ownSort : (props.sort ?? null);
  const state = {
    ...useColumnState(columns, shown, canSelectRows, props.stickyColumns ?? 0),
    sorting: useMemo(
      () => (sort === null ? [] : [{ id: sort.columnId, desc: sort.direction === "descending" }]),
      [sort],
    ),
    rowSelection: useRowSelection(selection?.selected ?? NONE),
  };
  const canSelect = selection?.canSelect;
  const table = useTable<Features, Row>({
    features: FEATURES,
    columns: useMemo(() => columnDefs(columns, canSelectRows), [columns, canSelectRows]),
    data: useOrdered(rows, columns, shown, sort),
    getRowId: props.rowKey,
    state,
    // The order comes from ranks: sorted inside the table, texts would go through the collator each time.
    manualSorting: true,
    enableMultiSort: false,
    enableSortingRemoval: false,
    sortDescFirst: false,
    onSortingChange: (updater) => {
      const [first] = functionalUpdate(updater, state.sorting);
      if (first === undefined) return;
      const direction = first.desc ? "descending" : "ascending";
      (props.onSort ?? setOwnSort)({ columnId: first.id, direction });
    },
    enableRowSelection: useMemo(
      () =>
        canSelect === undefined
          ? canSelectRows
          : ({ id }: { readonly id: string }) => canSelect(id),
      [canSelect, canSelectRows],
    ),
    onRowSelectionChange: (updater) =>
      selection?.onChange(new Set(Object.keys(functionalUpdate(updater, state.rowSelection)))),
  });
  const leaves = table.getVisibleLeafColumns();
  const layout = useMemo(
    () => layOut(leaves, columns, state.columnPinning.start),
    [leaves, columns, state.columnPinning],
  );
  return { table, ...layout };
}

/** Which columns are seen, in which order, and which stay in sight. */
function useColumnState<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
  shown: readonly string[] | undefined,
  canSelectRows: boolean,
  stickyColumns: number,
) {
  return useMemo(() => {
    const ids = columns.map(({ id }) => id);
    const order = shown ?? ids;
    const box = canSelectRows ? [SELECT] : [];
    return {
      columnOrder: [...box, ...order],
      columnVisibility: Object.fromEntries(
        ids.filter((id) => !order.includes(id)).map((id) => [id, false]),
      ),
      columnPinning: { start: [...box, ...order.slice(0, stickyColumns)], end: [] },
    };
  }, [columns, shown, canSelectRows, stickyColumns]);
}

function useRowSelection(selected: ReadonlySet<string>): RowSelectionState {
  return useMemo(
    () => Object.fromEntries(Array.from(selected, (key) => [key, true] as const)),
    [selected],
  );
}

function columnDefs<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
  canSelectRows: boolean,
): ColumnDef<Features, Row>[] {
  const box: ColumnDef<Features, Row> = { id: SELECT, size: SELECT_WIDTH, enableSorting: false };
  const defs = columns.map(({ id, title, width, sortKey }): ColumnDef<Features, Row> => {
    const def = { id, header: title, size: width };
    return sortKey === undefined
      ? { ...def, enableSorting: false }
      : { ...def, accessorFn: sortKey };
  });
  return canSelectRows ? [box, ...defs] : defs;
}

function layOut<Row extends RowData>(
  leaves: readonly Column<Features, Row>[],
  columns: readonly TableColumn<Row>[],
  pinned: readonly string[],
): Pick<TableModel<Row>, "places" | "template" | "width"> {
  const columnOf = new Map(columns.map((column) => [column.id, column]));
  const widths = leaves.map((leaf) => leaf.getSize() / FONT);
  const fixed = widths.slice(0, -1).map((width) => `${width}em`);
  const last = `minmax(${widths.at(-1) ?? 1}em, 1fr)`;
  return {
    places: leaves.map((leaf) => {
      const column = columnOf.get(leaf.id) ?? null;
      const isPinned = pinned.includes(leaf.id);
      return {
        id: leaf.id,
        leaf,
        column,
        className: `vtable-cell vtable-${column?.align ?? "left"}${isPinned ? " vtable-sticky" : ""}`,
        style: isPinned ? { left: `${leaf.getStart("start") / FONT}em` } : undefined,
      };
    }),
    template: [...fixed, last].join(" "),
    width: `${widths.reduce((sum, width) => sum + width, 0)}em`,
  };
}

function useOrdered<Row extends RowData>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  shown: readonly string[] | undefined,
  sort: TableSort | null,
): readonly Row[] {
  const column = columns.find(({ id }) => id === sort?.columnId);
  const isSeen = column !== undefined && (shown?.includes(column.id) ?? true);
  const sortKey = isSeen ? column.sortKey : undefined;
  const direction = sort?.direction ?? "ascending";
  return useMemo(
    () => (sortKey === undefined ? rows : orderRows(rows, sortKey, direction)),
    [rows, sortKey, direction],
  );
}
