import { describe, expect, it } from "vitest";
import { readPasted } from "../../../renderer/bureau-reports/paste-results.ts";
import type { ResultRow } from "../../../renderer/bureau-reports/result-rows.ts";

function row(key: string, name: string, idNumber: string | null): ResultRow {
  return { key, personId: key, name, idNumber, question: "副高级", told: null };
}

const ROWS = [
  row("a", "张示例", "37010119800101002X"),
  row("b", "阿卜杜拉·买买提", "370101198001010038"),
  row("c", "李示例", null),
  row("d1", "王示例", "370101198001010046"),
  row("d2", "王示例", "370101198001010046"),
];

const codesOf = (text: string) => readPasted(text, ROWS).faults.map(({ code }) => code);

describe("rows pasted from a workbook", () => {
  it("fill in by name and ID number, whole or its end, with headings and empty rows passed over", () => {
    const { typed, count, faults } = readPasted(
      [
        "姓名\t身份证号\t结果\t日期\t证书编号",
        "张 示例\t３７０１０119800101002x\t通过\t2026年11月1日\t鲁A 001",
        "\t\t\t\t",
        "阿卜杜拉•买买提\t0038\t未通过\t2026.11.1\t",
      ].join("\r\n"),
      ROWS,
    );
    expect(faults).toEqual([]);
    expect(count).toBe(2);
    expect(typed).toEqual({
      a: { outcome: "passed", on: "2026-11-01", certificate: "鲁A001" },
      b: { outcome: "failed", on: "2026-11-01", certificate: "" },
    });
  });

  it("say in which line somebody is not of this unit", () => {
    expect(
      readPasted("张示例\t002X\t通过\t2026-11-01\n赵示例\t1234\t通过\t2026-11-01", ROWS).faults,
    ).toEqual([{ line: 2, code: "unknown", name: "赵示例" }]);
  });

  it("are not taken where the name fits and the number does not", () => {
    expect(codesOf("张示例\t0038\t通过\t2026-11-01")).toEqual(["unknown"]);
  });

  it("are not taken by three digits, nor for somebody without a number on file", () => {
    expect(codesOf("张示例\t02X\t通过\t2026-11-01")).toEqual(["short"]);
    expect(codesOf("李示例\t1234\t通过\t2026-11-01")).toEqual(["noNumber"]);
  });

  it("are not taken for somebody with two applications", () => {
    expect(codesOf("王示例\t0046\t通过\t2026-11-01")).toEqual(["several"]);
  });

  it("are not taken with a result or a day that says nothing", () => {
    expect(codesOf("张示例\t002X\t待定\t2026-11-01")).toEqual(["outcome"]);
    expect(codesOf("张示例\t002X\t通过\t")).toEqual(["date"]);
    expect(codesOf("张示例\t002X\t通过\t2026-11")).toEqual(["date"]);
  });

  it("are taken once", () => {
    const line = "张示例\t002X\t通过\t2026-11-01";
    expect(readPasted(`${line}\n${line}`, ROWS)).toMatchObject({
      count: 1,
      faults: [{ line: 2, code: "twice" }],
    });
  });
});
