import type { RowData } from "@tanstack/react-table";
import type { ReactNode } from "react";
import type { SortKey, TableSort } from "./table-order.ts";

/** What a table is given. */

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
