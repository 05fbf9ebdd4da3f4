import { describe, expect, it } from "vitest";
import {
  judgeBackup,
  judgeClock,
  judgeCounts,
  judgeDisk,
  judgeJournal,
  judgeKeys,
  type Judgement,
  judgePersistence,
  judgeQuota,
  sayBytes,
  worstState,
} from "../../../renderer/widgets/safety.ts";

const GB = 1024 ** 3;
const NOW = Date.UTC(2026, 10, 25, 8, 0, 0);

function brief({ state, sentence }: Judgement): string {
  return `${state} ${sentence}`;
}

describe("the last backup", () => {
  const judge = (lastAt: string | null, hasRecords = true) =>
    brief(judgeBackup({ lastAt, now: NOW, hasRecords }));

  it("is fresh up to two days, then late, and old after a week", () => {
    expect(judge("2026-11-23T08:00:01Z")).toBe("good backup.fresh");
    expect(judge("2026-11-23T08:00:00Z")).toBe("warn backup.late");
    expect(judge("2026-11-18T08:00:01Z")).toBe("warn backup.late");
    expect(judge("2026-11-18T08:00:00Z")).toBe("bad backup.old");
  });

  it("is missed only where there are records", () => {
    expect(judge(null)).toBe("bad backup.none");
    expect(judge(null, false)).toBe("good backup.nothing");
  });

  it("of a time to come is called neither old nor fresh, but for a clock set by less than a day", () => {
    expect(judge("2026-12-01T08:00:00Z")).toBe("warn backup.ahead");
    expect(judge("2026-11-26T08:00:00Z")).toBe("warn backup.ahead");
    expect(judge("2026-11-26T07:59:59Z")).toBe("good backup.fresh");
  });
});

describe("the journal", () => {
  const judge = (head: number, entries: number) =>
    brief(judgeJournal({ journal: { head, fault: null }, entries }));

  it("holds each change, lacks some, or has more than the database", () => {
    expect(judge(7, 7)).toBe("good journal.whole");
    expect(judge(5, 7)).toBe("bad journal.behind");
    expect(judge(9, 7)).toBe("bad journal.ahead");
    expect(judge(0, 0)).toBe("good journal.empty");
  });

  it("says up to where it is whole when it is damaged, whatever else is true", () => {
    const fault = (kind: "truncated" | "damaged") =>
      judgeJournal({ journal: { head: 7, fault: { kind, wholeUpTo: 4 } }, entries: 7 });
    expect(fault("truncated")).toEqual({
      state: "bad",
      sentence: "journal.truncated",
      params: { number: 4 },
    });
    expect(brief(fault("damaged"))).toBe("bad journal.damaged");
  });
});

describe("space", () => {
  it("on the disk is enough, close to the floor, or below it", () => {
    const judge = (freeBytes: number | null) => brief(judgeDisk({ freeBytes, floorBytes: GB }));
    expect(judge(3 * GB)).toBe("good disk.enough");
    expect(judge(3 * GB - 1)).toBe("warn disk.low");
    expect(judge(GB)).toBe("warn disk.low");
    expect(judge(GB - 1)).toBe("bad disk.full");
    expect(judge(null)).toBe("unknown disk.unknown");
  });

  it("in the browser is told as far as the browser tells it", () => {
    expect(brief(judgeQuota({ usage: 0, quota: GB }))).toBe("good quota.enough");
    expect(brief(judgeQuota({ usage: GB - 1, quota: GB }))).toBe("warn quota.low");
    expect(brief(judgeQuota({ usage: null, quota: GB }))).toBe("unknown quota.unknown");
  });

  it("is read with the unit that fits", () => {
    expect([0, 1023, 1024, 1536 * 1024, 120 * GB].map(sayBytes)).toEqual([
      "0 B",
      "1023 B",
      "1.0 KB",
      "1.5 MB",
      "120 GB",
    ]);
  });
});

describe("the counts of the database", () => {
  const judge = (people: number, entries: number) =>
    brief(judgeCounts({ people, entries, lastCounts: { people: 120, entries: 9 } }));

  it("may grow, and stop nothing before the first change", () => {
    expect(judge(121, 10)).toBe("good counts.same");
    expect(brief(judgeCounts({ people: 0, entries: 0, lastCounts: null }))).toBe(
      "good counts.first",
    );
  });

  it("are a fault where people or changes have gone", () => {
    expect(judge(119, 9)).toBe("bad counts.smaller");
    expect(judge(120, 8)).toBe("bad counts.smaller");
  });
});

describe("the clock", () => {
  const judge = (journalTime: string | null) => judgeClock({ now: NOW, journalTime });

  it("is wrong where it is more than two minutes before the last change", () => {
    expect(brief(judge("2026-11-25T08:02:00Z"))).toBe("good clock.right");
    expect(judge("2026-11-25T08:02:01Z")).toEqual({
      state: "bad",
      sentence: "clock.behind",
      params: { minutes: 3 },
    });
    expect(brief(judge(null))).toBe("good clock.first");
  });
});

describe("keys and the browser's promise", () => {
  it("are asked for an answer, and no answer is no yes", () => {
    expect(judgeKeys({ rehearsedAt: null }).state).toBe("bad");
    expect(judgeKeys({ rehearsedAt: "2026-11-25T08:00:00Z" }).state).toBe("good");
    expect([true, false, null].map((one) => judgePersistence(one).state)).toEqual([
      "good",
      "warn",
      "unknown",
    ]);
  });
});

describe("several states together", () => {
  it("are as bad as the worst of them", () => {
    const [good, warn, bad, unknown] = [
      judgeKeys({ rehearsedAt: "2026-11-25T08:00:00Z" }),
      judgePersistence(false),
      judgeKeys({ rehearsedAt: null }),
      judgePersistence(null),
    ];
    expect(worstState([good, warn, bad, unknown])).toBe("bad");
    expect(worstState([good, warn, unknown])).toBe("warn");
    expect(worstState([good, unknown])).toBe("unknown");
    expect(worstState([good])).toBe("good");
    expect(worstState([])).toBe("good");
  });
});
