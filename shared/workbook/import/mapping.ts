import { columnLetters } from "../address.ts";
import type { SheetId } from "../sheet-spec.ts";

/** Which column of a file was taken for what. Proposed by import, and shown with its result. */

/** `used`: taken over. `ignored`: known, but the unit file has no place for it. `unknown`: no heading
 * of ours. `duplicate`: another column already fills the field. `declined`: the user said so. */
export type ColumnState = "used" | "ignored" | "unknown" | "duplicate" | "declined";
export const COLUMN_STATE_LABELS = {
  used: "采用",
  ignored: "认识，但不登记",
  unknown: "不认识，未采用",
  duplicate: "与前面的栏重复，未采用",
  declined: "按要求不采用",
} as const satisfies Record<ColumnState, string>;

export interface ColumnMapping {
  /** From 0. */
  readonly column: number;
  /** As the screen names it: A, B … AA. */
  readonly letters: string;
  readonly heading: string;
  readonly state: ColumnState;
  /** The field that it fills; null where it is not used. */
  readonly key: string | null;
}

export interface TableMapping {
  readonly sheet: string;
  readonly kind: SheetId | "roster";
  /** The first and last row of the headings. */
  readonly headingRows: readonly [first: number, last: number];
  readonly columns: readonly ColumnMapping[];
}

/** What the user decides about one sheet. */
export interface TableChoice {
  /** The rows of the headings, where they were not found. */
  readonly headingRows?: readonly [first: number, last: number];
  /** By letters of the column: the field that it fills, or null not to take it over. */
  readonly columns?: Readonly<Record<string, string | null>>;
}

/** What the user decides about a workbook before it is read again. */
export interface MappingChoice {
  readonly kind?: "template" | "roster";
  /** The sheet with the roster. */
  readonly sheet?: string;
  readonly tables?: Readonly<Record<string, TableChoice>>;
}

/** What a heading was recognised as. */
export type Recognised =
  | { readonly state: "used"; readonly key: string }
  | { readonly state: "ignored" };

/** Maps the columns under some headings; a choice of the user goes before what is recognised. */
export function mapColumns(
  headings: readonly (readonly string[])[],
  recognise: (candidates: readonly string[]) => Recognised | null,
  choice: TableChoice["columns"] = {},
): readonly ColumnMapping[] {
  const taken = new Set(Object.values(choice).filter((key) => key !== null));
  const mappings: ColumnMapping[] = [];
  for (const [column, candidates] of headings.entries()) {
    const heading = candidates[0] ?? "";
    const letters = columnLetters(column);
    const chosen = choice[letters];
    if (heading === "" && chosen === undefined) continue;
    const at = { column, letters, heading };
    if (chosen === null) mappings.push({ ...at, state: "declined", key: null });
    else if (chosen !== undefined) mappings.push({ ...at, state: "used", key: chosen });
    else mappings.push({ ...at, ...settle(recognise(candidates), taken) });
  }
  return mappings;
}

function settle(
  recognised: Recognised | null,
  taken: Set<string>,
): Pick<ColumnMapping, "state" | "key"> {
  if (recognised === null) return { state: "unknown", key: null };
  if (recognised.state === "ignored") return { state: "ignored", key: null };
  if (taken.has(recognised.key)) return { state: "duplicate", key: null };
  taken.add(recognised.key);
  return { state: "used", key: recognised.key };
}

/** The columns of used fields. */
export function columnsByKey(mappings: readonly ColumnMapping[]): ReadonlyMap<string, number> {
  return new Map(
    mappings.flatMap(({ key, column }) => (key === null ? [] : [[key, column] as const])),
  );
}
