import type { Person } from "../../../shared/records/person.ts";
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { candidateRoster } from "../../../shared/workbook/lists/candidate-roster.ts";
import type { CandidateChoice } from "../../../shared/workbook/lists/candidates.ts";
import { catalogueList, catalogueRowsOf } from "../../../shared/workbook/lists/catalogue-list.ts";
import { listPlan } from "../../../shared/workbook/lists/list-plan.ts";
import { publicityList } from "../../../shared/workbook/lists/publicity-list.ts";
import { reviewForm } from "../../../shared/workbook/lists/review-form.ts";
import { serviceYears } from "../../../shared/workbook/lists/service-years.ts";
import { trainingSummary } from "../../../shared/workbook/lists/training-summary.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { titleWith, UNIT } from "../../support/unit-file.ts";
import { sheetsOfPlan } from "./sheets-of-plan.ts";
import {
  ID_NUMBER,
  DOCTOR,
  sourceOf,
  REGULAR,
  resolve,
  candidatesOf,
  byHeading,
} from "./list-sources.ts";

describe("基层单位目录清单", () => {
  const NOTICE = new URL("../../fixtures/policy/annex-basic-units.txt", import.meta.url);

  it("has title, lines, headings and ten numbered rows as the annex prints them", () => {
    const annex = readFileSync(NOTICE, "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const list = catalogueList([]);
    const plain = (text: string) => text.replaceAll(/\s/g, "");
    expect([list.above, list.title, ...list.lines.flat()].map((text) => plain(text ?? ""))).toEqual(
      annex.slice(0, 4).map(plain),
    );
    expect(list.columns.map(({ heading }) => plain(heading))).toEqual(
      annex[4]?.split("\t").map(plain),
    );
    expect(list.rows.map(([number]) => number)).toEqual(annex.slice(5).map(Number));
  });

  it("names the units of the catalogue, and no others", () => {
    const units = [
      { ...UNIT, address: "示例镇中心街1号", townshipAllowance: true },
      { ...UNIT, id: "u-2", name: "城区医院", inCatalogue: false },
      { ...UNIT, id: "u-3", name: "示例镇小学", townshipAllowance: false },
      { ...UNIT, id: "u-4", name: "示例镇农技站" },
    ];
    const list = catalogueList(catalogueRowsOf(units));
    expect(list.rows.slice(0, 4)).toEqual([
      [1, "示例镇卫生院", "示例镇中心街1号", "是", null],
      [2, "示例镇小学", null, "否", null],
      [3, "示例镇农技站", null, null, null],
      [4, null, null, null, null],
    ]);
    expect(
      catalogueList(catalogueRowsOf(Array.from({ length: 12 }, () => UNIT))).rows,
    ).toHaveLength(12);
  });
});

describe("a candidate", () => {
  it("is found by person, pathway and line", () => {
    const [candidate] = candidatesOf(sourceOf(DOCTOR), REGULAR);
    expect(candidate?.assessment).toMatchObject({
      pathway: "regular",
      line: "provincial",
      level: "associateSenior",
    });
  });

  it.each<[string, CandidateChoice]>([
    ["person", { ...REGULAR, personId: "p-9" }],
    ["assessment", { ...REGULAR, pathway: "exchange" }],
    ["assessment", { ...REGULAR, level: "senior" }],
  ])("without an answer of that kind is named, with the reason: %s", (code, choice) => {
    expect(resolve(sourceOf(DOCTOR), REGULAR, choice)).toEqual({
      ok: false,
      unknown: [{ code, choice }],
    });
  });

  it("who may apply for several levels must say which", () => {
    const graduate: Partial<Person> = {
      ...DOCTOR,
      titles: [],
      appointments: [],
      education: [{ level: "doctor", degree: "doctor", graduatedOn: "2004-07" }],
    };
    const source = sourceOf(graduate);
    expect(resolve(source, REGULAR)).toEqual({
      ok: false,
      unknown: [{ code: "level", choice: REGULAR }],
    });
    expect(candidatesOf(source, { ...REGULAR, level: "intermediate" })).toHaveLength(1);
  });
});

describe("申报人员花名册", () => {
  it("keeps the days of obtaining, of appointment and of counting apart, in official words", () => {
    const source = sourceOf(DOCTOR);
    const list = candidateRoster(source, candidatesOf(source, REGULAR));
    expect(byHeading(list, 0)).toMatchObject({
      姓名: "张示例",
      身份证号: ID_NUMBER,
      学历情况学历: "本科",
      学历情况毕业院校: "示例大学",
      现职称情况职称名称: "主治医师",
      现职称情况取得时间: "2012-11-20",
      现职称情况聘任时间: "2013-01",
      现职称情况任职年限起算时间: "2013-01-01",
      现职称情况任职年限: "14年",
      乡镇专业技术工作年限: "22年5个月",
      申报情况申报级别: "副高级",
      申报情况申报类别: "全省统一职称",
      申报情况申报通道: "正常申报",
      申报情况是否占岗位数额: "占岗位数额",
    });
  });

  it("takes the highest title held in the series applied for", () => {
    const source = sourceOf({
      ...DOCTOR,
      titles: [
        titleWith({ id: "t0", level: "assistant", name: "医师", obtainedOn: "2006-11-20" }),
        titleWith({ obtainedOn: "2012-11-20" }),
        titleWith({
          id: "t9",
          series: "statistics",
          level: "associateSenior",
          name: "高级统计师",
          obtainedOn: "2020-01-01",
        }),
        titleWith({ id: "t8", level: "senior", name: "主任医师", obtainedOn: "2026-12-01" }),
      ],
    });
    const list = candidateRoster(source, candidatesOf(source, REGULAR));
    expect(byHeading(list, 0)).toMatchObject({ 现职称情况职称名称: "主治医师" });
  });
});

describe("公示表", () => {
  it("carries no ID number, no telephone number and no day of birth, wherever somebody wrote them", () => {
    const source = sourceOf({
      ...DOCTOR,
      name: `张示例 ${ID_NUMBER}`,
      titles: [titleWith({ name: "主治医师 139-0000-0000" })],
    });
    const list = publicityList(source, candidatesOf(source, REGULAR), {
      from: "2026-09-05",
      to: "2026-09-11",
    });
    const text = JSON.stringify(sheetsOfPlan(listPlan(list)));
    expect(text).not.toContain(ID_NUMBER);
    expect(text).not.toMatch(/\d{7,}|139-0000/);
    expect(text).not.toContain("1980-01-01");
    expect(byHeading(list, 0)).toMatchObject({
      出生年月: "1980-01",
      职称取得时间: "2012-11-20",
      聘任时间: "2013-01",
    });
    expect(list.columns.map(({ heading }) => heading).join()).not.toMatch(/身份证|电话/);
  });

  it("holds nothing like a number of a person for a whole unit", () => {
    const unitFile = inventUnit(60);
    const source = { unitFile, cycle: cycleOf(2026), pack: SHANDONG_2020 };
    const answers = evaluate(unitFile, source.cycle, source.pack);
    const choices = answers.flatMap(({ personId, assessments }) =>
      assessments
        .slice(0, 1)
        .map(({ pathway, line, level }) => ({ personId, pathway, line, level })),
    );
    const list = publicityList(source, candidatesOf(source, ...choices));
    expect(list.rows.length).toBeGreaterThan(50);
    expect(JSON.stringify(list)).not.toMatch(/\d{7,}/);
  });
});

describe("an official list on paper", () => {
  const source = sourceOf(DOCTOR, { ...DOCTOR, id: "p-002", idNumber: null, name: "李示例" });
  const candidates = candidatesOf(source, REGULAR, { ...REGULAR, personId: "p-002" });
  const lists = [
    catalogueList(catalogueRowsOf([UNIT])),
    candidateRoster(source, candidates),
    publicityList(source, candidates),
    trainingSummary(source),
    serviceYears(source),
    reviewForm(source, candidates),
  ];

  it.each(lists.map((list) => [list.name, list] as const))(
    "%s repeats its headings on every page and fits its width",
    (_, list) => {
      const [sheet] = listPlan(list).sheets;
      expect(sheet?.print?.repeatedRows).toBeDefined();
      expect(sheet?.frozen?.rows).toBe(sheet?.print?.repeatedRows?.[1]);
      const rows = [...(sheet?.rows ?? [])];
      expect(rows).toHaveLength(sheet?.rowCount ?? 0);
      const width = list.columns.length;
      expect(list.rows.every((row) => row.length === width)).toBe(true);
      for (const merged of sheet?.merged ?? []) {
        expect(merged.right).toBeLessThan(width);
        expect(merged.bottom).toBeLessThanOrEqual(rows.length);
      }
    },
  );

  it.each(lists.map((list) => [list.name, list] as const))("%s merges no cell twice", (_, list) => {
    const [sheet] = listPlan(list).sheets;
    const seen = new Set<string>();
    for (const { top, bottom, left, right } of sheet?.merged ?? []) {
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) {
          const key = `${row} ${column}`;
          expect(seen.has(key), key).toBe(false);
          seen.add(key);
        }
      }
    }
  });
});
