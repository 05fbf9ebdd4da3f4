import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { callOk, codeOf, openTestDesktop } from "../desktop/desktop.ts";

const FOLDER = temporaryFolder();
const NOW = 1_795_420_800_000;
const DAY = 86_400_000;

const PIECES = [50_000, 3, 200_000].map((length, index) =>
  createHash("sha512")
    .update(String(index))
    .digest()
    .subarray(0, 16)
    .toString("hex")
    .repeat(length),
);

/** Makes a backup of some pieces as the screen does; gives what `backups.finish` gives. */
async function makeBackup(desktop: DesktopServices, { people = 50, pieces = PIECES } = {}) {
  const header = { reason: "daily", people, head: 7, schemaVersion: 1 } as const;
  const { id } = (await callOk(desktop, "backups.begin", header)).output;
  for (const piece of pieces) {
    await callOk(desktop, "backups.append", { id, documents: 10 }, Buffer.from(piece));
  }
  return (await callOk(desktop, "backups.finish", { id })).output;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, "backups"));
}

async function readPieces(desktop: DesktopServices, id: string): Promise<readonly string[]> {
  const pieces: string[] = [];
  for (;;) {
    const read = await callOk(desktop, "backups.read", { id, piece: pieces.length });
    pieces.push(Buffer.from(read.bytes ?? []).toString());
    if (read.output.isEnd) return pieces;
  }
}

