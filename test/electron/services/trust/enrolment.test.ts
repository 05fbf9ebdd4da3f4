import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createKeyPairs } from "../../../../electron/services/keys/key-pairs.ts";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import {
  enrolUnit,
  findEnrolledUnit,
  listEnrolledUnits,
  revokeUnit,
} from "../../../../electron/services/trust/enrolled-units.ts";
import { issueEnrolment } from "../../../../electron/services/trust/own-statement.ts";
import { readEnrolmentFile } from "../../../../electron/services/trust/statement-file.ts";
import { ENROLMENT_FORMAT, type Enrolment } from "../../../../shared/submission/enrolment.ts";
import { fingerprintOf } from "../../../../shared/submission/fingerprint.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";

const FOLDER = temporaryFolder();
const UNIT = { id: "u-001", name: "示例镇卫生院", creditCode: null };
const UNASKED = { fingerprint: null, isChangeConfirmed: false };
const bureau = await makeKeys("bureau");
let folders = 0;

function newFolder(): string {
  folders += 1;
  return join(FOLDER, `data-${folders}`);
}

function newPlace() {
  return { dataFolder: newFolder(), sealer: bureau.sealer };
}

/** The request of a unit that has a data folder of its own. */
async function requestOf(keys: UnlockedKeys, dataFolder = newFolder(), unit = UNIT) {
  const issued = await issueEnrolment(dataFolder, keys, unit, 0);
  if (!issued.ok) throw new Error(issued.code);
  const read = await readEnrolmentFile(issued.text);
  if (!read.ok) throw new Error(read.code);
  return read.statement;
}

function heard({ keys }: Enrolment, isChangeConfirmed = false) {
  return { fingerprint: fingerprintOf(keys.kid), isChangeConfirmed };
}

/** New keys, in the same data folder, that the given ones pass on to. */
async function successorOf(old: UnlockedKeys): Promise<UnlockedKeys> {
  const next = await makeKeys("unit");
  const { kid: from } = old.publicKeys;
  const statement = { format: "jiceng.key-change/1", from, to: next.publicKeys.kid };
  const keyChange = await old.signAttached("jiceng-key-change+jws", statement);
  return { ...next, sealer: old.sealer, keyChange };
}

describe("an enrolment request", () => {
  it("comes back from its file as it was made, with blanks around it too", async () => {
    const keys = await makeKeys("unit");
    const issued = await issueEnrolment(newFolder(), keys, UNIT, Date.UTC(2026, 10, 23));
    if (!issued.ok) throw new Error(issued.code);
    expect(await readEnrolmentFile(`\n${issued.text}\r\n`)).toEqual({
      ok: true,
      statement: {
        format: ENROLMENT_FORMAT,
        unit: UNIT,
        keys: keys.publicKeys,
        serial: 1,
        issuedAt: "2026-11-23T00:00:00Z",
        replaces: null,
      },
    });
  });

  it("counts on from the last one", async () => {
    const keys = await makeKeys("unit");
    const folder = newFolder();
    const serials = [await requestOf(keys, folder), await requestOf(keys, folder)];
    expect(serials.map(({ serial }) => serial)).toEqual([1, 2]);
  });

  it("is not made of a profile that would be refused", async () => {
    const unit = { ...UNIT, name: " " };
    const issued = await issueEnrolment(newFolder(), await makeKeys("unit"), unit, 0);
    expect(issued).toMatchObject({ ok: false, code: "statement-content" });
  });

  it.each([
    ["an empty file", ""],
    ["a unit file", '{"format":"jiceng.unit/1"}'],
    ["a very long file", "A".repeat(70_000)],
    ["a JWS over something else", "e30.e30.AA"],
  ])("is not read out of %s", async (_, text) => {
    expect(await readEnrolmentFile(text)).toEqual({ ok: false, code: "enrolment-unreadable" });
  });
});

