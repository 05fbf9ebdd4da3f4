import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BACKUP_REASONS } from "../../../../shared/bridge/backups-methods.ts";
import { formatInstant } from "../../../../shared/calendar/instant.ts";
import {
  newerFirst,
  planRotation,
  type RotatedBackup,
} from "../../../../electron/services/backups/rotation.ts";

const DAY = 86_400_000;
/** Noon of 23 November 2026 in Beijing. */
const NOON = 1_795_406_400_000;
const NOW = formatInstant(NOON);

function backup(daysAgo: number, given: Partial<RotatedBackup> = {}): RotatedBackup {
  const at = formatInstant(NOON - daysAgo * DAY);
  const sequence = Math.floor((NOON - daysAgo * DAY) / 1_000);
  return { id: at, reason: "daily", at, people: 50, sequence, ...given };
}

/** What is left when a backup is made each time and those of the plan are removed. */
function liveThrough(days: number, perDay: number, people: (day: number) => number) {
  let kept: RotatedBackup[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let nth = 0; nth < perDay; nth += 1) {
      const made = backup(days - 1 - day - nth * 0.01, { people: people(day) });
      const removed = planRotation([...kept, made], made.at);
      kept = [...kept, made].filter(({ id }) => !removed.includes(id));
    }
  }
  return kept;
}

const anyBackup = fc
  .record({
    daysAgo: fc.double({ min: -40, max: 500, noNaN: true }),
    people: fc.integer({ min: 0, max: 300 }),
    reason: fc.constantFrom(...BACKUP_REASONS),
    /** Null: the clock was right. */
    sequence: fc.option(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ daysAgo, sequence, ...given }) =>
    backup(daysAgo, { ...given, ...(sequence !== null && { sequence }) }),
  );
const anyBackups = fc.uniqueArray(anyBackup, { maxLength: 60, selector: ({ id }) => id });

function left(backups: readonly RotatedBackup[]): readonly RotatedBackup[] {
  const removed = planRotation(backups, NOW);
  return backups.filter(({ id }) => !removed.includes(id));
}

function newestOf(backups: readonly RotatedBackup[]): RotatedBackup | undefined {
  return backups.toSorted(newerFirst)[0];
}

describe("which backups stay", () => {
  it("are after two years of two a day three of today, one of each of ten days, one of each of twelve months", () => {
    const kept = liveThrough(730, 4, () => 50).map(({ at }) => at.slice(0, 10));
    expect(kept.filter((day) => day === "2026-11-23").length).toBe(3);
    const days = new Set(kept);
    for (let ago = 1; ago <= 10; ago += 1) {
      expect(days.has(formatInstant(NOON - ago * DAY).slice(0, 10))).toBe(true);
    }
    expect(new Set(kept.map((day) => day.slice(0, 7))).size).toBe(13);
    // November's is among the daily ones; October's last is too.
    expect(kept.length).toBeLessThanOrEqual(3 + 10 + 12);
    expect(kept[0]?.slice(0, 7)).toBe("2025-11");
  });

  it("are those of an upgrade or a restore for 30 days and the three last of them, whatever else there is", () => {
    const days = Array.from({ length: 12 }, (_, index) => backup(index + 1));
    const others = [...days, backup(19.9), backup(29.9), backup(31.9)];
    const kept = left([
      backup(0),
      ...others,
      backup(20, { reason: "upgrade" }),
      backup(30, { reason: "restore" }),
      backup(30, { reason: "restore", sequence: 7 }),
      backup(32, { reason: "restore", sequence: 6 }),
    ]);
    expect(kept.filter(({ reason }) => reason !== "daily").length).toBe(3);
  });

  it("are all where the newest has far fewer people than the one before (promise 3)", () => {
    const many = Array.from({ length: 30 }, (_, index) => backup(index * 0.01 + 0.01));
    expect(planRotation([...many, backup(0)], NOW).length).toBeGreaterThan(0);
    expect(planRotation([...many, backup(0, { people: 24 })], NOW)).toEqual([]);
    expect(planRotation([...many, backup(0, { people: 0 })], NOW)).toEqual([]);
  });

  it("hold the full database for good after it was emptied, however many empty ones follow", () => {
    const kept = liveThrough(800, 3, (day) => (day < 100 ? 80 : 0));
    expect(kept.some(({ people }) => people === 80)).toBe(true);
    expect(kept.length).toBeLessThan(30);
  });

  it.each([
    ["gone back to 2010, as on a computer whose battery is empty", "2010-01-01T00:00:00Z"],
    ["run ahead by years", "2031-06-01T00:00:00Z"],
  ])(
    "are still those of ten days and of twelve months once the clock has %s (promise 13)",
    (_, at) => {
      const before = liveThrough(400, 2, () => 50);
      let kept: readonly RotatedBackup[] = before;
      for (let nth = 1; nth <= 5; nth += 1) {
        const made = { ...backup(0), id: `wrong-${nth}`, at, sequence: backup(0).sequence + nth };
        const all = [...kept, made];
        const removed = planRotation(all, at);
        kept = all.filter(({ id }) => !removed.includes(id));
      }
      const days = new Set(kept.map((one) => one.at.slice(0, 10)));
      for (let ago = 0; ago < 10; ago += 1) {
        expect(days.has(formatInstant(NOON - ago * DAY).slice(0, 10))).toBe(true);
      }
      expect(new Set([...days].map((day) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(13);
      expect(kept.length).toBeLessThanOrEqual(before.length + 3);
    },
  );

  it("are not pushed out by one made while the clock was years ahead", () => {
    const ahead = backup(-2_000);
    const kept = left([ahead, backup(0), backup(0.01), backup(0.02), backup(1)]);
    expect(kept.length).toBe(5);
  });

  it("hold the last one made, even where the clock was set back after three later the same day", () => {
    const later = [0, 0.01, 0.02].map((days, index) => backup(days, { sequence: 10 - index }));
    const last = backup(0.1, { sequence: 11 });
    expect(left([...later, last])).toContain(last);
  });

  it("count days as Beijing does: before and after midnight there", () => {
    // 23:59 and 00:01 of Beijing are one UTC day.
    const nights = [11.99, 12.01].map((hours) => backup(hours / 24));
    const of23 = [0.1, 0.2, 0.3].map((days) => backup(days));
    const kept = left([...of23, ...nights]);
    expect(kept).toContainEqual(nights[1]);
    expect(kept).not.toContainEqual(nights[0]);
  });
});

describe("for any backups", () => {
  it("the newest stays, and so does one with half the people of any that goes", () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = left(backups);
        const newest = newestOf(backups);
        if (newest !== undefined) expect(kept).toContain(newest);
        for (const gone of backups.filter((one) => !kept.includes(one))) {
          const isCovered = kept.some(
            ({ sequence, people }) => sequence >= gone.sequence && people * 2 >= gone.people,
          );
          expect(isCovered).toBe(true);
        }
      }),
    );
  });

  it("rotating twice removes nothing more", () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = left(backups);
        // Unless the second look is the first one that does not stop at a shrunken newest.
        if (kept.length < backups.length) expect(planRotation(kept, NOW)).toEqual([]);
      }),
    );
  });

  it("the order in which they are listed does not matter", () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const plan = planRotation(backups, NOW).toSorted();
        expect(planRotation(backups.toReversed(), NOW).toSorted()).toEqual(plan);
      }),
    );
  });
});
