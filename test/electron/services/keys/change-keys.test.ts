import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  addOsSlot,
  changePassphrase,
  rehearseRecovery,
  removeOsSlot,
  renewKeys,
  renewRecoveryCode,
} from "../../../../electron/services/keys/change-keys.ts";
import { verifyAttached } from "../../../../electron/services/keys/jws.ts";
import { keyFilePath } from "../../../../electron/services/keys/key-file.ts";
import {
  createKeyStore,
  readKeyState,
  unlockKeyStore,
} from "../../../../electron/services/keys/key-store.ts";
import type { OsSealer } from "../../../../electron/services/keys/os-sealer.ts";
import { openBox, sealBox } from "../../../../electron/services/keys/secret-box.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const FOLDER = temporaryFolder();
const ORIGINAL = join(FOLDER, "original");
const PASSPHRASE = "correct horse battery";
const NEW_PASSPHRASE = "staple of another kind";
const NOW = Date.UTC(2026, 10, 23);

let recoveryCode: string;
let keys: UnlockedKeys;
let copies = 0;

beforeAll(async () => {
  const given = { role: "unit", passphrase: PASSPHRASE, now: 0 } as const;
  const created = await createKeyStore(ORIGINAL, given);
  if (!created.ok) throw new Error(created.code);
  ({ recoveryCode, keys } = created);
});

/** A key store of its own for one test; all of them hold the same keys. */
function copyOfStore(): string {
  copies += 1;
  const folder = join(FOLDER, `copy-${copies}`);
  cpSync(ORIGINAL, folder, { recursive: true });
  return folder;
}

function stateOf(folder: string) {
  return readKeyState(folder).then((read) => (read.ok ? read.state : null));
}

/** An operating system's store that seals with a key of its own, as DPAPI or a keyring does. */
function osStore(backend: string, key: number): OsSealer {
  const secret = new Uint8Array(32).fill(key);
  return {
    backend,
    seal: (bytes) => Promise.resolve(sealBox(secret, "os", bytes)),
    open: (sealed) => Promise.resolve(openBox(secret, "os", sealed)),
  };
}

describe("a change of the passphrase", () => {
  it("lets the new one in and the old one no more, and leaves the recovery code", async () => {
    const folder = copyOfStore();
    const changed = await changePassphrase(folder, { passphrase: PASSPHRASE }, NEW_PASSPHRASE);
    expect(changed).toEqual({ ok: true });
    expect(await unlockKeyStore(folder, { passphrase: PASSPHRASE })).toMatchObject({
      code: "passphrase-wrong",
    });
    for (const credential of [{ passphrase: NEW_PASSPHRASE }, { recoveryCode }]) {
      const opened = await unlockKeyStore(folder, credential);
      if (!opened.ok) throw new Error(opened.code);
      expect(opened.keys.ageIdentity).toBe(keys.ageIdentity);
    }
  });

  it("works by the recovery code where the passphrase is forgotten", async () => {
    const folder = copyOfStore();
    expect(await changePassphrase(folder, { recoveryCode }, NEW_PASSPHRASE)).toEqual({ ok: true });
    expect((await unlockKeyStore(folder, { passphrase: NEW_PASSPHRASE })).ok).toBe(true);
  });

  it.each([
    [
      "a wrong passphrase",
      { passphrase: "not the passphrase" },
      NEW_PASSPHRASE,
      "passphrase-wrong",
    ],
    ["a new one that is too short", { passphrase: PASSPHRASE }, "short", "passphrase-short"],
  ])("with %s changes no byte", async (_, credential, passphrase, code) => {
    const folder = copyOfStore();
    const before = readFileSync(keyFilePath(folder));
    expect(await changePassphrase(folder, credential, passphrase)).toEqual({ ok: false, code });
    expect(readFileSync(keyFilePath(folder))).toEqual(before);
  });
});

