import { z } from "zod";
import { filledText, id, list, record, wholeNumber, year } from "../records/fields.ts";
import { seriesSchema } from "../records/series.ts";
import { POST_GROUPS } from "../records/unit.ts";
import { day, instant } from "../submission/fields.ts";

/**
 * 基层职称改革规划 of a county: not less than three years, with terms and tasks (鲁人社字〔2020〕42号
 * 的组织实施部分); planned against what came of it.
 */

export const PLAN_YEARS = 3;
const MOST_YEARS = 10;
const MOST_LINES = 60;
const MOST_TASKS = 100;
const MOST_PLANNED = 100_000;

const planLineSchema = record({
  series: seriesSchema,
  group: z.enum(POST_GROUPS),
  /** How many are to obtain a grassroots title, one number a year from `from` on. */
  planned: list(wholeNumber(0, MOST_PLANNED), MOST_YEARS),
});

const planTaskSchema = record({
  text: filledText(),
  owner: filledText().nullable(),
  dueOn: day(),
  doneOn: day().nullable(),
});

export const reformPlanSchema = record({
  id: id(),
  title: filledText(),
  from: year(),
  years: wholeNumber(PLAN_YEARS, MOST_YEARS),
  lines: list(planLineSchema, MOST_LINES),
  tasks: list(planTaskSchema, MOST_TASKS),
  by: filledText(),
  at: instant(),
});
export type ReformPlan = z.infer<typeof reformPlanSchema>;
