import type { PeopleKey } from "./messages.ts";

/** The columns beside the name, in their usual order. */
export const COLUMN_IDS = [
  "sex",
  "birthDate",
  "title",
  "level",
  "series",
  "employer",
  "gaps",
  "idTail",
  "managing",
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

export const USUAL_COLUMNS: readonly ColumnId[] = COLUMN_IDS.slice(0, 7);

export const COLUMN_LABELS = {
  name: "column.name",
  sex: "column.sex",
  birthDate: "column.birthDate",
  idTail: "column.idTail",
  title: "column.title",
  level: "column.level",
  series: "column.series",
  employer: "column.employer",
  managing: "column.managing",
  gaps: "column.gaps",
} as const satisfies Record<ColumnId | "name", PeopleKey>;

/** A kept choice, without what an older or newer program knew and this one does not. */
export function knownColumns(kept: readonly string[]): readonly ColumnId[] {
  const known = kept.flatMap((id) => COLUMN_IDS.filter((one) => one === id));
  return [...new Set(known)];
}

/** Every column for choosing: those shown in their order, then the others in the usual one. */
export function offeredColumns(chosen: readonly ColumnId[]): readonly ColumnId[] {
  return [...chosen, ...COLUMN_IDS.filter((id) => !chosen.includes(id))];
}

/** The choice with one column moved by one place among those shown; at an end it stays. */
export function moveColumn(
  chosen: readonly ColumnId[],
  id: ColumnId,
  by: 1 | -1,
): readonly ColumnId[] {
  const at = chosen.indexOf(id);
  const to = at + by;
  const other = chosen[to];
  if (at === -1 || other === undefined) return chosen;
  return chosen.with(at, other).with(to, id);
}

/** The choice with one column shown (at the end) or hidden. */
export function switchColumn(chosen: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}
