import type { ListCell } from "../../../shared/workbook/lists/list.ts";
import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { describeQuestion, sayRequirement } from "../../../shared/policy/sentences.ts";
import { reviewForm } from "../../../shared/workbook/lists/review-form.ts";
import { serviceYears } from "../../../shared/workbook/lists/service-years.ts";
import { trainingSummary } from "../../../shared/workbook/lists/training-summary.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { postingWith } from "../../support/unit-file.ts";
import { DOCTOR, sourceOf, REGULAR, candidatesOf, byHeading } from "./list-sources.ts";

describe("继续教育学时汇总表", () => {
  const hours = (year: number, category: "public" | "professional", sum: number, id: string) => ({
    id,
    year,
    hours: sum,
    category,
    inSpecialty: false,
  });
  const source = sourceOf(
    {
      ...DOCTOR,
      training: [
        hours(2024, "public", 30, "a"),
        hours(2024, "professional", 60, "b"),
        hours(2025, "public", 0.1, "c"),
        hours(2025, "public", 0.2, "d"),
      ],
    },
    { id: "p-002", name: "李示例", postings: [postingWith({ from: "2024-07" })] },
  );

  it("adds up by formulas whose results stand beside them", () => {
    const list = trainingSummary(source, undefined, { first: 2024, last: 2025 });
    const place = { row: 5, firstRow: 5, lastRow: 6 };
    const shown = (cell: ListCell | undefined) =>
      typeof cell === "object" && cell !== null ? [cell.formula(place), cell.value] : cell;
    expect(list.rows[0]?.map(shown)).toEqual([
      1,
      "张示例",
      30,
      60,
      ["SUM(C5:D5)", 90],
      0.3,
      0,
      ["SUM(F5:G5)", 0.3],
      "2025年",
    ]);
    expect(list.totals?.map(shown)).toEqual([
      null,
      "合计",
      ["SUM(C5:C6)", 30],
      ["SUM(D5:D6)", 60],
      ["SUM(E5:E6)", 90],
      ["SUM(F5:F6)", 0.3],
      ["SUM(G5:G6)", 0],
      ["SUM(H5:H6)", 0.3],
      null,
    ]);
  });

  it("asks no hours of the year in which somebody began, nor of earlier ones", () => {
    const list = trainingSummary(source);
    expect(
      list.columns.filter(({ heading }) => heading === "合计").map(({ group }) => group),
    ).toEqual(["2021年", "2022年", "2023年", "2024年", "2025年"]);
    expect(list.rows.map((row) => row.at(-1))).toEqual([
      "2021年、2022年、2023年、2025年",
      "2025年",
    ]);
  });
});

describe("工作年限核定表", () => {
  const source = sourceOf({
    ...DOCTOR,
    postings: [
      postingWith({ from: "2004-08" }),
      postingWith({ from: "2000-07", to: "2004-07", employer: "示例县医院", setting: "county" }),
      postingWith({ from: "2010-01", to: "2010-12", employer: "另一镇卫生院" }),
      postingWith({ from: "2015-09", to: "2016-06", kind: "study" }),
      postingWith({ from: "2020-01", to: "2020-03", professional: false, employer: "镇政府" }),
      postingWith({ from: "2027-03", employer: "将来" }),
    ],
  });
  const list = serviceYears(source);

  it("lists every period by its start, and says which counts, how much and why", () => {
    const shown = list.rows.map((_, index) => {
      const row = byHeading(list, index);
      return [row["开始时间"], row["是否计入"], row["计入天数"], row["说明"]];
    });
    expect(shown).toEqual([
      ["2000-07", "不计入", 0, "不在乡镇工作"],
      ["2004-08", "计入", 7_884, "扣除学习、离岗304天"],
      ["2010-01", "不计入", 0, "与前段重叠365天，只计一次"],
      ["2015-09", "扣除", 0, "脱产学习期间不计入"],
      ["2020-01", "不计入", 0, "不是专业技术岗位"],
      ["2027-03", "不计入", 0, "在截止日之后"],
    ]);
  });

  it("sums up to what the rules count, with the days of ten, twenty and thirty years", () => {
    expect(byHeading(list, 0)).toMatchObject({
      姓名: "张示例",
      核定年限: "21年7个月",
      满10年日期: "2014-07-31",
      满20年日期: "2025-05-31",
      满30年日期: "2035-05-31\n（预计）",
    });
  });

  it("has counted days that add up to the rules' own length for everybody in a unit", () => {
    const unitFile = inventUnit(120);
    const whole = { unitFile, cycle: cycleOf(2026), pack: SHANDONG_2020 };
    const answers = evaluate(unitFile, whole.cycle, whole.pack);
    for (const { personId, assessments } of answers) {
      const years = assessments
        .flatMap(({ requirements }) => requirements)
        .find((one) => one.id === "township.years");
      if (years === undefined) continue;
      const own = serviceYears(whole, ({ id }) => id === personId);
      const shown = byHeading(own, 0)["核定年限"];
      const { length } = years.found;
      const expected = `${length.years === 0 ? "" : `${length.years}年`}${length.months === 0 ? "" : `${length.months}个月`}`;
      if (length.years + length.months > 0) expect(shown, personId).toBe(expected);
    }
  });

  it("says so where somebody has no period on file", () => {
    const [row] = serviceYears(sourceOf({ ...DOCTOR, postings: [] })).rows;
    expect(row).toContain("没有登记工作经历");
    expect(row).toContain("无");
  });
});

describe("申报资格审查表", () => {
  it("words every requirement as the engine does, with clause and outcome", () => {
    const source = sourceOf(DOCTOR);
    const [candidate] = candidatesOf(source, REGULAR);
    if (candidate === undefined) throw new Error("no candidate");
    const list = reviewForm(source, [candidate]);
    const { assessment } = candidate;
    expect(list.rows).toHaveLength(assessment.requirements.length);
    for (const [index, requirement] of assessment.requirements.entries()) {
      const row = byHeading(list, index);
      expect(row["申报条件及本人情况"]).toBe(sayRequirement(requirement));
      expect(row["依据"]).toBe(requirement.clause);
    }
    expect(byHeading(list, 0)["申报事项"]).toBe(
      `${describeQuestion(assessment).replaceAll(" ", "\n")}\n（占岗位数额）`,
    );
    expect(byHeading(list, 0)["比对结论"]).toBe("不能申报");
  });

  it("leaves the decision to a person", () => {
    const source = sourceOf(DOCTOR);
    const list = reviewForm(source, candidatesOf(source, REGULAR));
    expect(list.rows.every((row) => row.at(-1) === null)).toBe(true);
    expect(list.footers.join()).toContain("由单位审查人员核对原件后确认");
  });
});
