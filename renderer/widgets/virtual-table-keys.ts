import type { Virtualizer } from "@tanstack/react-virtual";
import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";
import { useMemo, useState } from "react";
import type { TableSelection } from "./virtual-table.tsx";

interface TableKeysOptions<Row> {
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly selection: TableSelection | undefined;
  readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
}

const PAGE = 15;
const CONTROLS = "a, button, input, label, select";

export interface TableKeys {
  readonly active: number | null;
  readonly isAllSelected: boolean;
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

/** The selection after a row, or all from the row before, was switched: all as the row itself becomes. */
export function switchRows(
  keys: readonly string[],
  selected: ReadonlySet<string>,
  index: number,
  anchor: number | null,
): ReadonlySet<string> {
  const next = new Set(selected);
  const other = anchor ?? index;
  const isOn = !selected.has(keys[index] ?? "");
  for (const key of keys.slice(Math.min(other, index), Math.max(other, index) + 1)) {
    if (isOn) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** The selection with every row in sight of it switched on or off; rows out of sight go, unless they are kept. */
export function switchAll(
  keys: readonly string[],
  { selected, keepsHidden = false }: Pick<TableSelection, "selected" | "keepsHidden">,
  isOn: boolean,
): ReadonlySet<string> {
  if (!keepsHidden) return new Set(isOn ? keys : []);
  const next = new Set(selected);
  for (const key of keys) {
    if (isOn) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** The keyboard of a table: arrows move, Enter opens, Space selects, Ctrl+A selects all. */
export function useTableKeys<Row>(options: TableKeysOptions<Row>): TableKeys {
  const { rows, rowKey, onOpen, selection, virtualizer } = options;
  const [place, setPlace] = useState<number | null>(null);
  const [anchor, setAnchor] = useState<number | null>(null);
  const active = place === null || place >= rows.length ? null : place;
  const selected = selection?.selected;
  const canSelect = selection?.canSelect;
  const isAllSelected = useMemo(() => {
    if (selected === undefined || selected.size === 0) return false;
    const keys = rows.map(rowKey).filter((key) => canSelect?.(key) ?? true);
    return (
      keys.length > 0 && selected.size >= keys.length && keys.every((key) => selected.has(key))
    );
  }, [rows, selected, rowKey, canSelect]);

  const toggle = (index: number, isRange: boolean) => {
    if (selection === undefined) return;
    const from = isRange ? anchor : null;
    setAnchor(index);
    setPlace(index);
    selection.onChange(switchRows(rows.map(rowKey), selection.selected, index, from));
  };
  const selectAll = () => {
    if (selection === undefined) return;
    const keys = rows.map(rowKey).filter((key) => canSelect?.(key) ?? true);
    selection.onChange(switchAll(keys, selection, !isAllSelected));
  };
  const open = (index: number) => {
    const row = rows[index];
    if (row !== undefined) onOpen?.(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && event.key === "a" && selection !== undefined) selectAll();
    else if (isCommand) return;
    else if (event.key === "Enter" && active !== null) open(active);
    else if (event.key === " " && active !== null) toggle(active, event.shiftKey);
    else {
      const next = rowAfterKey(event.key, active ?? -1, rows.length);
      if (next === null) return;
      setPlace(next);
      virtualizer.scrollToIndex(next);
    }
    event.preventDefault();
  };
  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    if (event.target === event.currentTarget && active === null && rows.length > 0) setPlace(0);
  };
  const onClick = ({ target, shiftKey }: MouseEvent<HTMLDivElement>) => {
    const pressed = pressedRow(target);
    if (pressed === null) return;
    if (pressed.isBox) {
      toggle(pressed.index, shiftKey);
      return;
    }
    setPlace(pressed.index);
    open(pressed.index);
  };
  return { active, isAllSelected, onKeyDown, onFocus, onClick, selectAll };
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
