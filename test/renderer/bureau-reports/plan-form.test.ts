import { describe, expect, it } from "vitest";
import {
  beginPlan,
  findPlanFaults,
  type PlanForm,
  planFormOf,
  planOf,
  withLine,
  withYears,
  yearsOf,
} from "../../../renderer/bureau-reports/plan-form.ts";
import { reformPlanSchema } from "../../../shared/bureau/reform-plan.ts";

const KEPT = { id: "plan-1", by: "王丽", at: "2026-11-23T08:00:00Z" };

const FORM: PlanForm = {
  title: " 示例县基层职称改革规划 ",
  from: "2026",
  years: 3,
  lines: [{ series: "health", group: "associateSenior", planned: ["4", "5", "6"] }],
  tasks: [{ text: "修订岗位设置方案", owner: "", dueOn: "2026-12-31", doneOn: null }],
};

describe("the form of a plan", () => {
  it("becomes a plan that can be kept, and the plan becomes the form again", () => {
    const plan = planOf(FORM, KEPT);
    expect(reformPlanSchema.parse(plan)).toEqual(plan);
    expect(planFormOf(plan)).toEqual({ ...FORM, title: "示例县基层职称改革规划" });
  });

  it("begins with the three years that a plan needs at the least", () => {
    expect(yearsOf(beginPlan("规划", 2026))).toEqual([2026, 2027, 2028]);
    expect(findPlanFaults(beginPlan("规划", 2026))).toEqual([]);
  });

  it("has no years while the first is none", () => {
    expect(yearsOf({ ...FORM, from: "26" })).toBeNull();
  });

  it("keeps what was typed when years are added, and drops what goes", () => {
    expect(withYears(FORM, 4).lines[0]?.planned).toEqual(["4", "5", "6", "0"]);
    expect(withYears(withYears(FORM, 4), 3).lines[0]?.planned).toEqual(["4", "5", "6"]);
  });

  it("takes a row for what has none yet, until all have one", () => {
    const two = withLine(withLine(beginPlan("规划", 2026)));
    expect(two.lines.map(({ series, group }) => [series, group])).toEqual([
      ["health", "junior"],
      ["health", "intermediate"],
    ]);
    let full = two;
    for (let at = 0; at < 40; at += 1) full = withLine(full);
    expect(full.lines.length).toBe(24);
    expect(findPlanFaults(full)).toEqual([]);
  });
});

describe("the faults of a plan", () => {
  const faultsOf = (part: Partial<PlanForm>) => findPlanFaults({ ...FORM, ...part });
  const line = (planned: readonly string[]) => ({ ...(FORM.lines[0] ?? never()), planned });

  it("are told in the order of the page", () => {
    const faults = faultsOf({
      title: "　",
      from: "二〇二六",
      lines: [line(["4", "-1", "6"])],
      tasks: [
        { text: "", owner: "", dueOn: null, doneOn: null },
        { text: "调研", owner: "", dueOn: null, doneOn: null },
      ],
    });
    expect(faults).toEqual([
      { code: "title" },
      { code: "from" },
      { code: "number", series: "health", group: "associateSenior" },
      { code: "taskText", at: 1 },
      { code: "taskDue", at: 2 },
    ]);
  });

  it.each(["", "1.5", "100001", "四"])("hold for a number typed as %j", (text) => {
    expect(faultsOf({ lines: [line([text, "0", "0"])] }).map(({ code }) => code)).toEqual([
      "number",
    ]);
  });

  it("hold for one series and level in two rows", () => {
    const lines = [line(["1", "1", "1"]), line(["2", "2", "2"])];
    expect(faultsOf({ lines })).toEqual([
      { code: "twice", series: "health", group: "associateSenior" },
    ]);
  });
});

function never(): never {
  throw new Error("the form has no row");
}
