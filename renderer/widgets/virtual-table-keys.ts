import type { RowData, RowSelectionState } from "@tanstack/react-table";
import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";
import { useState } from "react";
import type { Table } from "./virtual-table-model.ts";

interface TableKeysOptions<Row extends RowData> {
  readonly table: Table<Row>;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly canSelectRows: boolean;
  /** Selecting all leaves what is selected beyond these rows. */
  readonly keepsHidden: boolean;
  readonly showRow: (index: number) => void;
}

const PAGE = 15;
const CONTROLS = "a, button, input, label, select";

export interface TableKeys {
  readonly active: number | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void;
  /** A press on a row opens it; one on a control inside is the control's. */
  readonly onClick: (event: MouseEvent<HTMLDivElement>) => void;
  readonly selectAll: () => void;
}

/** Where an arrow or page key leads from a row; null for other keys. */
export function rowAfterKey(key: string, from: number, count: number): number | null {
  const clamp = (index: number) => Math.max(0, Math.min(count - 1, index));
  if (count === 0) return null;
  if (key === "ArrowDown") return clamp(from + 1);
  if (key === "ArrowUp") return clamp(from - 1);
  if (key === "PageDown") return clamp(from + PAGE);
  if (key === "PageUp") return clamp(from - PAGE);
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** The keyboard of a table: arrows move, Enter opens, Space selects, Ctrl+A selects all. */
export function useTableKeys<Row extends RowData>(options: TableKeysOptions<Row>): TableKeys {
  const { table, onOpen, canSelectRows, showRow } = options;
  const { rows } = table.getRowModel();
  const [place, setPlace] = useState<number | null>(null);
  const active = place === null || place >= rows.length ? null : place;

  const toggle = (index: number, shiftKey: boolean) => {
    const row = rows[index];
    if (row === undefined || !canSelectRows) return;
    setPlace(index);
    // With Shift all rows from the last one pressed follow.
    row.getToggleSelectedHandler()({ target: { checked: !row.getIsSelected() }, shiftKey });
  };
  const selectAll = () => {
    const isOn = !table.getIsAllPageRowsSelected();
    if (options.keepsHidden) table.toggleAllRowsSelected(isOn);
    else table.setRowSelection(isOn ? selectionOf(rows) : {});
  };
  const open = (index: number) => {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row.original);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === "a" && canSelectRows) selectAll();
    else if (isCommand) return;
    else if (event.key === "Enter" && active !== null) open(active);
    else if (event.key === " " && active !== null) toggle(active, event.shiftKey);
    else {
      const next = rowAfterKey(event.key, active ?? -1, rows.length);
      if (next === null) return;
      setPlace(next);
      showRow(next);
    }
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target === event.currentTarget && active === null && rows.length > 0) setPlace(0);
  };
  const onClick = ({ target, currentTarget, shiftKey }: MouseEvent<HTMLDivElement>) => {
    const pressed = pressedRow(target);
    if (pressed === null) return;
    if (pressed.isBox) {
      // The box may become another row's while scrolling: the keys go on to the grid, which knows the row.
      currentTarget.focus({ preventScroll: true });
      toggle(pressed.index, shiftKey);
      return;
    }
    setPlace(pressed.index);
    open(pressed.index);
  };
  return { active, onKeyDown, onFocus, onClick, selectAll };
}

/** Every row that can be selected, and no other. */
function selectionOf<Row extends RowData>(
  rows: ReturnType<Table<Row>["getRowModel"]>["rows"],
): RowSelectionState {
  const selectable = rows.filter((row) => row.getCanSelect());
  return Object.fromEntries(selectable.map(({ id }) => [id, true] as const));
}

/** The row that a press was on, or its box; null for another control inside it, or beside the rows. */
function pressedRow(
  target: EventTarget,
): { readonly index: number; readonly isBox: boolean } | null {
  if (!(target instanceof Element)) return null;
  const isBox = target.hasAttribute("data-select");
  if (!isBox && target.closest(CONTROLS) !== null) return null;
  const index = target.closest("[data-index]")?.getAttribute("data-index") ?? null;
  return index === null ? null : { index: Number(index), isBox };
}
