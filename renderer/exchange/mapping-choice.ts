import type { MappingChoice, TableMapping } from "../../shared/workbook/import/mapping.ts";

/** What the user decides about columns, as the core takes it. */

/** A group, its years, their parts. */
const MOST_HEADING_ROWS = 3;

type ColumnChoice = Readonly<Record<string, string | null>>;

/** The choice with one column more; a field is filled by one column, so another one gives it up. */
export function columnChoice(
  { columns }: Pick<TableMapping, "columns">,
  choice: ColumnChoice,
  { letters, key }: { readonly letters: string; readonly key: string | null },
): ColumnChoice {
  const givenUp = columns
    .filter((column) => key !== null && column.key === key && column.letters !== letters)
    .map((column) => [column.letters, null] as const);
  return { ...choice, ...Object.fromEntries(givenUp), [letters]: key };
}

/**
 * The mapping with the rows of one sheet's headings chosen. What was chosen for its columns goes: it was
 * said of other headings.
 */
export function headingChoice(
  mapping: MappingChoice,
  sheet: string,
  headingRows: readonly [first: number, last: number],
): MappingChoice {
  return {
    ...mapping,
    kind: "roster",
    sheet,
    tables: { ...mapping.tables, [sheet]: { headingRows } },
  };
}

/** Which rows headings may end in: at most three, as the reading takes them. */
export function lastRowsFor(first: number, numbers: readonly number[]): readonly number[] {
  return numbers.filter((number) => number >= first && number < first + MOST_HEADING_ROWS);
}

/** The mapping with the columns of one sheet chosen. */
export function tableChoice(
  mapping: MappingChoice,
  sheet: string,
  columns: ColumnChoice,
): MappingChoice {
  return {
    ...mapping,
    tables: { ...mapping.tables, [sheet]: { ...mapping.tables?.[sheet], columns } },
  };
}
