import { describe, expect, test } from "vitest";
import { readWrittenDate, stepDate } from "../../../renderer/widgets/written-date.ts";

describe("a date as it is typed", () => {
  test.each([
    ["1998-07-01", "1998-07-01"],
    ["1998-7-1", "1998-07-01"],
    ["1998.7.1", "1998-07-01"],
    ["19980701", "1998-07-01"],
    ["1998年7月1日", "1998-07-01"],
    ["１９９８．０７．０１", "1998-07-01"],
    ["1998.07", "1998-07"],
    ["1998年7月", "1998-07"],
    ["199807", "1998-07"],
  ])("%s is %s", (typed, value) => {
    expect(readWrittenDate(typed, "month-or-day")).toEqual({ ok: true, value });
  });

  test("nothing typed is no date, and no fault", () => {
    expect(readWrittenDate("  ", "day")).toEqual({ ok: true, value: null });
  });

  test("a month alone does not do where the day is asked", () => {
    expect(readWrittenDate("1998.07", "day")).toEqual({ ok: false, reason: "day-needed" });
  });

  test.each(["1998-02-30", "98.7.1", "1998", "昨天", "1998-13-01"])(
    "%s is refused with a sentence",
    (typed) => {
      const read = readWrittenDate(typed, "month-or-day");
      expect(read.ok).toBe(false);
      expect(!read.ok && read.reason === "form" ? read.sentence : "").toMatch(/[\u4e00-\u9fff]/);
    },
  );
});

describe("the arrows on a date", () => {
  test.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-01-01", -1, "2025-12-31"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-05-17", -1, "2026-05-16"],
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
  ] as const)("%s by %d is %s", (from, by, to) => {
    expect(stepDate(from, by)).toBe(to);
  });
});
