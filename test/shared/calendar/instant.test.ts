import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatBeijing,
  formatInstant,
  isInstant,
  parseInstant,
} from "../../../shared/calendar/instant.ts";

describe("a moment", () => {
  it("is written as RFC 3339 has it, to the second, whatever the machine's time zone", () => {
    expect(formatInstant(0)).toBe("1970-01-01T00:00:00Z");
    expect(formatInstant(Date.UTC(2026, 1, 28, 23, 59, 59, 999))).toBe("2026-02-28T23:59:59Z");
    expect(formatInstant(-1)).toBe("1969-12-31T23:59:59Z");
  });

  it("agrees with the machine's own ISO form", () => {
    const years = { min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z") };
    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        const written = formatInstant(date.getTime());
        expect(written).toBe(date.toISOString().replace(/\.\d{3}Z$/, "Z"));
        expect(isInstant(written)).toBe(true);
      }),
    );
  });

  it("is read back to the second, and what is no moment is not", () => {
    expect(parseInstant("1970-01-02T00:00:01Z")).toBe(86_401_000);
    expect(parseInstant("2026-11-23T08:15:30Z")).toBe(Date.UTC(2026, 10, 23, 8, 15, 30));
    for (const text of ["", "2026-11-23", "2026-02-30T00:00:00Z", "2026-11-23T08:15:30+08:00"]) {
      expect(parseInstant(text)).toBeNull();
    }
  });

  it("is shown on the clock of Beijing, across midnight and the year's end too", () => {
    expect(formatBeijing("2026-11-23T08:15:30Z")).toBe("2026-11-23 16:15");
    expect(formatBeijing("2026-12-31T16:00:00Z")).toBe("2027-01-01 00:00");
    expect(formatBeijing("2028-02-28T15:59:59Z")).toBe("2028-02-28 23:59");
  });
});
