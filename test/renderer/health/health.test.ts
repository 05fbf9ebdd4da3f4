import { describe, expect, it } from "vitest";
import { writeDiagnosis } from "../../../renderer/health/diagnosis.ts";
import {
  healthLines,
  peopleOnScreen,
  type ScreenFacts,
} from "../../../renderer/health/health-lines.ts";
import { historyCsv } from "../../../renderer/health/history-csv.ts";
import {
  attachmentsIn,
  sumSizes,
  unreferencedFiles,
} from "../../../renderer/health/unreferenced.ts";
import { lastBackupAt, type SafetyFacts } from "../../../renderer/widgets/use-safety.ts";

const NOW = Date.UTC(2026, 10, 25, 8, 0, 0);
const SHA = "a".repeat(64);

const BACKUP = {
  id: "b-1",
  reason: "daily" as const,
  at: "2026-11-25T07:00:00Z",
  bytes: 1_000,
  documents: 130,
  people: 120,
  head: 9,
  schemaVersion: 1,
};

const FACTS: SafetyFacts = {
  info: {
    ok: true,
    output: {
      version: "0.1.0",
      platform: "linux",
      host: "loopback",
      dataFolder: "/home/王秘书/jiceng",
      now: NOW,
    },
  },
  health: {
    ok: true,
    output: {
      freeBytes: 50 * 1024 ** 3,
      floorBytes: 1024 ** 3,
      lastCounts: { people: 120, entries: 9 },
      journalTime: "2026-11-25T07:59:00Z",
    },
  },
  journal: {
    ok: true,
    output: { head: 9, headHash: SHA, bytes: 5_000, lastAt: "2026-11-25T07:59:00Z", fault: null },
  },
  backups: { ok: true, output: { backups: [BACKUP] } },
  keys: {
    ok: true,
    output: {
      state: "unlocked",
      role: "unit",
      fingerprint: "1234 5678",
      createdAt: "2026-11-01T00:00:00Z",
      rehearsedAt: "2026-11-01T00:05:00Z",
      hasOsSlot: false,
      osStore: null,
    },
  },
};

const SCREEN: ScreenFacts = {
  people: 120,
  entries: 9,
  browser: { isPersisted: true, usedBytes: 10, quotaBytes: 10 * 1024 ** 3 },
};

describe("the health page", () => {
  it("calls everything in order where it is", () => {
    expect(healthLines(FACTS, SCREEN).map(({ part, state }) => `${part} ${state}`)).toEqual([
      "database good",
      "journal good",
      "backup good",
      "keys good",
      "disk good",
      "quota good",
      "persistence good",
      "clock good",
    ]);
  });

  it("has the times on the clock of Beijing", () => {
    const times = Object.fromEntries(healthLines(FACTS, SCREEN).map(({ part, at }) => [part, at]));
    expect(times).toMatchObject({
      journal: "2026-11-25 15:59",
      backup: "2026-11-25 15:00",
      keys: "2026-11-01 08:05",
      clock: "2026-11-25 16:00",
      disk: null,
    });
  });

  it("says why a part could not be asked, and judges the others all the same", () => {
    const failed = { ok: false as const, message: "连接断开" };
    const lines = healthLines({ ...FACTS, journal: failed }, SCREEN);
    expect(lines.find(({ part }) => part === "journal")).toMatchObject({
      state: "unknown",
      sentence: "unread",
      params: { message: "连接断开" },
      at: null,
    });
    expect(lines.filter(({ state }) => state !== "good")).toHaveLength(1);
  });

  it("does not judge a backup's age without the host's clock", () => {
    const lines = healthLines({ ...FACTS, info: { ok: false, message: "断开" } }, SCREEN);
    expect(lines.find(({ part }) => part === "backup")?.state).toBe("unknown");
    expect(lines.find(({ part }) => part === "clock")?.state).toBe("unknown");
  });

  it("waits while the records are read, but not where they cannot be: here they are mended", () => {
    const reading = { records: null, rows: [], stopped: null };
    expect(peopleOnScreen(reading)).toBeNull();
    const late = { code: "journal-failed", message: "" };
    expect(peopleOnScreen({ ...reading, stopped: late })).toBeNull();
    const broken = { code: "database-failed", message: "" };
    expect(peopleOnScreen({ ...reading, stopped: broken })).toBe(0);
  });

  it("sees a database that has fewer people than before", () => {
    const [database] = healthLines(FACTS, { ...SCREEN, people: 3 });
    expect(database?.state).toBe("bad");
  });
});

