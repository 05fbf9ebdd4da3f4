import type { ListId } from "../sheet-spec.ts";
import type { FieldValue } from "../read-cell.ts";
import type { BlamedRow } from "./import-issue.ts";
import type { ImportRow, IgnoredRow } from "./row.ts";
import type { TableMapping } from "./mapping.ts";

/** Values by field. */
export type Fields = Readonly<Record<string, FieldValue>>;

/**
 * What a row says of one record. What it leaves open may be filled from stated defaults; those neither
 * decide which record on file is meant nor change one that is.
 */
export interface RecordDraft {
  readonly row: ImportRow;
  readonly known: Fields;
  readonly assumed: Fields;
  /** The column that each field comes from. */
  readonly columns: ReadonlyMap<string, number>;
}

/** A record of one of a person's lists. */
export interface ListDraft extends RecordDraft {
  readonly list: ListId;
  /** For an appointment of a roster: the title of the same row that it rests on. */
  readonly title?: ListDraft;
  /** For the hours of a year in a roster: they say what the year's entries come to. */
  readonly isYearTotal?: boolean;
}

/** Whose record a row is, as the row says it. */
export interface Link {
  readonly id: string | null;
  readonly name: string | null;
  readonly idNumber: string | null;
}

/** A row of the 人员 sheet or of a roster, with the records that the same row holds. */
export interface PersonDraft extends RecordDraft {
  readonly records: readonly ListDraft[];
}

/** A row of a sheet whose person is named by number or name. */
export interface LinkedDraft {
  readonly draft: ListDraft;
  readonly link: Link;
}

/** Everything that was read of a workbook before it is put beside what is on file. */
export interface ReadDrafts {
  readonly rows: readonly ImportRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly tables: readonly TableMapping[];
  /** Rows of the 单位 sheet. */
  readonly units: readonly RecordDraft[];
  readonly people: readonly PersonDraft[];
  readonly linked: readonly LinkedDraft[];
  /** What was wrong with cells; their rows are refused. */
  readonly faults: readonly BlamedRow[];
  /** A month in the file agrees with a day on file: rosters seldom know days. */
  readonly areMonthsEnough: boolean;
}
