import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { citationsIn, countFound, markFound } from "../../../renderer/policy/notice.ts";
import { anchorsOf, citedClauses, readNotice } from "../../../shared/policy/notice/clauses.ts";
import { NOTICE_TEXT } from "../../../shared/policy/notice/notice-text.ts";
import { citeBasis } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";

const SOURCE = new URL("../../../../shared/policy/notice-2020-36.txt", import.meta.url);
const documents = readNotice();
const clauses = new Map(
  documents.flatMap((document) => document.clauses).map((clause) => [clause.anchor, clause]),
);
const textAt = (anchor: string) =>
  clauses
    .get(anchor)
    ?.paragraphs.map(({ text }) => text)
    .join("\n") ?? "";

describe("the notice on the screen", () => {
  it.runIf(existsSync(SOURCE))("is the published text, letter for letter", () => {
    expect(NOTICE_TEXT).toBe(readFileSync(SOURCE, "utf8"));
  });

  it("loses no letter when it is split by clause", () => {
    const letters = (text: string) => text.replaceAll(/[\s*]/g, "");
    const split = documents
      .flatMap((document) => document.clauses)
      .flatMap(({ paragraphs }) => paragraphs)
      .map(({ text }) => text)
      .join("");
    expect(letters(split)).toBe(letters(NOTICE_TEXT));
  });

  it("gives the clauses that a citation names, and none for other laws", () => {
    expect(citedClauses("鲁人社字〔2020〕42号 五（一）").map(({ anchor }) => anchor)).toEqual([
      "42-五（一）",
    ]);
    expect(citedClauses("个人信息保护法 第二十四条")).toEqual([]);
  });

  it("has each document with its own number and articles", () => {
    expect(documents.map(({ number }) => number)).toEqual(["36", "42"]);
    expect(textAt("36-首")).toContain("威人社字〔2020〕36号");
    expect(textAt("42-首")).toContain("鲁人社字〔2020〕42号");
    expect([...clauses.keys()]).toEqual([
      "36-首",
      ...["一", "二", "三", "四", "五"].map((article) => `36-${article}`),
      "36-尾",
      "42-首",
      ...["一", "二", "三", "四", "五", "五（一）", "五（二）", "六", "七", "八"].map(
        (article) => `42-${article}`,
      ),
      "42-尾",
    ]);
  });

  it("joins a sentence that the printed page broke", () => {
    expect(textAt("42-五（二）")).toContain("本人自愿到乡镇事业单位工作的，可直接聘用");
    expect(textAt("36-四")).toContain("基层卫生、基层中小学教师高级职称");
  });

  it("has the words that the rules rest on where the rules say", () => {
    expect(textAt("42-四")).toContain("5年内不得申报另一类同级别的职称");
    expect(textAt("42-六")).toContain("10年、20年、30年以上");
    expect(textAt("42-七")).toContain("不低于 90 学时");
    expect(textAt("36-二")).toContain("于当年6月底前报");
  });
});

describe("a citation", () => {
  it("leads to its article, marked 县局口径 or not", () => {
    expect(anchorsOf("鲁人社字〔2020〕42号 五（二）")).toEqual(["42-五（二）"]);
    expect(anchorsOf("鲁人社字〔2020〕42号 四（县局口径）")).toEqual(["42-四"]);
    expect(anchorsOf("威人社字〔2020〕36号 二")).toEqual(["36-二"]);
    expect(anchorsOf("鲁人社字〔2020〕42号 四、七")).toEqual(["42-四", "42-七"]);
  });

  it("leads nowhere for another law, or for an assumption alone", () => {
    expect(anchorsOf("人社部发〔2023〕6号 第三十条")).toEqual([]);
    expect(anchorsOf("县局口径")).toEqual([]);
  });

  it("of every parameter of the shipped pack leads to a clause that is there", () => {
    const cited = Object.values(SHANDONG_2020.parameters)
      .flatMap((basis) => anchorsOf(citeBasis(SHANDONG_2020, basis)))
      .filter((anchor) => !clauses.has(anchor));
    expect(cited).toEqual([]);
  });
});

describe("the list of contents", () => {
  it("has a citation for every article, which leads back to it", () => {
    const cited = documents.flatMap((document) => citationsIn(document));
    expect(cited.map(({ citation }) => anchorsOf(citation))).toEqual(
      [...clauses.keys()].filter((anchor) => !/[首尾]$/.test(anchor)).map((anchor) => [anchor]),
    );
  });
});

describe("searching the notice", () => {
  it("marks each place and keeps the rest", () => {
    expect(markFound("基层职称与基层", "基层")).toEqual([
      { at: 0, text: "基层", isFound: true },
      { at: 2, text: "职称与", isFound: false },
      { at: 5, text: "基层", isFound: true },
    ]);
  });

  it("marks nothing while nothing is looked for", () => {
    expect(markFound("基层", " ")).toEqual([{ at: 0, text: "基层", isFound: false }]);
    expect(countFound(documents, "")).toBe(0);
  });

  it("counts the places in both documents", () => {
    expect(countFound(documents, "特设岗位")).toBe(2);
    expect(countFound(documents, "没有这句话")).toBe(0);
  });
});
