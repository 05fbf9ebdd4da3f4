import { describe, expect, it } from "vitest";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import type {
  Requirement,
  RequirementFigures,
  RequirementId,
} from "../../../shared/policy/requirement.ts";
import {
  describeObstacles,
  describeQuestion,
  describeRequirement,
  labelDecision,
  sayRequirement,
} from "../../../shared/policy/sentences.ts";
import { sayDate, sayLength, sayYears } from "../../../shared/policy/wording/phrases.ts";

/** The sentence of a requirement with the given figures. */
function say<Id extends RequirementId>(
  id: Id,
  expected: RequirementFigures[Id]["expected"],
  found: RequirementFigures[Id]["found"],
  metOn: string | null = null,
): string {
  const status = metOn === null ? "met" : "unmet";
  return sayRequirement({ id, status, clause: "某条", expected, found, metOn } as Requirement);
}

const ON = "2026-09-01";
const POSTING = {
  employer: "示例镇卫生院",
  setting: "township",
  kind: "regular",
  from: "2004-08",
} as const;
const COUNTY = { ...POSTING, employer: "县医院", setting: "county" } as const;
const LENGTH = { from: "2004-08-01", years: 22, months: 4, days: 3 };
const TITLE = {
  name: "副主任医师",
  level: "associateSenior",
  line: "grassroots",
  obtainedOn: "2023-12-20",
} as const;
const HOURS_NEEDED = { years: [2021, 2022], total: 90, public: 30, professional: 60 };
const GOOD_YEAR = { total: 90, public: 30, professional: 60, isEnough: true };

