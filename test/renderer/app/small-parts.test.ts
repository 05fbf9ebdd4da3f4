import { describe, expect, test } from "vitest";
import { dayOf } from "../../../shared/calendar/day.ts";
import { readToday } from "../../../renderer/app/clock.ts";
import { writeErrorReport } from "../../../renderer/app/error-report.ts";
import { shortcutOf } from "../../../renderer/app/frame/shortcut.ts";
import { isIdleTooLong } from "../../../renderer/app/lock/idle.ts";
import { canRebuild, readRefusal } from "../../../renderer/app/lock/refusal-facts.ts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe("the keys of the frame", () => {
  test("search and lock work wherever the focus is", () => {
    expect(shortcutOf(press("k"), true)).toBe("search");
    expect(shortcutOf(press("L"), true)).toBe("lock");
  });

  test("undo and redo belong to a field that has the focus", () => {
    expect(shortcutOf(press("z"), true)).toBeNull();
    expect(shortcutOf(press("z"), false)).toBe("undo");
    expect(shortcutOf(press("Z", { shiftKey: true }), false)).toBe("redo");
    expect(shortcutOf(press("y"), false)).toBe("redo");
  });

  test("letters without Ctrl, and AltGr letters, are letters", () => {
    expect(shortcutOf(press("z", { ctrlKey: false }), false)).toBeNull();
    expect(shortcutOf(press("z", { altKey: true }), false)).toBeNull();
  });
});

describe("locking by itself", () => {
  test("comes after the minutes chosen, not before", () => {
    expect(isIdleTooLong(0, 15 * 60_000 - 1, 15)).toBe(false);
    expect(isIdleTooLong(0, 15 * 60_000, 15)).toBe(true);
  });

  test("never comes where it was switched off", () => {
    expect(isIdleTooLong(0, 1e12, 0)).toBe(false);
    expect(isIdleTooLong(0, 1e12, Number.NaN)).toBe(false);
  });
});

describe("the report of an error", () => {
  const given = {
    path: "/people/p-001/titles?q=王芳",
    userAgent: "Chromium",
    at: "2026-11-23T08:15:30Z",
  };

  test("names the kind of error and the page, not the person", () => {
    const report = writeErrorReport({ ...given, error: new TypeError("x is undefined") });
    expect(report).toContain("TypeError: x is undefined");
    expect(report).toContain("page: /people\n");
    expect(report).not.toMatch(/p-001|王芳/);
  });

  test("leaves out a message that may quote a record", () => {
    for (const message of ["王芳 has no title", "number 11010519491231002X is wrong"]) {
      const report = writeErrorReport({ ...given, error: new Error(message) });
      expect(report).toContain("Error: (left out)");
      expect(report).not.toContain(message);
    }
  });
});

describe("what a refusal to open says", () => {
  test("gives the figures that are there", () => {
    const details = { people: 3, peopleBefore: 120, entries: 4, journalEntries: 90, wholeUpTo: 88 };
    expect(readRefusal({ details })).toEqual({
      people: { now: 3, before: 120 },
      entries: { now: 4, journal: 90, whole: 88 },
      versions: null,
    });
    expect(readRefusal({ details: { version: 1, onDisk: 2 } }).versions).toEqual({
      version: 1,
      onDisk: 2,
    });
  });

  test("offers to rebuild where records may be missing, never where a newer program or another window has them", () => {
    const details = {};
    expect(
      (["wiped", "shrunk", "journal-ahead", "journal-damaged", "database-failed"] as const).every(
        (code) => canRebuild({ code, details }),
      ),
    ).toBe(true);
    expect(
      (["newer-data", "other-window", "wrong-key"] as const).some((code) =>
        canRebuild({ code, details }),
      ),
    ).toBe(false);
    expect(canRebuild({ code: "database-failed", details: { host: "host-gone" } })).toBe(false);
  });
});

test("today is what the wall calendar of the machine shows", () => {
  expect(readToday(new Date(2026, 10, 23, 0, 1))).toBe(dayOf(2026, 11, 23));
  expect(readToday(new Date(2026, 10, 23, 23, 59))).toBe(dayOf(2026, 11, 23));
});
