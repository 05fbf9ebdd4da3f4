import { PLAN_YEARS, type ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { SERIES, type Series } from "../../shared/records/series.ts";
import { POST_GROUPS, type PostGroup } from "../../shared/records/unit.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** 改革规划 as it is typed. */
export interface PlanForm {
  readonly title: string;
  readonly from: string;
  readonly years: number;
  readonly lines: readonly LineForm[];
  readonly tasks: readonly TaskForm[];
}

export interface LineForm {
  readonly series: Series;
  readonly group: PostGroup;
  /** One text a year. */
  readonly planned: readonly string[];
}

export interface TaskForm {
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
}

/** What a part of the form is given. */
export interface PlanPartProps {
  readonly form: PlanForm;
  readonly onChange: (form: PlanForm) => void;
}

/** What has to be mended before a plan can be kept. */
export type PlanFault =
  | { readonly code: "title" | "from" }
  | { readonly code: "number" | "twice"; readonly series: Series; readonly group: PostGroup }
  /** The task's number, from 1. */
  | { readonly code: "taskText" | "taskDue"; readonly at: number };

const MOST_PLANNED = 100_000;
const YEAR = /^(?:19|20)\d{2}$/;
const WHOLE = /^\d{1,6}$/;

/** A plan to begin with. */
export function beginPlan(title: string, from: number): PlanForm {
  return { title, from: String(from), years: PLAN_YEARS, lines: [], tasks: [] };
}

/** A plan on file as it is typed. */
export function planFormOf({ title, from, years, lines, tasks }: ReformPlan): PlanForm {
  return {
    title,
    from: String(from),
    years,
    lines: lines.map(({ series, group, planned }) => ({
      series,
      group,
      planned: Array.from({ length: years }, (_, index) => String(planned[index] ?? 0)),
    })),
    tasks: tasks.map(({ text, owner, dueOn, doneOn }) => ({
      text,
      owner: owner ?? "",
      dueOn,
      doneOn,
    })),
  };
}

/** The same form over another number of years; what was typed for years that go is dropped. */
export function withYears(form: PlanForm, years: number): PlanForm {
  const lines = form.lines.map((line) => ({
    ...line,
    planned: Array.from({ length: years }, (_, index) => line.planned[index] ?? "0"),
  }));
  return { ...form, years, lines };
}

/** The form with a row more, for the first series and level that has none; unchanged where all have one. */
export function withLine(form: PlanForm): PlanForm {
  const free = SERIES.flatMap((series) => POST_GROUPS.map((group) => ({ series, group }))).find(
    (one) => !form.lines.some((line) => isSame(line, one)),
  );
  if (free === undefined) return form;
  const planned = Array.from({ length: form.years }, () => "0");
  return { ...form, lines: [...form.lines, { ...free, planned }] };
}

/** The years of a plan; null while its first is not a year. */
export function yearsOf({ from, years }: PlanForm): readonly number[] | null {
  if (!YEAR.test(from.trim())) return null;
  return Array.from({ length: years }, (_, index) => Number(from) + index);
}

/** What is wrong with a form, in the order of the page. */
export function findPlanFaults({ title, from, lines, tasks }: PlanForm): readonly PlanFault[] {
  return [
    ...(cleanText(title) === "" ? [{ code: "title" } as const] : []),
    ...(YEAR.test(from.trim()) ? [] : [{ code: "from" } as const]),
    ...lines.flatMap((line, index) => lineFaults(line, lines.slice(0, index))),
    ...tasks.flatMap(taskFaults),
  ];
}

function lineFaults(line: LineForm, before: readonly LineForm[]): readonly PlanFault[] {
  const { series, group, planned } = line;
  if (before.some((other) => isSame(other, line))) return [{ code: "twice", series, group }];
  return planned.every(isWhole) ? [] : [{ code: "number", series, group }];
}

function taskFaults({ text, dueOn }: TaskForm, index: number): readonly PlanFault[] {
  const at = index + 1;
  if (cleanText(text) === "") return [{ code: "taskText", at }];
  return dueOn === null ? [{ code: "taskDue", at }] : [];
}

/** The plan that a form without faults says. */
export function planOf(form: PlanForm, kept: Pick<ReformPlan, "id" | "by" | "at">): ReformPlan {
  return {
    ...kept,
    title: cleanText(form.title),
    from: Number(form.from),
    years: form.years,
    lines: form.lines.map(({ series, group, planned }) => ({
      series,
      group,
      planned: planned.map(Number),
    })),
    tasks: form.tasks.map(({ text, owner, dueOn, doneOn }) => ({
      text: cleanText(text),
      owner: cleanText(owner) === "" ? null : cleanText(owner),
      dueOn: dueOn ?? "",
      doneOn,
    })),
  };
}

function isSame(
  a: Pick<LineForm, "series" | "group">,
  b: Pick<LineForm, "series" | "group">,
): boolean {
  return a.series === b.series && a.group === b.group;
}

function isWhole(text: string): boolean {
  return WHOLE.test(text.trim()) && Number(text) <= MOST_PLANNED;
}