describe("a forged enrolment request is refused", () => {
  async function signedBy(keys: UnlockedKeys, change: object): Promise<string> {
    const own = { keys: keys.publicKeys, serial: 1, issuedAt: "2026-11-23T00:00:00Z" };
    const request = { format: ENROLMENT_FORMAT, unit: UNIT, ...own, replaces: null, ...change };
    return keys.signAttached("jiceng-enrolment+jws", request);
  }

  it("that brings another unit's keys along", async () => {
    const [thief, victim] = [await makeKeys("unit"), await makeKeys("unit")];
    const text = await signedBy(thief, { keys: victim.publicKeys });
    expect(await readEnrolmentFile(text)).toMatchObject({ code: "statement-signature" });
  });

  it("that names its key by the thumbprint of another", async () => {
    const [thief, victim] = [await makeKeys("unit"), await makeKeys("unit")];
    const { kid } = victim.publicKeys;
    const text = await signedBy(thief, { keys: { ...thief.publicKeys, kid } });
    expect(await readEnrolmentFile(text)).toMatchObject({ code: "statement-signature" });
  });

  it("whose reading key was exchanged on the way", async () => {
    const keys = await makeKeys("unit");
    const [header, payload = "", signature] = (await signedBy(keys, {})).split(".");
    const { reading } = (await createKeyPairs()).publicKeys;
    const changed = Buffer.from(payload, "base64url")
      .toString()
      .replace(keys.publicKeys.reading, reading);
    const text = `${header}.${Buffer.from(changed).toString("base64url")}.${signature}`;
    expect(await readEnrolmentFile(text)).toMatchObject({ code: "statement-signature" });
  });

  it("that is a bureau card's signature", async () => {
    const keys = await makeKeys("unit");
    const request = await requestOf(keys);
    const text = await keys.signAttached("jiceng-bureau-card+jws", request);
    expect(await readEnrolmentFile(text)).toMatchObject({ code: "statement-signature" });
  });

  it("whose SM2 key is no point of the curve", async () => {
    const keys = await makeKeys("unit");
    const sm2 = `04${"11".repeat(64)}`;
    const text = await signedBy(keys, { keys: { ...keys.publicKeys, sm2 } });
    expect(await readEnrolmentFile(text)).toMatchObject({ code: "statement-signature" });
  });

  it("with each fault of its content named", async () => {
    const text = await signedBy(await makeKeys("unit"), { serial: 0, admin: true });
    const read = await readEnrolmentFile(text);
    expect(read).toMatchObject({ code: "statement-content" });
    expect(!read.ok && read.issues?.map(({ path }) => path.join("."))).toEqual(["serial", "admin"]);
  });
});

