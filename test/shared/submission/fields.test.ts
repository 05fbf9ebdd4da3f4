import { describe, expect, it } from "vitest";
import { instant, isSha256, uuid } from "../../../shared/submission/fields.ts";

describe("a moment", () => {
  it.each(["2026-09-01T08:30:00Z", "2024-02-29T23:59:59.123Z"])("may be written %s", (text) => {
    expect(instant().safeParse(text).success).toBe(true);
  });

  it.each([
    "2026-09-01",
    "2026-02-29T08:30:00Z",
    "2026-09-01T24:00:00Z",
    "2026-09-01T08:60:00Z",
    "2026-09-01T08:30:00+08:00",
    "2026-09-01 08:30:00Z",
    "2026-09-01T08:30:00.1Z",
  ])("may not be written %s", (text) => {
    expect(instant().safeParse(text).success).toBe(false);
  });
});

describe("a hash", () => {
  it("is 64 hex digits in lower case", () => {
    expect(isSha256("0a".repeat(32))).toBe(true);
    expect(isSha256("0A".repeat(32))).toBe(false);
    expect(isSha256("0a".repeat(31))).toBe(false);
    expect(isSha256(`${"0a".repeat(32)}\n`)).toBe(false);
  });
});

describe("a UUID", () => {
  it("is written in lower case with its hyphens", () => {
    expect(uuid().safeParse("019abcde-0000-7000-8000-000000000000").success).toBe(true);
    expect(uuid().safeParse("019ABCDE-0000-7000-8000-000000000000").success).toBe(false);
    expect(uuid().safeParse("019abcde000070008000000000000000").success).toBe(false);
  });
});
