import { describe, expect, test } from "vitest";
import { creditCodeCheckDigit } from "../../../shared/records/credit-code.ts";
import {
  EMPTY_UNIT,
  readUnitDraft,
  type UnitDraft,
} from "../../../renderer/app/first-run/unit-draft.ts";
import { foldCreditCode } from "../../../renderer/widgets/unit-profile.ts";

const GOOD_CODE = `12990000MB0000001${creditCodeCheckDigit("12990000MB0000001")}`;

const NAMED: UnitDraft = { ...EMPTY_UNIT, name: "甲", inCatalogue: "yes" };

describe("the unit as it is typed", () => {
  test("a name and the word on the county's list are enough", () => {
    const read = readUnitDraft({ ...NAMED, name: " 甲镇卫生院 " }, "u-1");
    expect(read).toEqual({
      ok: true,
      unit: {
        id: "u-1",
        name: "甲镇卫生院",
        creditCode: null,
        series: "health",
        inCatalogue: true,
        posts: null,
      },
    });
  });

  test("nothing is taken for granted about the county's list", () => {
    const unsaid = readUnitDraft({ ...NAMED, inCatalogue: "" }, "u-1");
    expect(unsaid.ok ? {} : unsaid.faults).toEqual({ inCatalogue: "必填，请补上" });
    const outside = readUnitDraft({ ...NAMED, inCatalogue: "no" }, "u-1");
    expect(outside.ok ? outside.unit.inCatalogue : null).toBe(false);
  });

  test("a missing name is told at the name", () => {
    const read = readUnitDraft({ ...NAMED, name: "" }, "u-1");
    expect(read.ok ? {} : read.faults).toEqual({ name: "必填，请补上" });
  });

  test("a wrong check character is told even while the name is missing", () => {
    const wrong = GOOD_CODE.slice(0, 17) + (GOOD_CODE.endsWith("0") ? "1" : "0");
    const read = readUnitDraft({ ...NAMED, name: "", creditCode: wrong }, "u-1");
    expect(read.ok ? [] : Object.keys(read.faults).toSorted()).toEqual(["creditCode", "name"]);
  });

  test("a code is taken in small or full-width letters and with blanks", () => {
    const typed = ` ${GOOD_CODE.toLowerCase().slice(0, 8)} ${GOOD_CODE.slice(8)} `;
    expect(foldCreditCode(typed)).toBe(GOOD_CODE);
    const read = readUnitDraft({ ...NAMED, creditCode: typed }, "u-1");
    expect(read.ok ? read.unit.creditCode : null).toBe(GOOD_CODE);
  });

  test("what is not said about the allowance stays unsaid", () => {
    const unsaid = readUnitDraft(NAMED, "u-1");
    expect(unsaid.ok && "townshipAllowance" in unsaid.unit).toBe(false);
    const said = readUnitDraft({ ...NAMED, townshipAllowance: "no" }, "u-1");
    expect(said.ok ? said.unit.townshipAllowance : null).toBe(false);
  });

  test("posts may be known for some groups only, and must be numbers", () => {
    const posts = { ...EMPTY_UNIT.posts, junior: "１２" };
    const read = readUnitDraft({ ...NAMED, posts }, "u-1");
    expect(read.ok ? read.unit.posts : null).toEqual({
      junior: 12,
      intermediate: null,
      associateSenior: null,
      senior: null,
    });
    const wrong = readUnitDraft({ ...NAMED, posts: { ...posts, senior: "两个" } }, "u-1");
    expect(wrong.ok ? [] : Object.keys(wrong.faults)).toEqual(["posts.senior"]);
  });
});
