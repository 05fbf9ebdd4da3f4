import { describe, expect, it } from "vitest";
import { instant, isSha256, uuidV7 } from "../../../shared/submission/fields.ts";

describe("a moment", () => {
  it.each(["2026-09-01T08:30:00Z", "2024-02-29T23:59:59Z"])("may be written %s", (text) => {
    expect(instant().safeParse(text).success).toBe(true);
  });

  it.each([
    "2026-09-01",
    "2026-02-29T08:30:00Z",
    "2026-09-01T24:00:00Z",
    "2026-09-01T08:60:00Z",
    "2026-09-01T08:30:00+08:00",
    "2026-09-01 08:30:00Z",
    "2026-09-01T08:30:00.123Z",
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

describe("a package's id", () => {
  it("is a UUID of version 7, in lower case with its hyphens", () => {
    expect(uuidV7().safeParse("019abcde-0000-7000-8000-000000000000").success).toBe(true);
    expect(uuidV7().safeParse("019ABCDE-0000-7000-8000-000000000000").success).toBe(false);
    expect(uuidV7().safeParse("019abcde000070008000000000000000").success).toBe(false);
    expect(uuidV7().safeParse("019abcde-0000-4000-8000-000000000000").success).toBe(false);
  });
});
