import { describe, expect, test } from "vitest";
import { judgeFile, sayBytes } from "../../../renderer/widgets/dropped-file.ts";

const file = (name: string, type = "", size = 10) => ({ name, type, size });

describe("a file that is dropped", () => {
  test("is taken by the ending of its name, whatever its case", () => {
    expect(judgeFile(file("花名册.XLSX"), ".xlsx,.xls", 100)).toEqual({ ok: true });
  });

  test("is taken by its media type or a group of them", () => {
    expect(judgeFile(file("a", "image/png"), "image/*,application/pdf", 100).ok).toBe(true);
    expect(judgeFile(file("a", "application/pdf"), "image/*,application/pdf", 100).ok).toBe(true);
  });

  test("of another type is refused, naming what is accepted", () => {
    expect(judgeFile(file("a.exe"), ".xlsx,.pdf", 100)).toEqual({
      ok: false,
      reason: "type",
      types: ".xlsx、.pdf",
    });
  });

  test("that is too large is refused, naming the limit", () => {
    const verdict = judgeFile(file("a.pdf", "", 6_000_000), ".pdf", 5 * 1024 * 1024);
    expect(verdict).toEqual({ ok: false, reason: "size", limit: "5 MB" });
  });

  test("sizes are said as people say them", () => {
    expect([0, 999, 1536, 5_242_880, 3_865_470_566].map(sayBytes)).toEqual([
      "0 B",
      "999 B",
      "1.5 KB",
      "5 MB",
      "3.6 GB",
    ]);
  });
});
