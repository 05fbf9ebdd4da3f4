import { describe, expect, it } from "vitest";
import { creditCodeCheckDigit, hasCreditCodeForm } from "../../../shared/records/credit-code.ts";

describe("the credit code (GB 32100)", () => {
  it.each(["91350100M000100Y43", "91110000600037341L", "91440300708461136T"])(
    "%s bears its check character",
    (code) => {
      expect(hasCreditCodeForm(code)).toBe(true);
      expect(creditCodeCheckDigit(code)).toBe(code[17]);
    },
  );

  it.each(["91350100M000100Y4", "91350100M000100Y433", "91350100I000100Y43", "91350100m000100Y43"])(
    "%s has not the form",
    (code) => {
      expect(hasCreditCodeForm(code)).toBe(false);
    },
  );

  it("changes its check character when two neighbours are swapped", () => {
    expect(creditCodeCheckDigit("91350100M00010Y04")).not.toBe("3");
    expect(creditCodeCheckDigit("19350100M000100Y4")).not.toBe("3");
  });
});