describe("the sentence of a requirement", () => {
  it("is worded as agreed, with its clause", () => {
    const requirement: Requirement = {
      id: "township.years",
      status: "met",
      clause: "鲁人社字〔2020〕42号 六",
      expected: { years: 20, by: "2026-12-31" },
      found: { length: LENGTH },
      metOn: null,
    };
    const sentence = "乡镇专业技术工作年限：截至2026年12月31日满22年4个月，要求满20年";
    expect(sayRequirement(requirement)).toBe(sentence);
    expect(describeRequirement(requirement)).toBe(`${sentence}（依据：鲁人社字〔2020〕42号 六）`);
  });

  it("names the day on which it will be met", () => {
    expect(
      say("township.years", { years: 20, by: "2026-12-31" }, { length: LENGTH }, "2027-01-01"),
    ).toMatch(/，预计2027年1月1日可以满足$/);
  });

  it("tells where somebody works", () => {
    const inCatalogue = { posting: POSTING, inCatalogue: true };
    expect(say("employment.grassroots", { on: ON }, inCatalogue)).toBe(
      "基层单位在岗：2026年9月1日在示例镇卫生院（乡镇，正常聘用）从事专业技术工作，本单位已列入基层单位目录清单",
    );
    expect(say("employment.grassroots", { on: ON }, { posting: null, inCatalogue: false })).toBe(
      "基层单位在岗：2026年9月1日不在乡镇或其他基层单位的专业技术岗位上，本单位未列入基层单位目录清单",
    );
    expect(say("employment.township", { on: ON }, { posting: null })).toBe(
      "乡镇在岗：2026年9月1日不在乡镇专业技术岗位上",
    );
    const nameless = { ...POSTING, employer: null };
    expect(say("employment.township", { on: ON }, { posting: nameless })).toBe(
      "乡镇在岗：2026年9月1日在乡镇单位（正常聘用）从事专业技术工作",
    );
  });

  it("tells education and tenure", () => {
    expect(
      say("ladder.education", { education: "college", on: ON }, { education: "bachelor" }),
    ).toBe("学历：最高学历为本科，要求大专以上");
    expect(say("ladder.education", { education: null, on: ON }, { education: null })).toBe(
      "学历：截至2026年9月1日没有已毕业的学历记录，政策包没有本系列本级别的学历要求，须由县级人社局认定",
    );
    const rung = { education: "bachelor", years: 5, by: "2026-12-31" } as const;
    const found = { length: LENGTH, hasRungs: true };
    expect(
      say("ladder.tenure", { ...rung, from: "intermediate", basis: "appointment" }, found),
    ).toBe("任职年限：中级职称聘任后截至2026年12月31日满22年4个月，要求满5年（按本科学历）");
    expect(say("ladder.tenure", { ...rung, from: "assistant", basis: "title" }, found)).toContain(
      "助理级职称取得后",
    );
    expect(say("ladder.tenure", { ...rung, from: null, basis: "title" }, found)).toContain(
      "毕业后从事专业技术工作截至",
    );
    expect(say("ladder.tenure", { ...rung, years: 0, from: null, basis: "title" }, found)).toBe(
      "任职年限：本科以上学历，不要求任职年限",
    );
    expect(say("ladder.tenure", null, found)).toBe(
      "任职年限：学历未达到任何一档要求，任职年限无从计算",
    );
    expect(say("ladder.tenure", null, { ...found, hasRungs: false })).toBe(
      "任职年限：政策包没有本系列本级别的任职年限要求，须由县级人社局认定",
    );
  });

  it("tells hours year by year where they are short", () => {
    const years = [2021, 2022].map((year) => ({ year, ...GOOD_YEAR }));
    expect(say("training.annual", HOURS_NEEDED, { years })).toBe(
      "继续教育学时：2021年至2022年均已学满，要求每年不少于90学时，其中公需科目30、专业科目60",
    );
    const short = { year: 2023, total: 89, public: 30, professional: 59, isEnough: false };
    const needed = { ...HOURS_NEEDED, years: [2021, 2023] };
    expect(say("conversion.training", needed, { years: [...years.slice(0, 1), short] })).toBe(
      "聘期继续教育学时：2023年89学时（公需30、专业59），未学满，要求每年不少于90学时，其中公需科目30、专业科目60",
    );
    expect(say("training.annual", { ...HOURS_NEEDED, years: [] }, { years: [] })).toContain(
      "没有需要审核的年度",
    );
    expect(say("training.specialty", { by: 2026 }, { year: 2024 })).toBe(
      "本专业学习培训：2024年有本专业学习培训记录",
    );
    expect(say("training.specialty", { by: 2026 }, { year: null })).toContain(
      "截至2026年没有本专业学习培训记录",
    );
  });

  it("tells appraisals, naming what is not in order", () => {
    const results = [
      { year: 2024, result: "excellent" },
      { year: 2025, result: "qualified" },
    ] as const;
    expect(say("appraisal.results", { years: 2, before: 2026 }, { results })).toBe(
      "年度考核：审核前2年，2024年至2025年均为合格以上",
    );
    expect(say("appraisal.results", { years: 0, before: 2026 }, { results: [] })).toBe(
      "年度考核：本档不要求任职年限，不审核年度考核",
    );
    const mixed = [
      { year: 2023, result: null },
      { year: 2024, result: "basicallyQualified" },
      ...results.slice(1),
    ] as const;
    expect(say("conversion.appraisals", { years: 5 }, { results: mixed })).toBe(
      "聘期考核：2023年至2025年中，2023年没有考核结果，2024年基本合格",
    );
    expect(say("directHire.appraisals", { years: 5 }, { results: [] })).toBe(
      "服务期考核：没有需要审核的年度",
    );
  });

  it("tells what the two lines bar", () => {
    const level = "associateSenior";
    expect(say("line.held", { line: "grassroots", level }, { title: null })).toBe(
      "未持有同类同级职称：尚未取得副高级基层职称",
    );
    expect(say("line.held", { line: "grassroots", level }, { title: TITLE })).toBe(
      "未持有同类同级职称：已取得副高级基层职称“副主任医师”（2023年12月20日取得），不必再报",
    );
    const sameYear = { year: 2026, otherLine: "provincial" } as const;
    expect(say("line.sameYear", sameYear, { applications: [] })).toBe(
      "同年度只报一类：2026年没有申报全省统一职称",
    );
    expect(say("line.sameYear", sameYear, { applications: [{ level, outcome: "passed" }] })).toBe(
      "同年度只报一类：2026年已申报副高级全省统一职称（通过），同年度不得同时申报两类职称",
    );
    const lockout = { years: 5, otherLine: "grassroots", level, on: ON } as const;
    expect(say("line.lockout", lockout, { titles: [] })).toBe(
      "两类职称间隔：截至2026年9月1日没有取得过副高级基层职称",
    );
    expect(say("line.lockout", lockout, { titles: [{ ...TITLE, freeOn: "2028-12-21" }] })).toBe(
      "两类职称间隔：已取得副高级基层职称“副主任医师”（2023年12月20日取得），5年内不得申报另一类同级别职称，2028年12月21日起不受限",
    );
  });

  it("tells sanctions and posts", () => {
    expect(say("sanction.none", { on: ON }, { sanctions: [] })).toBe(
      "无影响申报的处分：2026年9月1日没有在处分期内",
    );
    const sanctions = [
      { kind: "warning", from: "2026-01-01", to: null, bars: false },
      { kind: "demerit", from: "2026-03-01", to: "2027-02-28", bars: true },
    ] as const;
    expect(say("sanction.none", { on: ON }, { sanctions })).toBe(
      "无影响申报的处分：警告处分期未定截止日，不影响申报；记过处分期至2027年2月28日，期间不得申报",
    );
    const expected = { group: "associateSenior", free: 1, on: ON } as const;
    expect(say("quota.vacancy", expected, { approved: 2, filled: 1, special: 3, free: 1 })).toBe(
      "岗位空缺：副高级岗位核定2个，常设岗位已聘1个，特设岗位3个，空缺1个",
    );
    expect(
      say("quota.vacancy", expected, { approved: 2, filled: 4, special: 0, free: -2 }),
    ).toContain("空缺0个（超聘2个）");
    expect(
      say("quota.vacancy", expected, { approved: null, filled: 4, special: 0, free: null }),
    ).toBe("岗位空缺：副高级岗位核定数未填写，已聘4个");
  });

  it("tells exchange and doctorate", () => {
    expect(say("exchange.origin", { on: ON }, { posting: null, origin: null })).toBe(
      "交流聘用到乡镇：2026年9月1日没有交流聘用到乡镇的专业技术岗位",
    );
    const posting = { ...POSTING, kind: "exchange" } as const;
    expect(say("exchange.origin", { on: ON }, { posting, origin: COUNTY })).toBe(
      "交流聘用到乡镇：2004年8月起在示例镇卫生院（乡镇，交流聘用），此前在县医院（县级，正常聘用）",
    );
    expect(say("exchange.origin", { on: ON }, { posting, origin: null })).toContain(
      "此前没有县级及以上单位的工作经历",
    );
    expect(say("doctor.degree", { on: ON }, { graduatedOn: "2020-06" })).toBe(
      "博士学位：2020年6月取得博士学位",
    );
    expect(say("doctor.degree", { on: ON }, { graduatedOn: null })).toContain("没有取得博士学位");
    expect(say("doctor.outstanding", true, true)).toBe(
      "工作成绩突出：单位证明在乡镇基层一线工作成绩突出",
    );
    expect(say("doctor.outstanding", true, false)).toContain("单位说明不属于");
    expect(say("doctor.outstanding", true, null)).toContain("单位尚未说明是否");
  });

  it("tells conversion", () => {
    const level = "associateSenior";
    const held = { grassroots: TITLE, isStanding: true, provincial: null };
    expect(say("conversion.held", { level }, held)).toBe(
      "持有基层职称：持有副高级基层职称“副主任医师”（2023年12月20日取得）",
    );
    expect(say("conversion.held", { level }, { ...held, isStanding: false })).toContain(
      "已离开基层单位，基层职称失效",
    );
    expect(say("conversion.held", { level }, { ...held, grassroots: null })).toContain(
      "没有取得过副高级基层职称",
    );
    const provincial = { ...TITLE, line: "provincial" } as const;
    expect(say("conversion.held", { level }, { ...held, provincial })).toContain("不必换发");
    expect(
      say("conversion.years", { level, years: 5, by: ON }, { length: { ...LENGTH, from: null } }),
    ).toBe("基层职称聘任年限：副高级基层职称累计聘任截至2026年9月1日没有可计算的年限，要求满5年");
  });

  it("tells direct hire and examination", () => {
    const expected = { education: "master", title: "associateSenior", on: ON } as const;
    const provincial = { ...TITLE, line: "provincial" } as const;
    expect(
      say("directHire.qualification", expected, { education: "bachelor", title: provincial }),
    ).toBe(
      "学历或职称：最高学历为本科，持有副高级全省统一职称“副主任医师”（2023年12月20日取得），要求硕士研究生以上学历或副高级以上职称",
    );
    expect(say("directHire.qualification", expected, { education: null, title: null })).toContain(
      "没有已毕业的学历记录，没有副高级以上全省统一职称",
    );
    expect(say("directHire.origin", { on: ON }, { posting: null })).toContain("不在基层单位");
    expect(say("directHire.origin", { on: ON }, { posting: POSTING })).toContain(
      "已在示例镇卫生院（乡镇，正常聘用），不属于非基层人员",
    );
    expect(say("directHire.volunteer", true, true)).toBe(
      "本人自愿：单位证明自愿到乡镇事业单位工作",
    );
    expect(say("directHire.served", { years: 5, by: ON }, { length: LENGTH })).toBe(
      "直接聘用服务年限：直接聘用到乡镇后截至2026年9月1日满22年4个月，要求满5年",
    );
    const subjects = [{ name: "专业知识", score: 57, nationalLine: 60 }];
    const exams = [
      { year: 2025, subjects, isWithin: true },
      { year: 2024, subjects, isWithin: false },
    ];
    expect(say("exam.margin", { margin: 5 }, { exams })).toBe(
      "考试成绩：2025年专业知识57分（合格线60分），在范围内；2024年专业知识57分（合格线60分），不在范围内，要求每科低于国家合格线不超过5分",
    );
  });
});

