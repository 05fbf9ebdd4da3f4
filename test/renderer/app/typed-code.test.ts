import { describe, expect, test } from "vitest";
import { compareCode, linesOfCode } from "../../../renderer/app/first-run/typed-code.ts";
import { createRecoveryCode } from "../../../electron/services/keys/recovery-code.ts";

const SHOWN = "123 456 789\n012 345 678";

describe("the recovery code typed back", () => {
  test("is right with blanks, line breaks, hyphens, or none", () => {
    for (const typed of [
      SHOWN,
      "123-456-789-012-345-678",
      "123456789012345678",
      "１２３ 456789012345678",
    ]) {
      expect(compareCode(typed, SHOWN)).toEqual({ state: "right" });
    }
  });

  test("names each group that differs", () => {
    expect(compareCode("123 455 789 012 346 678", SHOWN)).toEqual({
      state: "wrong",
      groups: [2, 5],
    });
  });

  test("is not called wrong while a group is being typed", () => {
    expect(compareCode("123 45", SHOWN)).toEqual({ state: "incomplete", typed: 2, all: 6 });
    expect(compareCode("", SHOWN)).toEqual({ state: "incomplete", typed: 0, all: 6 });
  });

  test("is called wrong as soon as it cannot become right", () => {
    expect(compareCode("123 49", SHOWN)).toEqual({ state: "wrong", groups: [2] });
  });

  test("is wrong with a group too many", () => {
    expect(compareCode(`${SHOWN} 999`, SHOWN)).toEqual({ state: "wrong", groups: [7] });
  });

  test("as the key store makes it is accepted, and shown in four lines of six", () => {
    const code = createRecoveryCode();
    expect(compareCode(code.replaceAll(/\s/g, ""), code)).toEqual({ state: "right" });
    expect(linesOfCode(code).map((line) => line.length)).toEqual([6, 6, 6, 6]);
    expect(linesOfCode(code).flat().join(" ")).toBe(code.split(/\s+/).join(" "));
  });
});
