import type { ImportReport } from "./report.ts";

/** What to write beside the rows of one sheet. */
export interface SheetReasons {
  readonly sheet: string;
  /** The last row of the headings, in which the column's own heading goes. */
  readonly headingRow: number;
  /** By row number. */
  readonly reasons: ReadonlyMap<number, string>;
}

/** Why rows were refused, for each sheet that was read: several reasons of one row in one cell. */
export function refusalReasons({ tables, issues }: ImportReport): readonly SheetReasons[] {
  return tables.map(({ sheet, headingRows }) => {
    const reasons = new Map<number, string>();
    for (const issue of issues) {
      if (issue.sheet !== sheet) continue;
      const before = reasons.get(issue.row);
      const place = issue.heading === "" ? "" : `${issue.cell}（${issue.heading}）：`;
      const reason = `${place}${issue.expected}`;
      reasons.set(issue.row, before === undefined ? reason : `${before}；${reason}`);
    }
    return { sheet, headingRow: headingRows[1], reasons };
  });
}
