import { describe, expect, it } from "vitest";
import {
  hasIdNumberForm,
  idNumberBirthDate,
  idNumberCheckDigit,
  idNumberSex,
} from "../../../shared/records/id-number.ts";

describe("the ID number (GB 11643)", () => {
  it("has the check digits of the standard's own examples", () => {
    expect(idNumberCheckDigit("11010519491231002")).toBe("X");
    expect(idNumberCheckDigit("44052418800101001")).toBe("4");
  });

  it.each([
    ["11010519491231002X", true],
    ["440524188001010014", true],
    ["11010519491231002x", false],
    ["1101051949123100", false],
    ["11010519491231002XX", false],
    ["X1010519491231002X", false],
    ["１1010519491231002X", false],
  ])("%s has the form: %s", (text, isGood) => {
    expect(hasIdNumberForm(text)).toBe(isGood);
  });

  it("holds the birth date and knows when there is no such day", () => {
    expect(idNumberBirthDate("11010519491231002X")).toBe("1949-12-31");
    expect(idNumberBirthDate("110105200002290020")).toBe("2000-02-29");
    expect(idNumberBirthDate("110105200102290020")).toBeNull();
    expect(idNumberBirthDate("110105200113010020")).toBeNull();
  });

  it("holds the sex: odd for men", () => {
    expect(idNumberSex("440524188001010014")).toBe("male");
    expect(idNumberSex("11010519491231002X")).toBe("female");
  });
});
