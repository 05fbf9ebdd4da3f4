import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { describeKeyFault } from "../../../../electron/services/keys/fault.ts";
import { keyFilePath } from "../../../../electron/services/keys/key-file.ts";
import {
  createKeyStore,
  readKeyState,
  unlockKeyStore,
} from "../../../../electron/services/keys/key-store.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const FOLDER = temporaryFolder();
const DATA = join(FOLDER, "data");
const PASSPHRASE = "镇卫生院 correct horse";
const NOW = Date.UTC(2026, 10, 23, 8, 15, 30);

let recoveryCode: string;
let keys: UnlockedKeys;
let stored: string;

beforeAll(async () => {
  const created = await createKeyStore(DATA, { role: "unit", passphrase: PASSPHRASE, now: NOW });
  if (!created.ok) throw new Error(created.code);
  ({ recoveryCode, keys } = created);
  stored = readFileSync(keyFilePath(DATA), "utf8");
});

interface StoredFile {
  format: string;
  id: string;
  role: string;
  createdAt: string;
  rehearsedAt: string | null;
  publicKeys: Record<string, string>;
  slots: { kind: string; kdf: Record<string, unknown>; masterKey: string }[];
  secrets: string;
  check: string;
}

let copies = 0;

/** A data folder whose key file is this text. */
function dataWith(text: string): string {
  copies += 1;
  const folder = join(FOLDER, `copy-${copies}`);
  mkdirSync(join(folder, "keys"), { recursive: true });
  writeFileSync(keyFilePath(folder), text);
  return folder;
}

