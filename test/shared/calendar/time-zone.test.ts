import { describe, expect, it } from "vitest";

/** Minutes by which local time lags UTC on a winter's and a summer's day, and in China's summer of 1986. */
const OFFSETS: Readonly<Record<string, readonly [number, number, number]>> = {
  "Asia/Shanghai": [-480, -480, -540],
  UTC: [0, 0, 0],
  "America/New_York": [300, 240, 240],
};

describe("the time zone of this run", () => {
  it("is really the one that the project claims", () => {
    const claimed = process.env["TZ"] ?? "none";
    expect(Object.keys(OFFSETS)).toContain(claimed);
    expect(new Intl.DateTimeFormat("en").resolvedOptions().timeZone).toBe(claimed);
    const offsets = [
      new Date(2026, 0, 15).getTimezoneOffset(),
      new Date(2026, 6, 15).getTimezoneOffset(),
      new Date(1986, 6, 15).getTimezoneOffset(),
    ];
    expect(offsets).toEqual(OFFSETS[claimed]);
  });
});
