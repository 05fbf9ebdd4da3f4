import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import {
  issueBureauCard,
  issueEnrolment,
  readOwnCard,
} from "../../../../electron/services/trust/own-statement.ts";
import { readBureauCardFile } from "../../../../electron/services/trust/statement-file.ts";
import {
  readTrustedBureau,
  revokeBureau,
  trustBureau,
} from "../../../../electron/services/trust/trusted-bureau.ts";
import { USUAL_ASKS } from "../../../../shared/submission/bureau-card.ts";
import { fingerprintOf } from "../../../../shared/submission/fingerprint.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";

const FOLDER = temporaryFolder();
const BUREAU = { id: "rc-hrss", name: "示例市人社局" };
const CONTENT = { bureau: BUREAU, addresses: ["https://rsj.example.cn/files"], asks: USUAL_ASKS };
const UNASKED = { fingerprint: null, isChangeConfirmed: false };
const unit = await makeKeys("unit");
let folders = 0;

function newFolder(): string {
  folders += 1;
  return join(FOLDER, `data-${folders}`);
}

function newPlace() {
  return { dataFolder: newFolder(), sealer: unit.sealer };
}

async function cardOf(keys: UnlockedKeys, dataFolder = newFolder(), content = CONTENT) {
  const issued = await issueBureauCard(dataFolder, keys, content, 0);
  if (!issued.ok) throw new Error(issued.code);
  const read = await readBureauCardFile(issued.text);
  if (!read.ok) throw new Error(read.code);
  return read.statement;
}

function heard(keys: UnlockedKeys, isChangeConfirmed = false) {
  return { fingerprint: fingerprintOf(keys.publicKeys.kid), isChangeConfirmed };
}

describe("a bureau card", () => {
  it("is kept by the bureau that made it", async () => {
    const keys = await makeKeys("bureau");
    const folder = newFolder();
    expect(await readOwnCard(folder, keys)).toEqual({ ok: true, card: null });
    const card = await cardOf(keys, folder);
    expect(await readOwnCard(folder, keys)).toEqual({ ok: true, card });
  });

  it("is not made with an address that units would refuse", async () => {
    const content = { ...CONTENT, addresses: ["rsj.example.cn"] };
    const issued = await issueBureauCard(newFolder(), await makeKeys("bureau"), content, 0);
    expect(issued).toMatchObject({ ok: false, code: "statement-content" });
  });

  it("is not an enrolment request", async () => {
    const profile = { id: "u-001", name: "示例镇卫生院", creditCode: null };
    const issued = await issueEnrolment(newFolder(), unit, profile, 0);
    expect(await readBureauCardFile(issued.ok ? issued.text : "")).toEqual({
      ok: false,
      code: "card-unreadable",
    });
  });
});

describe("a unit's bureau", () => {
  it("is nobody at first, and then whom the telephone confirms", async () => {
    const place = newPlace();
    const keys = await makeKeys("bureau");
    const card = await cardOf(keys);
    expect(await readTrustedBureau(place)).toEqual({ ok: false, code: "bureau-missing" });
    expect(await trustBureau(place, card, UNASKED, 0)).toMatchObject({
      code: "fingerprint-needed",
    });
    expect(await trustBureau(place, card, heard(unit), 0)).toMatchObject({
      code: "fingerprint-wrong",
    });
    expect(await readTrustedBureau(place)).toEqual({ ok: false, code: "bureau-missing" });
    expect(await trustBureau(place, card, heard(keys), 0)).toMatchObject({ ok: true });
    const trusted = { card, trustedAt: "1970-01-01T00:00:00Z", revokedAt: null };
    expect(await readTrustedBureau(place)).toEqual({
      ok: true,
      bureau: trusted,
      bureaus: [trusted],
    });
  });

  it("may move its addresses and change what it asks for without a call, but not back", async () => {
    const place = newPlace();
    const [keys, folder] = [await makeKeys("bureau"), newFolder()];
    const first = await cardOf(keys, folder);
    const asks = { ...USUAL_ASKS, sm2: true };
    const second = await cardOf(keys, folder, { ...CONTENT, addresses: [], asks });
    await trustBureau(place, first, heard(keys), 0);
    expect(await trustBureau(place, second, UNASKED, 0)).toMatchObject({ ok: true });
    expect(await trustBureau(place, first, UNASKED, 0)).toMatchObject({ code: "statement-older" });
    expect(await readTrustedBureau(place)).toMatchObject({ bureau: { card: second } });
  });

  it("is not put in another's place without a call, whatever the other calls itself", async () => {
    const place = newPlace();
    const keys = await makeKeys("bureau");
    await trustBureau(place, await cardOf(keys), heard(keys), 0);
    const intruder = await makeKeys("bureau");
    for (const bureau of [BUREAU, { id: "other", name: "另一人社局" }]) {
      const card = await cardOf(intruder, newFolder(), { ...CONTENT, bureau });
      for (const confirmation of [UNASKED, heard(intruder)]) {
        expect(await trustBureau(place, card, confirmation, 0)).toEqual({
          ok: false,
          code: "change-unconfirmed",
          previousKid: keys.publicKeys.kid,
        });
      }
    }
  });

  it("stays readable with its former keys once it changed them", async () => {
    const place = newPlace();
    const [old, next] = [await makeKeys("bureau"), await makeKeys("bureau")];
    await trustBureau(place, await cardOf(old), heard(old), 0);
    await trustBureau(place, await cardOf(next), heard(next, true), 7_000);
    expect(await readTrustedBureau(place)).toMatchObject({
      bureau: { card: { keys: next.publicKeys }, revokedAt: null },
      bureaus: [
        { card: { keys: old.publicKeys }, revokedAt: "1970-01-01T00:00:07Z" },
        { card: { keys: next.publicKeys } },
      ],
    });
  });

  it("is stopped by the unit when the bureau's key was stolen", async () => {
    const place = newPlace();
    const keys = await makeKeys("bureau");
    const card = await cardOf(keys);
    expect(await revokeBureau(place, null, 0)).toMatchObject({ code: "bureau-missing" });
    await trustBureau(place, card, heard(keys), 0);
    expect(await revokeBureau(place, "人社局来电", 3_000)).toMatchObject({ ok: true });
    expect(await readTrustedBureau(place)).toMatchObject({
      bureau: { revokedAt: "1970-01-01T00:00:03Z" },
    });
    expect(await trustBureau(place, card, heard(keys, true), 0)).toMatchObject({
      code: "key-revoked",
    });
  });
});