describe("phrases", () => {
  it.each([
    ["2026-12-31", "2026年12月31日"],
    ["2026-07", "2026年7月"],
  ])("%s is said %s", (date, said) => {
    expect(sayDate(date)).toBe(said);
  });

  it.each([
    [{ years: 22, months: 4, days: 9 }, "22年4个月"],
    [{ years: 22, months: 0, days: 9 }, "22年"],
    [{ years: 0, months: 4, days: 9 }, "4个月"],
    [{ years: 0, months: 0, days: 9 }, "9天"],
  ])("a length is said without odd days once it has months", (length, said) => {
    expect(sayLength({ from: "2004-08-01", ...length })).toBe(said);
  });

  it.each([
    [[], ""],
    [[2025], "2025年"],
    [[2021, 2022, 2023], "2021年至2023年"],
    [[2021, 2023], "2021年、2023年"],
  ])("years %j are said %s", (years, said) => {
    expect(sayYears(years)).toBe(said);
  });
});

describe("an assessment in words", () => {
  const assessment: Assessment = {
    pathway: "regular",
    line: "grassroots",
    series: "health",
    level: "associateSenior",
    decision: "ineligible",
    quota: "counts",
    eligibleOn: "2027-01-01",
    requirements: [
      {
        id: "doctor.degree",
        status: "unmet",
        clause: "甲",
        expected: { on: ON },
        found: { graduatedOn: null },
        metOn: null,
      },
      {
        id: "doctor.outstanding",
        status: "unknown",
        clause: "乙",
        expected: true,
        found: null,
        metOn: null,
      },
      {
        id: "employment.township",
        status: "met",
        clause: "丙",
        expected: { on: ON },
        found: { posting: POSTING },
        metOn: null,
      },
    ],
  };

  it("names pathway, line, series and level, and no more than there is", () => {
    expect(describeQuestion(assessment)).toBe("正常申报 基层职称 卫生 副高级");
    const post = { pathway: "directHire", line: null, series: null, level: null } as const;
    expect(describeQuestion(post)).toBe("直接聘用（凡下必用）");
  });

  it.each([
    ["eligible", null, "可以申报"],
    ["ineligible", null, "不能申报"],
    ["ineligible", "2027-01-01", "暂不能申报"],
    ["undetermined", null, "待核实"],
  ] as const)("%s with %s: %s", (decision, eligibleOn, label) => {
    expect(labelDecision({ decision, eligibleOn })).toBe(label);
  });

  it("lists what stands in the way, and what is not known", () => {
    expect(describeObstacles(assessment)).toEqual([
      "不符合：博士学位：截至2026年9月1日没有取得博士学位（依据：甲）",
      "无法判定：工作成绩突出：单位尚未说明是否在乡镇基层一线工作成绩突出（依据：乙）",
    ]);
  });
});
