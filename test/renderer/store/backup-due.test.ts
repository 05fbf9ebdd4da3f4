import { expect, test } from "vitest";
import { isBackupDue } from "../../../renderer/store/backup/backup-due.ts";

test("the daily backup is due when something changed and the last one is of another day in Beijing", () => {
  const at = (day: string, head: number) => ({ at: day, head });
  expect(isBackupDue([], 0, "2026-11-23T08:00:00Z")).toBe(false);
  expect(isBackupDue([], 1, "2026-11-23T08:00:00Z")).toBe(true);
  expect(isBackupDue([at("2026-11-22T15:00:00Z", 1)], 1, "2026-11-23T08:00:00Z")).toBe(false);
  expect(isBackupDue([at("2026-11-22T15:00:00Z", 1)], 2, "2026-11-23T08:00:00Z")).toBe(true);
  expect(isBackupDue([at("2026-11-22T17:00:00Z", 1)], 2, "2026-11-23T08:00:00Z")).toBe(false);
  // One made while the clock was years ahead, or behind: neither one every half hour nor none at all.
  const today = at("2026-11-23T01:00:00Z", 2);
  const ahead = at("2031-01-01T00:00:00Z", 1);
  expect(isBackupDue([today, ahead], 3, "2026-11-23T08:00:00Z")).toBe(false);
  expect(isBackupDue([ahead], 2, "2026-11-23T08:00:00Z")).toBe(true);
  expect(isBackupDue([at("2010-01-01T00:00:00Z", 3), today], 3, "2026-11-23T08:00:00Z")).toBe(
    false,
  );
});
