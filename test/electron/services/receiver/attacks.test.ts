import { createHash, randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { receiptsUrl, uploadsUrl } from "../../../../shared/submission/receiver-answer.ts";
import { unitProfileOf } from "../../../../shared/submission/profiles.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys, OTHER_KID } from "../../../support/installation.ts";
import { STAFF } from "../../../support/package-documents.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";

/** What a receiver is asked that it must not do. */

const FOLDER = temporaryFolder();
const OTHER_UNIT = { ...unitProfileOf(STAFF.unit), id: "u-002", name: "示例乡卫生院" };
let unitKeys: UnlockedKeys;
let otherKeys: UnlockedKeys;
let bureauKeys: UnlockedKeys;
let bureau: ReceivingBureau;
let unit: SendingUnit;
let other: SendingUnit;

beforeAll(async () => {
  unitKeys = await makeKeys("unit");
  otherKeys = await makeKeys("unit");
  bureauKeys = await makeKeys("bureau");
});

beforeEach(async () => {
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, bureauKeys, {
    largestPackage: 50_000,
  });
  await bureau.enrol(otherKeys, OTHER_UNIT);
  unit = await bureau.pack();
  other = unit.with({ keys: otherKeys, unitId: "u-002" });
});

afterEach(async () => {
  await bureau.stop();
});

/** What lies there but for the ticket of the receiver at work. */
function uploads(): readonly string[] {
  const names = readdirSync(join(bureau.pair.office.dataFolder, "uploads"));
  return names.filter((name) => !name.startsWith(".turn-"));
}

