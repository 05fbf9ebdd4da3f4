import { z } from "zod";
import type { WorkbookPlan } from "../workbook/plan.ts";
import { isSentPlan } from "./workbook-plan-schema.ts";
import type { MethodSpec } from "./method.ts";

const WORKBOOK_BYTES = 64 * 1024 * 1024;

const cell = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ fault: z.enum(["error", "uncalculated"]), text: z.string() }),
  z.null(),
]);
const merged = z.strictObject({
  top: z.number(),
  bottom: z.number(),
  left: z.number(),
  right: z.number(),
});
/** JSON has no `undefined`: an empty cell travels as null. */
const workbook = z.object({
  sheets: z.array(
    z.object({
      name: z.string(),
      rows: z.array(z.object({ number: z.number(), cells: z.array(cell) })),
      merged: z.array(merged),
      isHidden: z.boolean().exactOptional(),
    }),
  ),
  dateSystem: z.union([z.literal(1900), z.literal(1904)]),
});

/** Its rows have to be a list (`plainPlan`): those that are made as they are written do not travel as JSON. */
const plan = z.custom<WorkbookPlan>(isSentPlan);

/** Workbooks come and go as bytes beside the call; what they mean is worked out in `shared/workbook`. */
export const WORKBOOKS_METHODS = {
  "workbooks.read": { input: z.strictObject({}), output: workbook, mostBytes: WORKBOOK_BYTES },
  /** The bytes of the workbook stand beside the output. */
  "workbooks.write": {
    input: z.strictObject({ plan }),
    output: z.object({}),
    mostInputBytes: 128 * 1024 * 1024,
  },
  /** The user's own workbook with a column of reasons beside the rows refused (promise 16). */
  "workbooks.returned": {
    input: z.strictObject({
      reasons: z.array(
        z.strictObject({
          sheet: z.string(),
          headingRow: z.number().int().positive(),
          reasons: z.array(z.tuple([z.number().int().positive(), z.string()])),
        }),
      ),
    }),
    output: z.object({ rows: z.number() }),
    mostInputBytes: 16 * 1024 * 1024,
    mostBytes: WORKBOOK_BYTES,
  },
} as const satisfies Record<string, MethodSpec>;
