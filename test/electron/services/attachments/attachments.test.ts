import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { crc32 } from "node:zlib";
import {
  openSealedPieces,
  sizeOfSealed,
} from "../../../../electron/services/attachments/sealed-file.ts";
import { unfinishedName } from "../../../../electron/services/files/durable.ts";
import type { DesktopServices } from "../../../../electron/services/desktop/desktop-services.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { callOk, codeOf, openTestDesktop } from "../desktop/desktop.ts";

const FOLDER = temporaryFolder();
const PASSPHRASE = "correct horse battery";
const MEGABYTE = 1024 * 1024;
let desktop: DesktopServices;

beforeAll(async () => {
  desktop = await openTestDesktop(FOLDER);
  await callOk(desktop, "keys.create", { passphrase: PASSPHRASE });
});

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function pathOf(sha256: string): string {
  return join(FOLDER, "attachments", sha256.slice(0, 2), sha256);
}

async function put(bytes: Uint8Array): Promise<string> {
  return (await callOk(desktop, "attachments.put", {}, bytes)).output.sha256;
}

describe("an attachment", () => {
  it.each([0, 1, MEGABYTE - 1, MEGABYTE, MEGABYTE + 1, 5 * MEGABYTE])(
    "of %d bytes comes back as it was, with its SHA-256 and CRC-32",
    async (length) => {
      const bytes = randomBytes(length);
      const { output } = await callOk(desktop, "attachments.put", {}, bytes);
      expect(output).toEqual({
        sha256: digestOf(bytes),
        crc32: crc32(bytes).toString(16).padStart(8, "0"),
        size: length,
      });
      const { sha256 } = output;
      const got = await callOk(desktop, "attachments.get", { sha256 });
      expect(digestOf(got.bytes ?? randomBytes(1))).toBe(sha256);
      const { files } = (await callOk(desktop, "attachments.list", {})).output;
      expect(files.find((file) => file.sha256 === sha256)?.size).toBe(length);
    },
  );

  it("that is brought again counts as just brought: until its record is saved it must not look left over", async () => {
    const bytes = randomBytes(20);
    const sha256 = await put(bytes);
    const longAgo = Date.UTC(2020, 0, 1) / 1_000;
    utimesSync(pathOf(sha256), longAgo, longAgo);
    await put(bytes);
    const { files } = (await callOk(desktop, "attachments.list", {})).output;
    const addedAt = files.find((file) => file.sha256 === sha256)?.addedAt ?? "";
    expect(Date.now() - Date.parse(addedAt)).toBeLessThan(60_000);
  });

  it("is stored once, however often it is put, and sealed", async () => {
    const bytes = Buffer.from("王小明 370101199001011234 学历证书".repeat(100));
    const sha256 = await put(bytes);
    const { ino } = statSync(pathOf(sha256));
    expect(await put(bytes)).toBe(sha256);
    expect(statSync(pathOf(sha256)).ino).toBe(ino);
    const sealed = readFileSync(pathOf(sha256));
    expect(sealed.includes(Buffer.from("王小明"))).toBe(false);
    expect(sealed.includes(Buffer.from("370101"))).toBe(false);
    const shelf = readdirSync(join(FOLDER, "attachments", sha256.slice(0, 2)));
    expect(shelf).toEqual([sha256]);
  });

  it("that was harmed on the disk is refused, and put right by bringing it again", async () => {
    const bytes = randomBytes(3 * MEGABYTE);
    const sha256 = await put(bytes);
    const sealed = readFileSync(pathOf(sha256));
    const third = Math.floor(sealed.length / 3);
    const swapped = Buffer.concat([
      sealed.subarray(third, 2 * third),
      sealed.subarray(0, third),
      sealed.subarray(2 * third),
    ]);
    const flipped = Buffer.from(sealed);
    flipped[third + 100] = (flipped[third + 100] ?? 0) ^ 1;
    for (const harmed of [
      swapped,
      flipped,
      sealed.subarray(0, 2 * third),
      sealed.subarray(0, -1),
      Buffer.concat([sealed, sealed.subarray(0, 5)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(pathOf(sha256), harmed);
      expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe("attachment-damaged");
    }
    expect(await put(bytes)).toBe(sha256);
    expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe(null);
  });

  it("cannot stand under another's name", async () => {
    const sha256 = await put(Buffer.from("one"));
    const other = await put(Buffer.from("two"));
    renameSync(pathOf(sha256), pathOf(other));
    expect(await codeOf(desktop, "attachments.get", { sha256: other })).toBe("attachment-damaged");
    expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe("attachment-missing");
  });

  it("is removed when asked for, and only then", async () => {
    const sha256 = await put(Buffer.from("to be removed"));
    const kept = await put(Buffer.from("to be kept"));
    const asked = { sha256s: [sha256, sha256, "0".repeat(64)] };
    expect((await callOk(desktop, "attachments.remove", asked)).output.removed).toBe(1);
    const { files } = (await callOk(desktop, "attachments.list", {})).output;
    const names = files.map((file) => file.sha256);
    expect(names).toContain(kept);
    expect(names).not.toContain(sha256);
  });

  it("stays shut while the keys are locked, and opens after", async () => {
    const sha256 = await put(Buffer.from("locked"));
    await callOk(desktop, "keys.lock", {});
    expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe("locked");
    expect(await codeOf(desktop, "attachments.put", {}, Buffer.from("x"))).toBe("locked");
    expect(await codeOf(desktop, "attachments.list", {})).toBe("locked");
    expect(await codeOf(desktop, "attachments.remove", { sha256s: [sha256] })).toBe("locked");
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe(null);
  });

  it("that a crash left half written is swept at the next start, and nothing else", async () => {
    const sha256 = await put(Buffer.from("whole"));
    const half = unfinishedName(pathOf(digestOf(Buffer.from("half"))));
    mkdirSync(dirname(half), { recursive: true });
    const halves = [half, unfinishedName(pathOf(sha256))];
    for (const path of halves) writeFileSync(path, "half");
    const before = (await callOk(desktop, "attachments.list", {})).output;
    await desktop.close();
    desktop = await openTestDesktop(FOLDER);
    expect(halves.filter((path) => existsSync(path))).toEqual([]);
    await callOk(desktop, "keys.unlock", { passphrase: PASSPHRASE });
    expect((await callOk(desktop, "attachments.list", {})).output).toEqual(before);
    expect(await codeOf(desktop, "attachments.get", { sha256 })).toBe(null);
  });

  it("is refused where it is too large, or where no bytes came", async () => {
    const large = Buffer.alloc(64 * MEGABYTE + 1);
    expect(await codeOf(desktop, "attachments.put", {}, large)).toBe("too-large");
    expect(await codeOf(desktop, "attachments.put", {})).toBe("bad-input");
  });
});

describe("a sealed file's length", () => {
  it("tells the size of what is in it, or that it is no sealed file", () => {
    expect(sizeOfSealed(32)).toBe(0);
    expect(sizeOfSealed(31)).toBe(null);
    expect(sizeOfSealed(MEGABYTE + 32)).toBe(MEGABYTE);
    expect(sizeOfSealed(MEGABYTE + 33)).toBe(null);
    expect(sizeOfSealed(MEGABYTE + 65)).toBe(MEGABYTE + 1);
    expect(openSealedPieces(Buffer.alloc(40), Buffer.alloc(32), "")).toBe(null);
  });
});
