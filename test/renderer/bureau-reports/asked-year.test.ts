import { describe, expect, it } from "vitest";
import { readScope, readYear, reportAddress } from "../../../renderer/bureau-reports/asked-year.ts";

const query = (text: string) => new URLSearchParams(text);

describe("the year of a report", () => {
  it("is the one that the address asks for", () => {
    expect(readYear(query("year=2025"), [2026, 2025], 2026)).toBe(2025);
  });

  it.each(["", "year=1999", "year=abc"])("is the latest where the address says %j", (text) => {
    expect(readYear(query(text), [2026, 2025], 2026)).toBe(2026);
  });
});

describe("the scope of a report", () => {
  it("is everything unless the address says a scope that there is", () => {
    expect(["scope=passed", "scope=none", ""].map((text) => readScope(query(text)))).toEqual([
      "passed",
      "all",
      "all",
    ]);
  });
});

it("an address carries a unit's name whole", () => {
  const address = reportAddress("/inbox", { year: 2026, q: "甲镇 & 乙镇卫生院" });
  expect(query(address.slice(address.indexOf("?"))).get("q")).toBe("甲镇 & 乙镇卫生院");
});
