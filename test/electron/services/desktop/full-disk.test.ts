import { readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { mountSmallDisk } from "../../../support/small-disk.ts";
import { makeEntries } from "../journal/entries.ts";
import { callOk, codeOf, openTestDesktop } from "./desktop.ts";

const DISK = mountSmallDisk(4 * 1024 * 1024);
afterAll(() => DISK?.remove());

const COUNTS = { people: 1, entries: 1 };
const folder = DISK?.folder ?? "";

/** Leaves so many bytes free. */
function fillUpTo(free: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const path = join(folder, "filler");
  writeFileSync(path, Buffer.alloc(bavail * bsize - free));
  return path;
}

// A user who may not mount a small disk cannot fill one.
describe.skipIf(DISK === null)("on a full disk", () => {
  it("an entry is refused whole, those before it stay, and the next one goes in once there is room", async () => {
    const dataFolder = join(folder, "journal-data");
    const desktop = await openTestDesktop(dataFolder);
    await callOk(desktop, "journal.append", { entries: makeEntries(1, 3), counts: COUNTS });
    const filler = fillUpTo(64 * 1024);
    const previous = makeEntries(3, 3)[0]?.hash ?? "";
    const large = makeEntries(4, 4, { bytes: 1_000_000, previous });
    const append = { entries: large, counts: COUNTS };
    expect(await codeOf(desktop, "journal.append", append)).toBe("disk-full");
    expect((await callOk(desktop, "journal.state", {})).output).toMatchObject({
      head: 3,
      fault: null,
    });
    const { entries } = (await callOk(desktop, "journal.read", { from: 1 })).output;
    expect(entries).toEqual(makeEntries(1, 3));
    rmSync(filler);
    expect((await callOk(desktop, "journal.append", append)).output.head).toBe(4);
    await desktop.close();
    const again = await openTestDesktop(dataFolder);
    expect((await callOk(again, "journal.state", {})).output.head).toBe(4);
    await again.close();
    rmSync(dataFolder, { recursive: true });
  });

  it("a backup is dropped, and those before it stay", async () => {
    const dataFolder = join(folder, "backup-data");
    const desktop = await openTestDesktop(dataFolder, { floorBytes: 0 });
    const header = { reason: "asked", people: 1, head: 1, schemaVersion: 1 } as const;
    const begin = async () => (await callOk(desktop, "backups.begin", header)).output.id;
    const whole = await begin();
    await callOk(desktop, "backups.append", { id: whole, documents: 1 }, Buffer.alloc(100_000));
    await callOk(desktop, "backups.finish", { id: whole });
    const filler = fillUpTo(300 * 1024);
    const id = await begin();
    const piece = Buffer.alloc(200 * 1024);
    expect(await codeOf(desktop, "backups.append", { id, documents: 1 }, piece)).toBe(null);
    expect(await codeOf(desktop, "backups.append", { id, documents: 1 }, piece)).toBe("disk-full");
    expect(await codeOf(desktop, "backups.finish", { id })).toBe("backup-not-begun");
    expect(readdirSync(join(dataFolder, "backups"))).toEqual([`${whole}.backup`]);
    rmSync(filler);
    rmSync(dataFolder, { recursive: true });
    await desktop.close();
  });

  it("an attachment is refused without half a file, and so are new keys", async () => {
    const dataFolder = join(folder, "attachment-data");
    const desktop = await openTestDesktop(dataFolder, { floorBytes: 0 });
    const filler = fillUpTo(0);
    const passphrase = "correct horse battery";
    expect(await codeOf(desktop, "keys.create", { passphrase })).toBe("disk-full");
    expect((await callOk(desktop, "keys.state", {})).output.state).toBe("none");
    rmSync(filler);
    await callOk(desktop, "keys.create", { passphrase });
    const second = fillUpTo(100 * 1024);
    const bytes = Buffer.alloc(1_000_000);
    expect(await codeOf(desktop, "attachments.put", {}, bytes)).toBe("disk-full");
    expect((await callOk(desktop, "attachments.list", {})).output.files).toEqual([]);
    rmSync(second);
    expect(await codeOf(desktop, "attachments.put", {}, bytes)).toBe(null);
    const files = readdirSync(join(dataFolder, "attachments"), { recursive: true });
    expect(files.length).toBe(2);
    await desktop.close();
  });

  it("a change of the passphrase leaves the old one in force", async () => {
    const dataFolder = join(folder, "attachment-data");
    const desktop = await openTestDesktop(dataFolder);
    const filler = fillUpTo(0);
    const credential = "correct horse battery";
    const change = { credential, isRecoveryCode: false, passphrase: "staple of another kind" };
    expect(await codeOf(desktop, "keys.changePassphrase", change)).toBe("disk-full");
    rmSync(filler);
    expect(await codeOf(desktop, "keys.unlock", { passphrase: credential })).toBe(null);
    await desktop.close();
  });
});