describe("who is not let in", () => {
  it("a unit that is not enrolled: it is told so, and nothing is kept", async () => {
    const { address } = await bureau.start();
    const stranger = unit.with({ keys: await makeKeys("unit") });
    const said = await stranger.begin(address);
    expect(said).toMatchObject({ status: 403, code: "unknown-unit" });
    expect(JSON.parse(said.body)).toMatchObject({
      code: "unknown-unit",
      message: expect.stringContaining("没有登记") as string,
    });
    expect(uploads()).toEqual([]);
  });

  it("a key that was stopped while its upload was under way", async () => {
    const { address } = await bureau.start();
    const url = await unit.beginAt(address);
    await unit.patch(url, 0, unit.bytes.subarray(0, 1_000));
    await bureau.revoke();
    const rest = unit.bytes.subarray(1_000);
    expect(await unit.patch(url, 1_000, rest)).toMatchObject({ status: 403, code: "key-revoked" });
    expect(await unit.begin(address)).toMatchObject({ status: 403, code: "key-revoked" });
  });

  it("a key in whose place another came; the new one goes on with the upload", async () => {
    const { address } = await bureau.start();
    const url = await unit.beginAt(address);
    await unit.patch(url, 0, unit.bytes.subarray(0, 1_000));
    const renewed = await makeKeys("unit");
    await bureau.enrol(renewed);
    expect(await unit.head(url)).toMatchObject({ status: 403, code: "key-revoked" });
    expect(await unit.with({ keys: renewed }).head(url)).toMatchObject({ offset: 1_000 });
    // What the old key signed is refused all the same, and the new key's holder is told why.
    await unit.with({ keys: renewed }).patch(url, 1_000, unit.bytes.subarray(1_000));
    expect(await bureau.untilRead(1)).toMatchObject([{ kind: "refused", code: "key-revoked" }]);
    expect(await unit.with({ keys: renewed }).receipts(address)).toMatchObject({
      state: "refused",
      refusal: { code: "key-revoked" },
    });
  });

  it.each([
    ["no token", "", "token-missing"],
    ["no Bearer", "Basic dTpw", "token-missing"],
    ["anything", "Bearer abc.def.ghi", "token-bad"],
  ])("a request with %s", async (_case, authorization, code) => {
    const { address } = await bureau.start();
    const headers = { Authorization: authorization };
    expect(await unit.ask(uploadsUrl(address), { method: "POST", headers })).toMatchObject({
      status: 401,
      code,
    });
  });

  it("a token for another bureau", async () => {
    const { address } = await bureau.start();
    expect(await unit.with({ kid: OTHER_KID }).begin(address)).toMatchObject({
      status: 403,
      code: "wrong-bureau",
    });
  });

  it("somebody who tries tokens: after thirty the door stays shut for a while", async () => {
    const { address } = await bureau.start();
    const stranger = unit.with({ keys: await makeKeys("unit") });
    for (let count = 0; count < 30; count += 1) await stranger.begin(address);
    const said = await stranger.begin(address);
    expect(said).toMatchObject({ status: 429, code: "too-many" });
    expect(Number(said.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("what a token does not let do", () => {
  it("continue, ask about or give up another unit's upload", async () => {
    const { address } = await bureau.start();
    const url = await unit.beginAt(address);
    const refused = { status: 403, code: "not-yours" };
    expect(await other.head(url)).toMatchObject(refused);
    expect(await other.patch(url, 0, randomBytes(10))).toMatchObject(refused);
    const give = { method: "DELETE" };
    expect(await other.ask(url, give)).toMatchObject(refused);
    expect(await unit.ask(url, give)).toMatchObject({ status: 204 });
    expect(await unit.head(url)).toMatchObject({ status: 404, code: "upload-gone" });
  });

  it("fetch another unit's answers", async () => {
    const { address } = await bureau.start();
    await unit.send(address);
    await bureau.untilRead(1);
    expect(await other.receipts(address)).toEqual({
      state: "unknown",
      receipts: [],
      refusal: null,
    });
  });

  it("send under another unit's name", async () => {
    const { address } = await bureau.start();
    expect(await other.begin(address, { unitId: "u-001" })).toMatchObject({ code: "token-other" });
  });

  it.each([
    ["another file", { sha256: "0b".repeat(32) }],
    ["another package", { packageId: "01991b2e-5c00-7000-8000-000000000009" }],
  ])("begin the upload of %s", async (_case, given) => {
    const { address } = await bureau.start();
    expect(await unit.begin(address, given)).toMatchObject({ status: 403, code: "token-other" });
    expect(uploads()).toEqual([]);
  });

  it("upload with a token for answers, or fetch answers with one for uploads", async () => {
    const { address } = await bureau.start();
    const asking = await unit.begin(address, {}, await unit.token("receipts"));
    expect(asking).toMatchObject({ status: 403, code: "token-other" });
    const url = receiptsUrl(address, unit.setting.file.packageId, -1);
    expect(await unit.ask(url, { method: "GET" })).toMatchObject({ code: "token-other" });
  });
});

describe("how much is taken", () => {
  it("no more than the bureau's card says", async () => {
    const { address } = await bureau.start();
    const file = { ...unit.setting.file, size: 50_001 };
    expect(await unit.with({ file }).begin(address)).toMatchObject({
      status: 413,
      code: "too-big",
    });
    expect(uploads()).toEqual([]);
  });

  it("no more than was announced", async () => {
    const { address } = await bureau.start();
    const url = await unit.beginAt(address);
    const more = Buffer.concat([unit.bytes, randomBytes(100)]);
    expect(await unit.patch(url, 0, more)).toMatchObject({ status: 413 });
    expect((await unit.head(url)).offset).toBe(0);
  });

  it.each([
    ["no length", { "Upload-Length": "" }],
    ["a length to be told later", { "Upload-Length": "", "Upload-Defer-Length": "1" }],
    ["no metadata", { "Upload-Metadata": "" }],
    ["metadata that is none", { "Upload-Metadata": "sha256 !!!" }],
  ])("nothing with %s", async (_case, given) => {
    const { address } = await bureau.start();
    const { size } = unit.setting.file;
    const headers = { "Upload-Length": String(size), "Upload-Metadata": "", ...given };
    const said = await unit.ask(uploadsUrl(address), { method: "POST", headers });
    expect(said.status).toBe(400);
    expect(uploads()).toEqual([]);
  });

  it("only so many uploads of one unit at the same time; others are not held up", async () => {
    const { address } = await bureau.start({ limits: { unfinished: 2 } });
    const another = (owner: SendingUnit) => {
      const sha256 = createHash("sha256").update(randomBytes(8)).digest("hex");
      return owner.with({ file: { ...owner.setting.file, sha256 } });
    };
    await unit.beginAt(address);
    await another(unit).beginAt(address);
    expect(await another(unit).begin(address)).toMatchObject({ status: 429, code: "too-many" });
    await another(other).beginAt(address);
    // The same file anew takes the place of its upload that was left behind.
    await unit.beginAt(address);
    expect(uploads().filter((name) => !name.endsWith(".json"))).toHaveLength(3);
  });

  it("only so many requests of one unit in a row; others are not held up", async () => {
    const { address } = await bureau.start({
      limits: { unitRequests: { most: 5, perSecond: 0.001 } },
    });
    for (let count = 0; count < 5; count += 1) await unit.receipts(address);
    await expect(unit.receipts(address)).rejects.toThrow("429 too-many");
    expect((await other.receipts(address)).state).toBe("unknown");
  });

  it("nothing where the disk has no room for it", async () => {
    const base = await bureau.openBase();
    const uploadsOfFullDisk = { ...base.uploads, freeBytes: () => Promise.resolve(1_000_000) };
    const { address } = await bureau.start({ base: { ...base, uploads: uploadsOfFullDisk } });
    expect(await unit.begin(address)).toMatchObject({ status: 507, code: "server-full" });
    expect(uploads()).toEqual([]);
  });
});

describe("what is not offered", () => {
  it.each([
    ["GET", "/uploads"],
    ["GET", "/uploads/0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a"],
    ["PUT", "/uploads"],
    ["OPTIONS", "/uploads"],
    ["GET", "/../keys.json"],
    ["GET", "/"],
  ])("%s %s", async (method, path) => {
    const { address } = await bureau.start();
    expect(await unit.ask(address + path, { method })).toMatchObject({ status: 404 });
  });

  it("no other site may read an answer", async () => {
    const { address } = await bureau.start();
    const { headers, status } = await unit.head(await unit.beginAt(address));
    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});