describe("a backup", () => {
  it("gives back its pieces and says what it is, also after a restart", async () => {
    const folder = join(FOLDER, "whole");
    const first = await openTestDesktop(folder, { now: () => NOW });
    const made = await makeBackup(first);
    expect(made).toMatchObject({
      reason: "daily",
      at: "2026-11-23T08:00:00Z",
      documents: 30,
      people: 50,
      head: 7,
      schemaVersion: 1,
    });
    await first.close();
    const desktop = await openTestDesktop(folder);
    expect((await callOk(desktop, "backups.list", {})).output.backups).toEqual([made]);
    const { id } = made;
    expect((await callOk(desktop, "backups.verify", { id })).output.isWhole).toBe(true);
    expect(await readPieces(desktop, id)).toEqual(PIECES);
    expect((await callOk(desktop, "backups.read", { id, piece: 1 })).output).toEqual({
      documents: 10,
      isEnd: false,
    });
    await desktop.close();
  });

  it("of an empty database is whole too, with no piece", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "nothing"));
    const { id } = await makeBackup(desktop, { people: 0, pieces: [] });
    expect(await readPieces(desktop, id)).toEqual([""]);
    expect((await callOk(desktop, "backups.verify", { id })).output.isWhole).toBe(true);
    await desktop.close();
  });

  it("does not count before it is finished, and a crash leaves nothing that does", async () => {
    const folder = join(FOLDER, "unfinished");
    const desktop = await openTestDesktop(folder);
    const header = { reason: "asked", people: 1, head: 1, schemaVersion: 1 } as const;
    const { id } = (await callOk(desktop, "backups.begin", header)).output;
    await callOk(desktop, "backups.append", { id, documents: 1 }, Buffer.from("half"));
    expect((await callOk(desktop, "backups.list", {})).output.backups).toEqual([]);
    const [left] = filesOf(folder);
    // As a crash leaves it.
    copyFileSync(join(folder, "backups", left ?? ""), join(FOLDER, "kept"));
    await callOk(desktop, "backups.abort", { id });
    expect(filesOf(folder)).toEqual([]);
    expect(await codeOf(desktop, "backups.finish", { id })).toBe("backup-not-begun");
    await desktop.close();
    copyFileSync(join(FOLDER, "kept"), join(folder, "backups", left ?? ""));
    const next = await openTestDesktop(folder);
    // Swept at the start: on a full disk no backup would be begun that could do it.
    expect(filesOf(folder)).toEqual([]);
    expect((await callOk(next, "backups.list", {})).output.backups).toEqual([]);
    const made = await makeBackup(next);
    expect(filesOf(folder)).toEqual([`${made.id}.backup`]);
    await next.close();
  });

  it("is dropped where the program ends in the middle of it", async () => {
    const folder = join(FOLDER, "closed");
    const desktop = await openTestDesktop(folder);
    const header = { reason: "asked", people: 1, head: 1, schemaVersion: 1 } as const;
    await callOk(desktop, "backups.begin", header);
    await desktop.close();
    expect(filesOf(folder)).toEqual([]);
  });

  it("is refused where one byte of it is flipped or missing, anywhere", async () => {
    const folder = join(FOLDER, "harmed");
    const desktop = await openTestDesktop(folder);
    const { id } = await makeBackup(desktop, { pieces: ["one piece", "another"] });
    const path = join(folder, "backups", `${id}.backup`);
    const bytes = readFileSync(path);
    const isWhole = async () => {
      // Another process: the index of this one's last reading must not hide the harm.
      const fresh = await openTestDesktop(folder);
      const answer = await callOk(fresh, "backups.verify", { id });
      const read = await codeOf(fresh, "backups.read", { id, piece: 1 });
      await fresh.close();
      return { isWhole: answer.output.isWhole, read };
    };
    expect(await isWhole()).toEqual({ isWhole: true, read: null });
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(path, flipped);
      const harmed = await isWhole();
      expect({ at, ...harmed }).toMatchObject({ at, isWhole: false });
      writeFileSync(path, bytes.subarray(0, at));
      expect({ at, ...(await isWhole()) }).toEqual({ at, isWhole: false, read: "backup-damaged" });
    }
    writeFileSync(path, Buffer.concat([bytes, bytes.subarray(0, 1)]));
    expect((await isWhole()).isWhole).toBe(false);
    await desktop.close();
  });

  it("of a later format is named as such and left alone (promise 5)", async () => {
    const folder = join(FOLDER, "newer");
    const desktop = await openTestDesktop(folder);
    const { id } = await makeBackup(desktop);
    const path = join(folder, "backups", `${id}.backup`);
    const bytes = readFileSync(path);
    const length = bytes.readUInt32BE(0);
    const header = Buffer.from(
      bytes.toString("utf8", 37, 37 + length).replace("jiceng.backup/1", "jiceng.backup/2"),
    );
    const kind = bytes.subarray(4, 5);
    const digest = createHash("sha256").update(kind).update(header).digest();
    const head = Buffer.concat([bytes.subarray(0, 5), digest]);
    writeFileSync(path, Buffer.concat([head, header, bytes.subarray(37 + length)]));
    expect(await codeOf(desktop, "backups.verify", { id })).toBe("backup-newer");
    expect(await codeOf(desktop, "backups.read", { id, piece: 0 })).toBe("backup-newer");
    await makeBackup(desktop);
    expect(filesOf(folder)).toContain(`${id}.backup`);
    await desktop.close();
  });

  it("that is not there, or named like a path, is refused", async () => {
    const desktop = await openTestDesktop(join(FOLDER, "missing"));
    expect(await codeOf(desktop, "backups.read", { id: "none", piece: 0 })).toBe("backup-missing");
    const id = "../keys/key-store";
    expect(await codeOf(desktop, "backups.read", { id, piece: 0 })).toBe("bad-input");
    await desktop.close();
  });

  it("rotates others only by the plan: three of a day, and none by one with far fewer people", async () => {
    const folder = join(FOLDER, "rotated");
    let now = NOW;
    const desktop = await openTestDesktop(folder, { now: () => now });
    const made: string[] = [];
    for (let nth = 0; nth < 5; nth += 1) {
      now += 60_000;
      made.push((await makeBackup(desktop)).id);
    }
    const ids = async () =>
      (await callOk(desktop, "backups.list", {})).output.backups.map(({ id }) => id);
    expect(await ids()).toEqual(made.slice(2).toReversed());
    now += DAY;
    const empty = await makeBackup(desktop, { people: 0 });
    expect(await ids()).toEqual([empty.id, ...made.slice(2).toReversed()]);
    await desktop.close();
  });

  it("is not begun below the floor of free space", async () => {
    const folder = join(FOLDER, "floor");
    const desktop = await openTestDesktop(folder, { floorBytes: Number.MAX_SAFE_INTEGER });
    const header = { reason: "asked", people: 1, head: 1, schemaVersion: 1 } as const;
    expect(await codeOf(desktop, "backups.begin", header)).toBe("space-low");
    await desktop.close();
  });
});
