import type { CellIssueCode, CellIssueDetails } from "./cell-issue.ts";

/** What came of reading a cell: a value, or why there is none. */
export type Reading<Value> = { readonly ok: true; readonly value: Value } | CellRefusal;

export type CellRefusal = {
  [Code in CellIssueCode]: {
    readonly ok: false;
    readonly code: Code;
    readonly details: CellIssueDetails[Code];
  };
}[CellIssueCode];

/** A cell that was read. */
export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

/** A cell that cannot be read, with the figures of its sentence. */
export function refuse<Code extends CellIssueCode>(
  code: Code,
  details: CellIssueDetails[Code],
): CellRefusal {
  return { ok: false, code, details } as CellRefusal;
}
