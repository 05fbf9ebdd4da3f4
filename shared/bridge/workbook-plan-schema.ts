import { z } from "zod";
import { CELL_STYLES, type WorkbookPlan } from "../workbook/plan.ts";

/** A workbook to be written, as it travels: JSON with all of its rows. */

const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_576;

const column = z.int().min(0).max(LAST_COLUMN);
const row = z.int().min(1).max(LAST_ROW);
const style = z.enum(CELL_STYLES);
const bare = z.union([z.string(), z.number()]);
const value = z.union([bare, z.null(), z.strictObject({ formula: z.string(), value: bare })]);
const merged = z.strictObject({ top: row, bottom: row, left: column, right: column });

const sheet = z.strictObject({
  name: z.string().min(1).max(31),
  columns: z.array(z.strictObject({ width: z.number().positive(), style })),
  rows: z.array(
    z.strictObject({
      cells: z.array(z.union([value, z.strictObject({ value, style })])),
      height: z.number().positive().exactOptional(),
    }),
  ),
  rowCount: z.int().nonnegative(),
  merged: z.array(merged).exactOptional(),
  frozen: z.strictObject({ rows: z.int(), columns: z.int() }).exactOptional(),
  choices: z
    .array(z.strictObject({ column, fromRow: row, toRow: row, allowed: z.array(z.string()) }))
    .exactOptional(),
  notes: z.array(z.strictObject({ row, column, text: z.string() })).exactOptional(),
  print: z
    .strictObject({
      orientation: z.enum(["portrait", "landscape"]),
      repeatedRows: z.tuple([row, row]).exactOptional(),
    })
    .exactOptional(),
});

const planSchema = z.strictObject({ sheets: z.array(sheet).min(1).max(255) });

/** True for a plan that has come over the bridge whole. */
export function isSentPlan(plan: unknown): plan is WorkbookPlan {
  return planSchema.safeParse(plan).success;
}
