import { describe, expect, it } from "vitest";
import { labelDecision } from "../../../shared/policy/sentences.ts";
import { sayChange, type SayEligibility } from "../../../renderer/eligibility/change-words.ts";
import { DECISION_KEYS, wordOf } from "../../../renderer/eligibility/decision-words.ts";
import { clauseLink, recordLink } from "../../../renderer/widgets/requirement-links.ts";
import { eligibilityMessages } from "../../../renderer/eligibility/messages.ts";
import { readNotice } from "../../../shared/policy/notice/clauses.ts";
import type { Change } from "../../../renderer/eligibility/what-if.ts";
import { ANSWERS, nurse } from "./sample.ts";

const chinese = eligibilityMessages.messages["zh-CN"];
const say: SayEligibility = (key, params = {}) =>
  chinese[key].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name]));

describe("the words of eligibility", () => {
  it("are the core's own for every answer of the invented unit", () => {
    const seen = new Set<string>();
    for (const one of ANSWERS.flatMap(({ assessments }) => assessments)) {
      expect(chinese[DECISION_KEYS[wordOf(one)]]).toBe(labelDecision(one));
      seen.add(wordOf(one));
    }
    expect(seen).toEqual(new Set(["eligible", "undetermined", "later", "ineligible"]));
  });

  it("say each kind of supposition in a line", () => {
    const changes: readonly Change[] = [
      { kind: "posting", index: 0, from: "2012-01", to: null },
      { kind: "titleDate", titleId: "t1", obtainedOn: "2019-05-01" },
      { kind: "training", year: 2025, hours: 12, category: "public", inSpecialty: true },
      {
        kind: "title",
        series: "health",
        level: "senior",
        line: "grassroots",
        name: "主任护师",
        obtainedOn: "2024-12-01",
        isAppointed: false,
      },
      { kind: "appraisal", year: 2025, result: "excellent" },
      { kind: "year", year: 2028, isAssumed: true },
    ];
    expect(changes.map((change) => sayChange(say, nurse(), change))).toEqual([
      "虚构镇卫生院：2012-01至今",
      "主管护师于2019-05-01取得",
      "2025年公需科目加12学时（本专业）",
      "2024-12-01取得卫生正高级基层职称",
      "2025年考核优秀",
      "2028年度申报，今后各年学时学满、考核合格",
    ]);
  });
});

describe("the places behind a requirement", () => {
  const requirements = ANSWERS.flatMap(({ assessments }) =>
    assessments.flatMap(({ requirements: own }) => own),
  );

  it("lead to an anchor that the notice has, for every clause that cites it", () => {
    const anchors = new Set(
      readNotice().flatMap(({ clauses }) => clauses.map(({ anchor }) => `/policy#${anchor}`)),
    );
    const links = new Set(requirements.map(({ clause }) => clauseLink(clause)));
    links.delete("/policy");
    expect(links.size).toBeGreaterThan(4);
    expect([...links].filter((link) => !anchors.has(link))).toEqual([]);
  });

  it("lead to the article named first, and to the page where no notice is cited", () => {
    expect(clauseLink("鲁人社字〔2020〕42号 四、七")).toBe("/policy#42-四");
    expect(clauseLink("鲁人社字〔2020〕42号 五（二）（县局口径）")).toBe("/policy#42-五（二）");
    expect(clauseLink("威人社字〔2020〕36号 二")).toBe("/policy#36-二");
    expect(clauseLink("政务处分法 第二十条（县局口径）")).toBe("/policy");
  });

  it("are the person's tab, or the unit's posts", () => {
    expect(recordLink("a b", "training.annual")).toBe("/people/a%20b/training");
    expect(recordLink("a", "quota.vacancy")).toBe("/posts");
  });
});