describe("the last backup", () => {
  const made = (at: string) => ({ ...BACKUP, at });
  const judged = (backups: readonly (typeof BACKUP)[]) =>
    healthLines(
      { ...FACTS, backups: { ok: true, output: { backups: [...backups] } } },
      SCREEN,
    ).find(({ part }) => part === "backup");

  it("is the last one made, whatever the clock said when others were", () => {
    const ahead = made("2036-01-01T00:00:00Z");
    const late = made("2026-11-20T07:00:00Z");
    expect(lastBackupAt({ backups: [late, ahead, made("2026-11-01T07:00:00Z")] })).toBe(late.at);
    expect(lastBackupAt({ backups: [] })).toBeNull();
    expect(judged([late, ahead])).toMatchObject({
      sentence: "backup.late",
      at: "2026-11-20 15:00",
    });
  });

  it("of a time to come is no proof that one was made lately", () => {
    const ahead = made("2036-01-01T00:00:00Z");
    expect(judged([ahead, BACKUP])).toMatchObject({ state: "warn", sentence: "backup.ahead" });
  });
});

describe("the diagnosis", () => {
  const text = writeDiagnosis(FACTS, SCREEN, healthLines(FACTS, SCREEN), "Chromium");

  it("names no path, no fingerprint and no hash", () => {
    for (const secret of ["王秘书", "/home", "1234 5678", SHA]) expect(text).not.toContain(secret);
  });

  it("has the states, counts and versions that a helper asks for", () => {
    expect(JSON.parse(text)).toMatchObject({
      at: "2026-11-25T08:00:00Z",
      host: { platform: "linux" },
      states: { journal: { state: "good" } },
      database: { people: 120, entries: 9 },
      journal: { head: 9 },
    });
  });
});

describe("the exported history", () => {
  const row = {
    number: 1,
    at: "2026-11-25T08:00:00Z",
    operator: "王",
    what: "修改“甲”",
    changes: ["一", "二"],
  };

  it("opens as a table with the time of Beijing and each change on a line", () => {
    expect(historyCsv(["编号", "时间"], [row])).toBe(
      '\u{FEFF}"编号","时间"\r\n"1","2026-11-25 16:00","王","修改“甲”","一\n二"\r\n',
    );
  });

  it("holds no formula and breaks at no quotation mark", () => {
    const text = historyCsv([], [{ ...row, operator: "=1+1", what: 'a"b' }]);
    expect(text).toContain(`"'=1+1","a""b"`);
  });
});

describe("files that no record refers to", () => {
  const file = (sha256: string, addedAt: string) => ({ sha256, size: 10, addedAt });

  it("are not those that undoing or repeating a recent change asks for", () => {
    const change = { table: "attachment", id: "1", personId: "p" } as const;
    const person = {
      table: "person",
      id: "p",
      personId: "p",
      before: { id: "p" },
      after: null,
    } as const;
    const history = [
      { changes: [{ ...change, before: { sha256: "a" }, after: null }, person] },
      { changes: [{ ...change, before: { sha256: "b" }, after: { sha256: "c" } }] },
    ];
    const files = ["a", "b", "c", "d"].map((sha256) => file(sha256, "2026-11-20T06:00:00Z"));
    const now = Date.UTC(2026, 10, 25);
    const left = unreferencedFiles(files, attachmentsIn(history), now);
    expect(left.map(({ sha256 }) => sha256)).toEqual(["d"]);
  });

  it("are those of no record, but not the ones just taken in", () => {
    const files = [
      file("a", "2026-11-25T06:00:00Z"),
      file("b", "2026-11-25T06:00:00Z"),
      file("c", "2026-11-25T07:00:01Z"),
      file("d", "2026-11-25T07:00:00Z"),
    ];
    const left = unreferencedFiles(files, [{ sha256: "a" }], NOW);
    expect(left.map(({ sha256 }) => sha256)).toEqual(["b", "d"]);
    expect(sumSizes(left)).toBe(20);
  });
});