describe("the register of units", () => {
  it("is empty at first, takes nobody unasked, and then whom the telephone confirms", async () => {
    const place = newPlace();
    const request = await requestOf(await makeKeys("unit"));
    expect(await listEnrolledUnits(place)).toEqual({ ok: true, units: [] });
    expect(await enrolUnit(place, request, UNASKED, 0)).toMatchObject({
      code: "fingerprint-needed",
    });
    expect(await listEnrolledUnits(place)).toEqual({ ok: true, units: [] });
    expect(await enrolUnit(place, request, heard(request), 0)).toMatchObject({ ok: true });
    const listed = await listEnrolledUnits(place);
    const enrolled = {
      unit: UNIT,
      keys: request.keys,
      enrolledAt: "1970-01-01T00:00:00Z",
      revokedAt: null,
    };
    expect(listed).toEqual({ ok: true, units: [enrolled] });
    expect(listed.ok && findEnrolledUnit(listed.units, request.keys.kid)).toEqual(enrolled);
    expect(listed.ok && findEnrolledUnit(listed.units, bureau.publicKeys.kid)).toBeUndefined();
  });

  it("follows a unit's new name and keeps since when its key is enrolled", async () => {
    const place = newPlace();
    const [keys, folder] = [await makeKeys("unit"), newFolder()];
    const first = await requestOf(keys, folder);
    const renamed = await requestOf(keys, folder, { ...UNIT, name: "示例镇中心卫生院" });
    await enrolUnit(place, first, heard(first), 0);
    expect(await enrolUnit(place, renamed, UNASKED, 1_000)).toMatchObject({
      decision: { as: "update" },
    });
    expect(await enrolUnit(place, first, UNASKED, 2_000)).toMatchObject({
      code: "statement-older",
    });
    const listed = await listEnrolledUnits(place);
    expect(listed).toMatchObject({
      units: [{ unit: { name: "示例镇中心卫生院" }, enrolledAt: "1970-01-01T00:00:00Z" }],
    });
  });

  it("takes new keys that the old one passes on to, and stops the old one at that moment", async () => {
    const place = newPlace();
    const [old, folder] = [await makeKeys("unit"), newFolder()];
    const first = await requestOf(old, folder);
    await enrolUnit(place, first, heard(first), 0);
    const next = await requestOf(await successorOf(old), folder);
    expect(await enrolUnit(place, next, UNASKED, 5_000)).toMatchObject({
      decision: { as: "change", confirmedBy: "old-key", previousKid: first.keys.kid },
    });
    expect(await listEnrolledUnits(place)).toMatchObject({
      units: [
        { keys: first.keys, revokedAt: "1970-01-01T00:00:05Z" },
        { keys: next.keys, revokedAt: null },
      ],
    });
    expect(await enrolUnit(place, first, heard(first, true), 6_000)).toMatchObject({
      code: "key-revoked",
    });
  });

  it("does not take new keys that another key passes on to, or that are passed to somebody else", async () => {
    const place = newPlace();
    const old = await makeKeys("unit");
    const first = await requestOf(old);
    await enrolUnit(place, first, heard(first), 0);
    const byStranger = await successorOf(await makeKeys("unit"));
    const { keyChange } = await successorOf(old);
    const borrowed = { ...(await makeKeys("unit")), keyChange };
    for (const keys of [byStranger, borrowed, await makeKeys("unit")]) {
      expect(await enrolUnit(place, await requestOf(keys), UNASKED, 0)).toEqual({
        ok: false,
        code: "change-unconfirmed",
        previousKid: first.keys.kid,
      });
    }
  });

  it("stops a key from the moment that a clerk revokes it, with the reason", async () => {
    const place = newPlace();
    const old = await makeKeys("unit");
    const request = await requestOf(old);
    await enrolUnit(place, request, heard(request), 0);
    expect(await revokeUnit(place, "u-002", null, 0)).toMatchObject({ code: "unit-unknown" });
    expect(await revokeUnit(place, "u-001", "电脑被盗", 9_000)).toMatchObject({ ok: true });
    expect(await listEnrolledUnits(place)).toMatchObject({
      units: [{ revokedAt: "1970-01-01T00:00:09Z" }],
    });
    expect(await revokeUnit(place, "u-001", null, 10_000)).toMatchObject({ code: "unit-unknown" });
    const next = await requestOf(await successorOf(old));
    expect(await enrolUnit(place, next, UNASKED, 0)).toMatchObject({ code: "change-unconfirmed" });
    expect(await enrolUnit(place, next, heard(next, true), 0)).toMatchObject({ ok: true });
  });

  it("shows nobody's name on the disk, and is closed to who changed it", async () => {
    const place = newPlace();
    const request = await requestOf(await makeKeys("unit"));
    await enrolUnit(place, request, heard(request), 0);
    const folder = join(place.dataFolder, "trust");
    expect(readdirSync(folder)).toEqual(["units.sealed"]);
    const path = join(folder, "units.sealed");
    const bytes = readFileSync(path);
    for (const text of [UNIT.name, UNIT.id, request.keys.kid]) {
      expect(bytes.includes(Buffer.from(text))).toBe(false);
    }
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(await listEnrolledUnits(place)).toEqual({ ok: false, code: "trust-damaged" });
    expect(await enrolUnit(place, request, heard(request), 0)).toMatchObject({
      code: "trust-damaged",
    });
    expect(readFileSync(path)).toEqual(bytes);
  });

  it("says so where the disk does not take it", async () => {
    const place = newPlace();
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(place.dataFolder, "a file where the folder should be");
    const request = await requestOf(await makeKeys("unit"));
    expect(await enrolUnit(place, request, heard(request), 0)).toEqual({
      ok: false,
      code: "disk-gone",
    });
  });
});
