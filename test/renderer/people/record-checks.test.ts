import { describe, expect, test } from "vitest";
import {
  blankPerson,
  recordOf,
  withBasics,
  withRecord,
} from "../../../renderer/people/form-values.ts";
import type { FormValues, RecordKind } from "../../../renderer/people/field-spec.ts";
import { checkCandidate, fillFromIdNumber } from "../../../renderer/people/record-checks.ts";
import { BASIC_FIELDS, RECORD_SPECS } from "../../../renderer/people/record-kinds.ts";
import { RECORD_MESSAGES } from "../../../renderer/people/record-messages.ts";
import { idNumberOf } from "../../support/id-number.ts";
import { sayChinese, somebody } from "./support.ts";

const say = sayChinese(RECORD_MESSAGES);
const NUMBER = idNumberOf("1984-05-02", 122);
const WRONG = `${NUMBER.slice(0, 17)}${NUMBER.endsWith("0") ? "1" : "0"}`;

function checkRecord(kind: RecordKind, index: number | null, values: FormValues) {
  const person = somebody({ appraisals: [{ year: 2024, result: "qualified" }] });
  const record = recordOf(RECORD_SPECS[kind].fields, values);
  const place = index ?? person[kind].length;
  return checkCandidate(withRecord(person, kind, index, record), [kind, place], [person], say);
}

function checkBasics(values: FormValues, others = [somebody({ id: "p-2", idNumber: NUMBER })]) {
  return checkCandidate(withBasics(blankPerson("p-1"), BASIC_FIELDS, values), [], others, say);
}

describe("the faults of a record's form", () => {
  test("stand beside the field that they belong to", () => {
    const { ok, faults } = checkRecord("postings", null, {
      from: "2020-02-30",
      to: "2019-01",
      setting: "",
      kind: "regular",
      professional: true,
      series: "health",
    });
    expect(ok).toBe(false);
    expect(Object.fromEntries(faults.byField)).toEqual({
      from: ["日期不存在或写法不对，应写成 2006-07-01 或 2006-07"],
      setting: ["必填，请补上"],
    });
    expect(faults.elsewhere).toEqual([]);
  });

  test("tell an end before the beginning at the end", () => {
    const values = { titleId: "t1", post: "regular", from: "2020-02", to: "2019-01" };
    expect(checkRecord("appointments", null, values).faults.byField.get("to")).toEqual([
      "结束日期早于开始日期（2020-02）",
    ]);
  });

  test("name the other record in the screen's words, not in those of the file", () => {
    const values = { year: "2024", result: "excellent" };
    expect(checkRecord("appraisals", null, values).faults.byField.get("year")).toEqual([
      "同一年度已有考核结果（年度考核第1条“年度”），每年只能有一个",
    ]);
    expect(checkRecord("appraisals", 0, values).ok).toBe(true);
  });

  test("reach the subjects of an examination one by one", () => {
    const subjects = [{ name: "", score: "57", nationalLine: "六十" }];
    const { faults } = checkRecord("exams", null, {
      year: "2025",
      series: "health",
      level: "intermediate",
      subjects,
    });
    expect([...faults.byField.keys()].toSorted()).toEqual([
      "subjects.0.name",
      "subjects.0.nationalLine",
    ]);
  });
});

describe("the faults of 基本信息", () => {
  test("include what breaks elsewhere in the file, with its place", () => {
    const values = { name: "王秀兰", sex: "female", birthDate: "2010-01", idNumber: "" };
    const candidate = withBasics(somebody(), BASIC_FIELDS, values);
    const { faults } = checkCandidate(candidate, [], [], say);
    expect(faults.elsewhere).toEqual(["工作经历第1条“开始时间”：早于出生日期（2010-01）"]);
  });

  test("tell a wrong check digit while everything else is still empty", () => {
    const { faults } = checkBasics({
      name: "",
      sex: "",
      birthDate: "",
      idNumber: WRONG,
    });
    expect(Object.fromEntries(faults.byField)).toEqual({
      name: ["必填，请补上"],
      sex: ["必填，请补上"],
      birthDate: ["必填，请补上"],
      idNumber: ["身份证号校验码不对，请对照证件重新录入"],
    });
  });

  test("tell a birth date and a sex that contradict the number", () => {
    const values = { name: "甲", sex: "male", birthDate: "1984-05-03", idNumber: NUMBER };
    const { faults } = checkBasics(values, []);
    expect([...faults.byField.keys()].toSorted()).toEqual(["birthDate", "sex"]);
  });

  test("name the person who bears the same ID number, and never the person themselves", () => {
    const values = { name: "甲", sex: "female", birthDate: "1984-05-02", idNumber: NUMBER };
    const twice = checkBasics(values);
    expect(twice.ok).toBe(false);
    expect(twice.faults.byField.get("idNumber")).toEqual(["身份证号与“王秀兰”重复"]);
    expect(checkBasics(values, [somebody({ idNumber: NUMBER })]).ok).toBe(true);
  });
});

describe("a sound ID number", () => {
  const empty = { idNumber: NUMBER, birthDate: "", sex: "" };

  test("fills birth date and sex where they are empty, and says which", () => {
    expect(fillFromIdNumber(empty)).toEqual({
      values: { idNumber: NUMBER, birthDate: "1984-05-02", sex: "female" },
      filled: ["birthDate", "sex"],
    });
  });

  test("never changes what is typed", () => {
    const typed = { ...empty, birthDate: "1990-01-01", sex: "male" };
    expect(fillFromIdNumber(typed)).toEqual({ values: typed, filled: [] });
  });

  test("is needed: a wrong one fills nothing", () => {
    const wrong = { ...empty, idNumber: WRONG };
    expect(fillFromIdNumber(wrong)).toEqual({ values: wrong, filled: [] });
  });
});
