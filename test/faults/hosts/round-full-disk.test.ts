import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fillDisk, makeRoomOn, mountSmallDisk } from "../../support/small-disk.ts";
import type { OfficeHost } from "./support/office-host.ts";
import {
  build,
  decide,
  itemOf,
  send,
  startTwoHosts,
  type TwoHosts,
  untilReceipts,
} from "./support/two-hosts.ts";

/** A disk that fills up on either side while a package is on its way: said, nothing half kept, and it goes on. */

const MEGABYTE = 1024 * 1024;
const SCAN_BYTES = 3 * MEGABYTE;
// A receiver begins nothing with less than 200 MiB to spare.
const BUREAU_DISK = mountSmallDisk(600 * MEGABYTE);
const UNIT_DISK = mountSmallDisk(150 * MEGABYTE);
const bureauDisk = BUREAU_DISK?.folder ?? "";
const unitDisk = UNIT_DISK?.folder ?? "";

let hosts: TwoHosts;
let remove = () => Promise.resolve();
let unit: OfficeHost;
let bureau: OfficeHost;
beforeAll(async () => {
  if (BUREAU_DISK === null || UNIT_DISK === null) return;
  hosts = await startTwoHosts({
    unitFolder: join(unitDisk, "unit"),
    bureauFolder: join(bureauDisk, "bureau"),
    floorBytes: 32 * MEGABYTE,
  });
  ({ unit, bureau, remove } = hosts);
  // The ledger is made while there is room.
  await bureau.ok("desk.inbox", { year: null });
}, 120_000);
afterEach(() => {
  makeRoomOn(bureauDisk);
  makeRoomOn(unitDisk);
});
afterAll(async () => {
  await remove();
  BUREAU_DISK?.remove();
  UNIT_DISK?.remove();
});

function untilFault(packageId: string, code: string | RegExp) {
  const read = async () => {
    await unit.ok("outbox.refresh", {});
    return (await itemOf(unit, packageId)).fault?.code ?? "";
  };
  return expect.poll(read, { timeout: 30_000, interval: 100 }).toMatch(code);
}

/** Names on the shelf of received packages. */
function received(): readonly string[] {
  return readdirSync(join(bureau.dataFolder, "received")).filter((name) => !name.startsWith("."));
}

// Skipped for a user who may not mount a small disk.
describe.skipIf(BUREAU_DISK === null || UNIT_DISK === null)("a disk that is full", () => {
  it("while a package is built leaves nothing of it, and the same revision is built later", async () => {
    const scan = build(unit, SCAN_BYTES);
    const first = await scan;
    fillDisk(unitDisk, MEGABYTE);
    await expect(build(unit, 10)).rejects.toThrow(/space-low|disk-full/);
    const { items } = (await unit.ok("outbox.list", {})).output;
    expect(items.map(({ packageId }) => packageId)).toEqual([first]);
    makeRoomOn(unitDisk);
    await send(unit, first);
    await untilReceipts(unit, first, 1);
    const second = await build(unit, 10);
    expect((await itemOf(unit, second)).revision).toBe(2);
    await send(unit, second);
    await untilReceipts(unit, second, 1);
  });

  it("in the middle of an upload is said to the unit, and the upload goes on where it was", async () => {
    const packageId = await build(unit, SCAN_BYTES);
    const before = hosts.link.sent;
    const held = hosts.link.holdAfter(before + SCAN_BYTES / 3);
    await send(unit, packageId);
    await held;
    fillDisk(bureauDisk, MEGABYTE);
    hosts.link.cutNow();
    await untilFault(packageId, /^server-full$/);
    expect((await itemOf(unit, packageId)).fault?.message).toMatch(/磁盘|空间/);
    makeRoomOn(bureauDisk);
    const { receipts } = await untilReceipts(unit, packageId, 1);
    expect(receipts).toHaveLength(1);
    expect(received()).toHaveLength(3);
  });

  it("while a package is taken in is said at the desk, and it is taken in whole once there is room", async () => {
    const packageId = await build(unit, SCAN_BYTES);
    const held = hosts.link.holdAfter(hosts.link.sent + SCAN_BYTES / 3);
    await send(unit, packageId);
    await held;
    // Enough for the rest of the bytes, and not for another copy of them.
    fillDisk(bureauDisk, SCAN_BYTES);
    hosts.link.cutNow();
    const faultOf = async () => {
      await unit.ok("outbox.refresh", {});
      return (await bureau.ok("receiver.state", {})).output.fault?.message ?? "";
    };
    await expect.poll(faultOf, { timeout: 30_000, interval: 100 }).toMatch(/磁盘|空间/);
    expect(received()).toHaveLength(3);
    makeRoomOn(bureauDisk);
    await bureau.ok("receiver.start", { host: "127.0.0.1", port: hosts.receiverPort });
    await untilReceipts(unit, packageId, 1);
    expect(received()).toHaveLength(4);
  });

  it("while the bureau answers refuses it with a sentence, and the same answer is given later, once", async () => {
    const [newest] = (await bureau.ok("desk.inbox", { year: 2026 })).output.packages;
    const packageId = newest?.packageId ?? "";
    await decide(bureau, packageId, "returned");
    fillDisk(bureauDisk);
    const refused = await bureau.call("desk.answer", { packageId, whole: null });
    expect(refused.ok ? "" : refused.error.message).toMatch(/磁盘|空间/);
    makeRoomOn(bureauDisk);
    const { output } = await bureau.ok("desk.answer", { packageId, whole: null });
    expect(output).toMatchObject({ serial: 2, isNew: true });
    const shown = (await bureau.ok("desk.package", { packageId })).output.package;
    expect(shown.receipts.map(({ serial }) => serial)).toEqual([1, 2]);
  });

  it("while the unit keeps the answer loses nothing: it is fetched again once there is room", async () => {
    const packageId = await build(unit, 10);
    await send(unit, packageId);
    await untilReceipts(unit, packageId, 1);
    await decide(bureau, packageId, "returned");
    fillDisk(unitDisk);
    await bureau.ok("desk.answer", { packageId, whole: null });
    const contact = (await unit.ok("outbox.list", {})).output.lastContactAt;
    const isAsked = async () => {
      await unit.ok("outbox.refresh", {});
      return (await unit.ok("outbox.list", {})).output.lastContactAt !== contact;
    };
    await expect.poll(isAsked, { timeout: 30_000, interval: 300 }).toBe(true);
    expect((await itemOf(unit, packageId)).receipts).toHaveLength(1);
    makeRoomOn(unitDisk);
    const { receipts } = await untilReceipts(unit, packageId, 2);
    expect(receipts.map(({ serial }) => serial)).toEqual([1, 2]);
  });
});
