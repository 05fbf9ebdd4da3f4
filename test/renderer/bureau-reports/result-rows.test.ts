import { describe, expect, it } from "vitest";
import {
  findResultFaults,
  newResults,
  passRest,
  type ResultRow,
  tailOf,
  typedOf,
} from "../../../renderer/bureau-reports/result-rows.ts";

const TODAY = "2026-11-26";

function row(key: string, told: ResultRow["told"] = null): ResultRow {
  return { key, personId: key, name: `张${key}`, idNumber: null, question: "副高级", told };
}

const PASSED = { outcome: "passed", on: "2026-11-01", certificate: "A1" } as const;
const ROWS = [row("a"), row("b", PASSED)];

describe("a row of the results", () => {
  it("shows what was told until something else is typed", () => {
    expect(typedOf(row("b", PASSED), {})).toEqual(PASSED);
    const typed = { b: { outcome: "failed", on: "2026-11-02", certificate: "" } } as const;
    expect(typedOf(row("b", PASSED), typed)).toEqual(typed.b);
  });

  it("shows the last four of an ID number", () => {
    expect([tailOf("37010119800101002X"), tailOf(null)]).toEqual(["002X", null]);
  });
});

describe("the results to tell", () => {
  it("are those that say something else than was told", () => {
    const typed = { a: { outcome: "passed", on: "2026-11-01", certificate: " Ａ２ " } } as const;
    expect(newResults(ROWS, typed)).toEqual([
      { key: "a", result: { outcome: "passed", on: "2026-11-01", certificate: "A2" } },
    ]);
    expect(newResults(ROWS, {})).toEqual([]);
  });

  it("tell a corrected certificate again", () => {
    const typed = { b: { ...PASSED, certificate: "A9" } };
    expect(newResults(ROWS, typed).map(({ result }) => result.certificate)).toEqual(["A9"]);
  });
});

describe("the faults of results", () => {
  const faultOf = (outcome: "passed" | "failed" | "", on: string | null, certificate = "") =>
    findResultFaults([row("a")], { a: { outcome, on, certificate } }, TODAY).map(
      ({ code }) => code,
    );

  it("are a missing day, a day to come, and a certificate of somebody who failed", () => {
    expect(faultOf("passed", null)).toEqual(["on"]);
    expect(faultOf("passed", "2026-11-27")).toEqual(["future"]);
    expect(faultOf("failed", TODAY, "A1")).toEqual(["certificate"]);
  });

  it("are none where nothing or everything is said", () => {
    expect(faultOf("", null)).toEqual([]);
    expect(faultOf("passed", TODAY, "A1")).toEqual([]);
    expect(faultOf("failed", TODAY)).toEqual([]);
  });
});

it("filling in many leaves what has a result", () => {
  expect(passRest(ROWS, {}, "2026-11-20")).toEqual({
    a: { outcome: "passed", on: "2026-11-20", certificate: "" },
  });
});
