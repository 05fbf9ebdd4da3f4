import type { RosterRow } from "../../store/types.ts";

export interface Found {
  readonly rows: readonly RosterRow[];
  /** How many more fit than are shown. */
  readonly more: number;
}

/** The people whose name, pinyin initials or last four of the ID number fit; those that begin so come first. */
export function searchPeople(rows: readonly RosterRow[], typed: string, limit: number): Found {
  const query = typed.normalize("NFKC").replaceAll(/\s+/g, "").toLowerCase();
  if (query === "") return { rows: [], more: 0 };
  const first: RosterRow[] = [];
  const then: RosterRow[] = [];
  for (const row of rows) {
    const place = placeOf(row, query);
    if (place === 0) first.push(row);
    else if (place > 0) then.push(row);
  }
  const byName = (a: RosterRow, b: RosterRow) => a.nameRank - b.nameRank;
  const found = [...first.toSorted(byName), ...then.toSorted(byName)];
  return { rows: found.slice(0, limit), more: Math.max(0, found.length - limit) };
}

/** Where a row fits: 0 at the beginning of something, 1 elsewhere, -1 nowhere. */
function placeOf({ name, initials, idTail }: RosterRow, query: string): number {
  if (idTail?.toLowerCase() === query) return 0;
  const plain = name.normalize("NFKC").toLowerCase();
  const readings = initials.split(" ");
  if (plain.startsWith(query) || readings.some((reading) => reading.startsWith(query))) return 0;
  return plain.includes(query) || readings.some((reading) => reading.includes(query)) ? 1 : -1;
}