describe("a rehearsal of recovery", () => {
  it("keeps when the code was proven", async () => {
    const folder = copyOfStore();
    expect(await rehearseRecovery(folder, recoveryCode, NOW)).toEqual({ ok: true });
    expect(await stateOf(folder)).toMatchObject({ rehearsedAt: "2026-11-23T00:00:00Z" });
    expect((await unlockKeyStore(folder, { recoveryCode })).ok).toBe(true);
  });

  it("with a slip in the code proves nothing", async () => {
    const folder = copyOfStore();
    const slipped = recoveryCode.replace(/\d$/, (digit) => (digit === "0" ? "1" : "0"));
    expect(await rehearseRecovery(folder, slipped, NOW)).toMatchObject({ groups: [24] });
    expect(await stateOf(folder)).toMatchObject({ rehearsedAt: null });
  });

  it("is due again for a new recovery code, and the old code opens nothing any more", async () => {
    const folder = copyOfStore();
    await rehearseRecovery(folder, recoveryCode, NOW);
    const renewed = await renewRecoveryCode(folder, { recoveryCode });
    if (!renewed.ok) throw new Error(renewed.code);
    expect(await stateOf(folder)).toMatchObject({ rehearsedAt: null });
    expect(await unlockKeyStore(folder, { recoveryCode })).toMatchObject({
      code: "recovery-wrong",
    });
    const opened = await unlockKeyStore(folder, { recoveryCode: renewed.recoveryCode });
    expect(opened.ok && opened.keys.publicKeys).toEqual(keys.publicKeys);
  });
});

describe("a renewal of the keys", () => {
  it("makes new ones that the old signing key passes on to", async () => {
    const folder = copyOfStore();
    const renewed = await renewKeys(folder, { recoveryCode });
    if (!renewed.ok) throw new Error(renewed.code);
    const { publicKeys, keyChange } = renewed.keys;
    for (const name of ["kid", "signing", "reading", "sm2"] as const) {
      expect(publicKeys[name]).not.toBe(keys.publicKeys[name]);
    }
    const statement = await verifyAttached(
      keyChange ?? "",
      "jiceng-key-change+jws",
      keys.publicKeys,
    );
    expect(statement).toEqual({
      ok: true,
      data: { format: "jiceng.key-change/1", from: keys.publicKeys.kid, to: publicKeys.kid },
    });
  });

  it("keeps every old reading key, so that older packages still open, and what was sealed", async () => {
    const folder = copyOfStore();
    await renewKeys(folder, { recoveryCode });
    await renewKeys(folder, { recoveryCode });
    const opened = await unlockKeyStore(folder, { passphrase: PASSPHRASE });
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.keys.ageIdentities).toHaveLength(3);
    expect(opened.keys.ageIdentities[0]).toBe(opened.keys.ageIdentity);
    expect(opened.keys.ageIdentities[2]).toBe(keys.ageIdentity);
    const sealed = keys.sealer.seal("label", Buffer.from("text"));
    expect(opened.keys.sealer.open("label", sealed)).toEqual(Buffer.from("text"));
  });
});

describe("the operating system's store", () => {
  it("opens the keys beside passphrase and recovery code, until it is taken away", async () => {
    const folder = copyOfStore();
    const sealer = osStore("dpapi", 1);
    expect(await addOsSlot(folder, { recoveryCode }, sealer)).toEqual({ ok: true });
    expect(await stateOf(folder)).toMatchObject({ slots: ["passphrase", "recovery", "os"] });
    const opened = await unlockKeyStore(folder, { osSealer: sealer });
    expect(opened.ok && opened.keys.ageIdentity).toBe(keys.ageIdentity);
    expect((await unlockKeyStore(folder, { passphrase: PASSPHRASE })).ok).toBe(true);
    expect(await removeOsSlot(folder, { osSealer: sealer })).toEqual({ ok: true });
    expect(await unlockKeyStore(folder, { osSealer: sealer })).toMatchObject({
      code: "os-store-none",
    });
  });

  it("that gives nothing out leaves the other ways in, and can be sealed to anew", async () => {
    const folder = copyOfStore();
    await addOsSlot(folder, { recoveryCode }, osStore("kwallet6", 1));
    const other = osStore("gnome_libsecret", 2);
    expect(await unlockKeyStore(folder, { osSealer: other })).toMatchObject({
      code: "os-store-refused",
    });
    expect(await addOsSlot(folder, { recoveryCode }, other)).toEqual({ ok: true });
    expect((await unlockKeyStore(folder, { osSealer: other })).ok).toBe(true);
  });

  it.each(["basic_text", "unknown", ""])("%j counts as none", async (backend) => {
    const folder = copyOfStore();
    const sealer = osStore(backend, 1);
    expect(await addOsSlot(folder, { recoveryCode }, sealer)).toMatchObject({
      code: "os-store-none",
    });
    expect(await stateOf(folder)).toMatchObject({ slots: ["passphrase", "recovery"] });
  });
});
