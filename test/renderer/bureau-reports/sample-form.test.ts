import { describe, expect, it } from "vitest";
import {
  answerRest,
  countChecked,
  countDoubts,
  findUnexplained,
  nextMember,
  readSeed,
  readSize,
  stateOfMember,
  tidyItems,
} from "../../../renderer/bureau-reports/sample-form.ts";
import type { CheckItem, SampleMember } from "../../../shared/bureau/sample.ts";

const item = (code: string, isMet: boolean | null, note = ""): CheckItem => ({
  code,
  text: `核对${code}`,
  isMet,
  note,
});

function member(...items: readonly CheckItem[]): SampleMember {
  return {
    packageId: "u-001-2026-r1",
    key: "k",
    unitName: "示例镇卫生院",
    name: "张示例",
    question: "副高级",
    items: [...items],
    checkedBy: null,
    checkedAt: null,
  };
}

const OPEN = member(item("a", true), item("b", null));
const CLEAN = member(item("a", true), item("b", true));
const DOUBTFUL = member(item("a", null), item("b", false, "无原件"));

describe("what is typed to draw", () => {
  it.each([
    ["1", 1],
    [" 10000 ", 10_000],
    ["0", null],
    ["10001", null],
    ["十", null],
    ["", null],
  ])("the size %j is %j", (text, size) => {
    expect(readSize(text)).toBe(size);
  });

  it.each([
    ["", { ok: true, seed: null }],
    ["0", { ok: true, seed: 0 }],
    ["4294967295", { ok: true, seed: 4_294_967_295 }],
    ["4294967296", { ok: false }],
    ["1.5", { ok: false }],
  ])("the seed %j is read as %j", (text, reading) => {
    expect(readSeed(text)).toEqual(reading);
  });
});

describe("a checklist", () => {
  it("is doubtful by one no, and true only once every item is", () => {
    expect([OPEN, CLEAN, DOUBTFUL].map(stateOfMember)).toEqual(["notChecked", "clean", "doubtful"]);
    expect(countDoubts(DOUBTFUL.items)).toBe(1);
    expect(countChecked([OPEN, CLEAN, DOUBTFUL])).toBe(1);
  });

  it("asks for a note with every no", () => {
    expect(findUnexplained([item("a", true), item("b", false, "　")])?.code).toBe("b");
    expect(findUnexplained(DOUBTFUL.items)).toBeNull();
  });

  it("answers what is left with yes and leaves every no", () => {
    expect(answerRest(DOUBTFUL.items).map(({ isMet }) => isMet)).toEqual([true, false]);
  });

  it("keeps notes without the blanks around them", () => {
    expect(tidyItems([item("a", false, " 无原件　")])[0]?.note).toBe("无原件");
  });

  it("is followed by the next that is open, around the end, or by itself", () => {
    expect(nextMember([OPEN, CLEAN, CLEAN], 1)).toBe(0);
    expect(nextMember([CLEAN, CLEAN, OPEN], 0)).toBe(2);
    expect(nextMember([CLEAN, CLEAN], 1)).toBe(1);
  });
});
