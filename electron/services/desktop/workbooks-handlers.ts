import { hostError } from "../../../shared/bridge/method.ts";
import type { WORKBOOKS_METHODS } from "../../../shared/bridge/workbooks-methods.ts";
import type { WorkbookData } from "../../../shared/workbook/cell.ts";
import { describeWorkbookFault, type WorkbookRefusal } from "../workbooks/fault.ts";
import { readWorkbook } from "../workbooks/read-workbook.ts";
import { packReturnedWorkbook } from "../workbooks/returned-workbook.ts";
import { packWorkbook } from "../workbooks/write-workbook.ts";
import { done, refuse } from "./answers.ts";
import type { GroupHandlers } from "./desk.ts";

/** Workbooks from bytes to bytes: nothing of them touches the disk (promise 15). */
export function makeWorkbooksHandlers(): GroupHandlers<typeof WORKBOOKS_METHODS> {
  return {
    "workbooks.read": async (_input, bytes) => {
      if (bytes === null) return hostError("bad-input");
      const read = await readWorkbook(bytes);
      return read.ok ? done(toSend(read.workbook)) : refuseWorkbook(read);
    },
    "workbooks.write": async ({ plan }) => done({}, await packWorkbook(plan)),
    "workbooks.returned": async ({ reasons }, bytes) => {
      if (bytes === null) return hostError("bad-input");
      const sheets = reasons.map((one) => ({ ...one, reasons: new Map(one.reasons) }));
      const returned = await packReturnedWorkbook(bytes, sheets);
      if (!returned.ok) return refuseWorkbook(returned);
      return done({ rows: returned.rows }, returned.bytes);
    },
  };
}

type Sent = Extract<
  Awaited<ReturnType<GroupHandlers<typeof WORKBOOKS_METHODS>["workbooks.read"]>>,
  { readonly ok: true }
>["output"];

/** JSON has no `undefined`: an empty cell travels as null. */
function toSend({ sheets, dateSystem }: WorkbookData): Sent {
  return {
    dateSystem,
    sheets: sheets.map(({ name, rows, merged, isHidden }) => ({
      name,
      rows: rows.map(({ number, cells }) => ({
        number,
        cells: Array.from(cells, (cell) => cell ?? null),
      })),
      merged: [...merged],
      ...(isHidden !== undefined && { isHidden }),
    })),
  };
}

function refuseWorkbook({ code }: WorkbookRefusal): ReturnType<typeof refuse> {
  return refuse(`workbook-${code}`, describeWorkbookFault(code));
}