/** The text with another first letter: a fixed one would now and then be the letter that stands there. */
function otherFirstLetter(text: string): string {
  return `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
}

describe("a new key store", () => {
  it("opens with its passphrase and with its recovery code, to the same keys", async () => {
    for (const credential of [{ passphrase: PASSPHRASE }, { recoveryCode }]) {
      const opened = await unlockKeyStore(DATA, credential);
      if (!opened.ok) throw new Error(opened.code);
      expect(opened.keys.role).toBe("unit");
      expect(opened.keys.publicKeys).toEqual(keys.publicKeys);
      expect(opened.keys.ageIdentity).toBe(keys.ageIdentity);
      const sealed = keys.sealer.seal("label", Buffer.from("text"));
      expect(opened.keys.sealer.open("label", sealed)).toEqual(Buffer.from("text"));
      expect(opened.keys.deriveKey("records")).toEqual(keys.deriveKey("records"));
    }
  });

  it("takes the passphrase however the keyboard wrote its letters", async () => {
    const wide = PASSPHRASE.replaceAll(/[a-z]/g, (letter) =>
      String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
    ).replaceAll(" ", "\u3000");
    expect(await unlockKeyStore(DATA, { passphrase: wide })).toMatchObject({ ok: true });
  });

  it("tells its public half without being opened", async () => {
    expect(await readKeyState(DATA)).toEqual({
      ok: true,
      state: {
        role: "unit",
        publicKeys: keys.publicKeys,
        createdAt: "2026-11-23T08:15:30Z",
        rehearsedAt: null,
        slots: ["passphrase", "recovery"],
      },
    });
  });

  it("is for its owner alone", () => {
    expect(statSync(keyFilePath(DATA)).mode & 0o777).toBe(0o600);
    expect(statSync(join(DATA, "keys")).mode & 0o777).toBe(0o700);
    expect(statSync(DATA).mode & 0o777).toBe(0o700);
  });

  it("holds no secret in clear", () => {
    const digits = recoveryCode.replaceAll(/\s/g, "");
    for (const secret of [PASSPHRASE, keys.ageIdentity, recoveryCode.slice(0, 23), digits]) {
      expect(stored).not.toContain(secret);
    }
  });

  it("is not written over, whether whole, damaged or of a newer program", async () => {
    const texts = [stored, "{", stored.replace("jiceng.keys/1", "jiceng.keys/2")];
    const codes = ["keys-exist", "keys-damaged", "keys-newer"];
    for (const [index, text] of texts.entries()) {
      const folder = dataWith(text);
      const given = { role: "bureau", passphrase: PASSPHRASE, now: NOW } as const;
      expect(await createKeyStore(folder, given)).toEqual({ ok: false, code: codes[index] });
      expect(readFileSync(keyFilePath(folder), "utf8")).toBe(text);
    }
  });

  it.each(["", "elevenchars", "　　　　　　　　　　　"])(
    "is not made with the passphrase %j, shorter than 12 characters",
    async (passphrase) => {
      const folder = join(FOLDER, "short");
      const given = { role: "unit", passphrase, now: NOW } as const;
      expect(await createKeyStore(folder, given)).toEqual({ ok: false, code: "passphrase-short" });
      expect(await readKeyState(folder)).toEqual({ ok: false, code: "keys-missing" });
    },
  );

  it("is not made where nothing can be written", async () => {
    writeFileSync(join(FOLDER, "a-file"), "");
    const given = { role: "unit", passphrase: PASSPHRASE, now: NOW } as const;
    expect(await createKeyStore(join(FOLDER, "a-file", "data"), given)).toEqual({
      ok: false,
      code: "disk-gone",
    });
  });
});

describe("a key store stays shut", () => {
  it("to another passphrase", async () => {
    expect(await unlockKeyStore(DATA, { passphrase: `${PASSPHRASE}.` })).toEqual({
      ok: false,
      code: "passphrase-wrong",
    });
  });

  it("to the recovery code of another store", async () => {
    const other = "015 719 343 192 607 162 920 056 438 275 349 791".repeat(2);
    const opened = await unlockKeyStore(DATA, { recoveryCode: other });
    expect(opened.ok).toBe(false);
  });

  it("to a recovery code with a slip in it, whose group it names", async () => {
    const last = recoveryCode.at(-1);
    const slipped = `${recoveryCode.slice(0, -1)}${last === "0" ? "1" : "0"}`;
    const opened = await unlockKeyStore(DATA, { recoveryCode: slipped });
    expect(opened).toEqual({ ok: false, code: "recovery-groups", groups: [24] });
    if (!opened.ok) expect(describeKeyFault(opened)).toContain("第24组有误");
  });

  it("where there is none", async () => {
    const nowhere = join(FOLDER, "nowhere");
    expect(await unlockKeyStore(nowhere, { recoveryCode })).toEqual({
      ok: false,
      code: "keys-missing",
    });
  });

  it.each([
    ["an empty file", () => ""],
    ["half a file", () => stored.slice(0, stored.length / 2)],
    ["another kind of file", () => '{"format":"jiceng.unit/1"}'],
    ["a list", () => "[]"],
  ])("where %s stands in its place, and calls it damaged", async (_, text) => {
    expect(await unlockKeyStore(dataWith(text()), { recoveryCode })).toEqual({
      ok: false,
      code: "keys-damaged",
    });
  });

  it("where a newer program wrote it, and says so instead of calling it damaged", async () => {
    const newer = stored.replace("jiceng.keys/1", "jiceng.keys/12");
    expect(await unlockKeyStore(dataWith(newer), { recoveryCode })).toEqual({
      ok: false,
      code: "keys-newer",
    });
  });

  it("where any bit of the file was flipped", async () => {
    const bytes = Buffer.from(stored);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const opened = await unlockKeyStore(dataWith(flipped.toString("latin1")), { recoveryCode });
        // Blanks between the fields carry nothing.
        if (opened.ok)
          expect(flipped.toString("latin1").replaceAll(/\s/g, "")).toBe(
            stored.replaceAll(/\s/g, ""),
          );
        else expect(["keys-damaged", "keys-newer"]).toContain(opened.code);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a key store that was tampered with, its check made to fit,", () => {
  function unlockTampered(tamper: (file: StoredFile) => void): Promise<unknown> {
    const file = JSON.parse(stored) as StoredFile;
    tamper(file);
    const { check: _check, secrets, ...rest } = file;
    const check = createHash("sha256").update(JSON.stringify(rest)).update(secrets).digest("hex");
    return unlockKeyStore(dataWith(JSON.stringify({ ...file, check })), { recoveryCode });
  }

  it("opens where nothing was changed: the check is computed here as the store does", async () => {
    expect(await unlockTampered(() => {})).toMatchObject({ ok: true });
  });

  it.each<[string, (file: StoredFile) => void, string]>([
    ["in its role", (file) => (file.role = "bureau"), "keys-damaged"],
    ["in its time", (file) => (file.createdAt = "2026-11-23T08:15:31Z"), "keys-damaged"],
    ["in its rehearsal", (file) => (file.rehearsedAt = "2026-11-23T08:15:30Z"), "keys-damaged"],
    ["in its key id", (file) => (file.publicKeys["kid"] = "A".repeat(43)), "keys-damaged"],
    ["in its id", (file) => (file.id = "A".repeat(22)), "recovery-wrong"],
    ["by taking a slot away", (file) => file.slots.shift(), "keys-damaged"],
    [
      "by a weaker passphrase hash",
      (file) => Object.assign(file.slots[0]?.kdf ?? {}, { n: 1_024 }),
      "keys-damaged",
    ],
    [
      "by a passphrase hash that would stop the machine",
      (file) => Object.assign(file.slots[0]?.kdf ?? {}, { n: 2 ** 30 }),
      "keys-damaged",
    ],
    [
      "by a stronger passphrase hash within bounds",
      (file) => Object.assign(file.slots[0]?.kdf ?? {}, { n: 2 ** 18 }),
      "keys-damaged",
    ],
    [
      "in the recovery slot's salt",
      (file) => Object.assign(file.slots[1]?.kdf ?? {}, { salt: "A".repeat(43) }),
      "recovery-wrong",
    ],
    [
      "by exchanging what two slots hold",
      ({ slots: [first, second] }) => {
        if (first === undefined || second === undefined) return;
        [first.masterKey, second.masterKey] = [second.masterKey, first.masterKey];
      },
      "recovery-wrong",
    ],
    ["by two slots of a kind", ({ slots }) => slots.push(...slots.slice(1)), "keys-damaged"],
    ["in its secrets", (file) => (file.secrets = otherFirstLetter(file.secrets)), "keys-damaged"],
  ])("%s stays shut", async (_, tamper, code) => {
    expect(await unlockTampered(tamper)).toMatchObject({ ok: false, code });
  });
});
