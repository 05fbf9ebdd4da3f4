import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { renewKeys } from "../../../electron/services/keys/change-keys.ts";
import { OfficeHost, PASSPHRASE } from "./support/office-host.ts";
import {
  build,
  decide,
  enrol,
  itemOf,
  renewCard,
  send,
  startTwoHosts,
  type TwoHosts,
  untilReceipts,
} from "./support/two-hosts.ts";

/**
 * Over two hosts: an old copy of the unit's folder that sends again what was sent and builds on from there,
 * packages given once more on a stick, a unit whose key was changed, clocks ten years off (promises 9, 12, 13).
 */

const TEN_YEARS = 10 * 365 * 86_400_000;
const SCAN_BYTES = 100_000;

/** One of each side, and all four where faults are played at length: each starts both hosts again. */
const CLOCKS = [
  { whose: "the unit's clock ten years ahead", ofUnit: TEN_YEARS, ofBureau: 0 },
  { whose: "the bureau's clock ten years behind", ofUnit: 0, ofBureau: -TEN_YEARS },
  { whose: "the unit's clock ten years behind", ofUnit: -TEN_YEARS, ofBureau: 0 },
  { whose: "the bureau's clock ten years ahead", ofUnit: 0, ofBureau: TEN_YEARS },
].slice(0, Number(process.env["ROUNDS"] ?? 2));

let hosts: TwoHosts;
beforeAll(async () => {
  hosts = await startTwoHosts();
}, 120_000);
afterAll(async () => {
  await hosts.unit.kill();
  await hosts.remove();
});

async function inbox() {
  const { packages, damaged } = (await hosts.bureau.ok("desk.inbox", { year: 2026 })).output;
  expect(damaged).toEqual([]);
  return packages;
}

/** Sends it, has it answered, and gives it as the unit then has it. */
async function sendAndAnswer(packageId: string, kind: "accepted" | "returned") {
  const { unit, bureau } = hosts;
  await send(unit, packageId);
  await untilReceipts(unit, packageId, 1);
  await decide(bureau, packageId, kind);
  await bureau.ok("desk.answer", { packageId, whole: null });
  return untilReceipts(unit, packageId, 2);
}

it("an old copy of the unit that sends again changes nothing, and goes on behind what the bureau has", async () => {
  const { unit, bureau } = hosts;
  const first = await build(unit, SCAN_BYTES);
  await unit.stop();
  const copied = `${unit.dataFolder}-copy`;
  cpSync(unit.dataFolder, copied, { recursive: true });
  await unit.start();
  await sendAndAnswer(first, "returned");
  const second = await build(unit, SCAN_BYTES);
  await sendAndAnswer(second, "accepted");
  const before = await inbox();
  expect(before.map(({ packageId }) => packageId)).toEqual([second, first]);
  const known = (await itemOf(unit, first)).receipts.map(({ serial, status }) => [serial, status]);
  await unit.stop();

  const copy = await OfficeHost.open(copied);
  hosts = { ...hosts, unit: copy };
  await send(copy, first);
  // It gets what was answered meanwhile, and the bureau has it once.
  const { receipts } = await untilReceipts(copy, first, 2);
  expect(receipts.map(({ serial, status }) => [serial, status])).toEqual(known);
  const stick = readFileSync(join(copied, "sent", "u-001-2026-r1", "package.jcp"));
  const given = { id: "stick", fileName: "u-001-2026-r1.jcp", handle: null };
  expect((await bureau.ok("desk.receive", given, stick)).output.code).toBe("already-received");
  const other = await build(copy, SCAN_BYTES);
  await send(copy, other);
  const refused = await untilReceipts(copy, other, 1);
  expect(refused).toMatchObject({ revision: 2, step: "refused", foreignRevision: 2 });
  expect(refused.receipts[0]?.remarks[0]?.code).toBe("revision-old");
  expect(await inbox()).toEqual(before);

  const third = await build(copy, SCAN_BYTES);
  expect(await sendAndAnswer(third, "accepted")).toMatchObject({ revision: 3, step: "accepted" });
  expect(await itemOf(copy, other)).toMatchObject({ isReplaced: true });
  expect((await inbox()).map(({ packageId }) => packageId)).toEqual([third, second, first]);
});

it("refuses a changed key until it was compared, then goes on in the unit's chain", async () => {
  const { unit, bureau } = hosts;
  await unit.stop();
  expect(await renewKeys(unit.dataFolder, { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  await unit.start();
  const before = await inbox();
  const packageId = await build(unit, SCAN_BYTES);
  await send(unit, packageId);
  await expect
    .poll(async () => (await itemOf(unit, packageId)).fault?.code, { timeout: 20_000 })
    .toBe("unknown-unit");
  expect(await inbox()).toEqual(before);
  await enrol(unit, bureau);
  await renewCard(hosts);
  const item = await sendAndAnswer(packageId, "accepted");
  expect(item).toMatchObject({ revision: 4, step: "accepted" });
});

it.each(CLOCKS)("is told and changes nothing: $whose", async ({ ofUnit, ofBureau }) => {
  const { unit, bureau } = hosts;
  await Promise.all([unit.stop(), bureau.stop()]);
  await Promise.all([unit.start(ofUnit), bureau.start(ofBureau)]);
  const newest = (await inbox())[0]?.revision ?? 0;
  const packageId = await build(unit, SCAN_BYTES);
  const item = await sendAndAnswer(packageId, "accepted");
  expect(item).toMatchObject({ revision: newest + 1, step: "accepted", fault: null });
  const { clock } = (await unit.ok("outbox.list", {})).output;
  const ahead = (ofUnit - ofBureau) / 1_000;
  expect(Math.abs((clock?.aheadSeconds ?? 0) - ahead)).toBeLessThan(120);
  expect((await inbox())[0]).toMatchObject({ packageId, revision: newest + 1 });
});
