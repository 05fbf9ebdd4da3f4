import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { buildOnShelf } from "../../../../electron/services/packages/build-package.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { OutboxUnit, QUICK, trustAt } from "../../../support/outbox-unit.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import { mountSmallDisk } from "../../../support/small-disk.ts";

const FOLDER = temporaryFolder();
const DISK = mountSmallDisk(8 * 1024 * 1024);
const folder = DISK?.folder ?? FOLDER;
afterAll(() => DISK?.remove());

/** Leaves no byte free. */
function fill(): string {
  const { bavail, bsize } = statfsSync(folder);
  const path = join(folder, "filler");
  writeFileSync(path, Buffer.alloc(bavail * bsize));
  return path;
}

// A user who may not mount a small disk cannot fill one.
describe.skipIf(DISK === null)("on a full disk at the unit", () => {
  it("a package is not built, and what waits is said to, kept, and sent once there is room", async () => {
    const unitKeys = await makeKeys("unit");
    const bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, await makeKeys("bureau"));
    const sender = { ...bureau.pair.sender, dataFolder: mkdtempSync(join(folder, "unit-")) };
    const pair = { ...bureau.pair, sender };
    await bureau.start();
    await trustAt(pair, [bureau.address]);
    const built = await buildOnShelf(orderWith(), sender);
    if (!built.ok) throw new Error(built.code);
    const { id } = built.sent.manifest;
    const unit = new OutboxUnit(pair, { pauses: { ...QUICK, stubborn: [600_000] } }).open();
    const filler = fill();
    const attachments = [await scanOf(FOLDER, "scan.jpg", randomBytes(2_000_000))];
    expect(await buildOnShelf(orderWith({ attachments }), sender)).toMatchObject({
      code: "disk-full",
    });
    await expect(unit.outbox.send(id)).rejects.toThrow("ENOSPC");
    expect(await unit.item(id)).toMatchObject({ step: "built", sentBytes: 0 });
    rmSync(filler);
    expect(await unit.outbox.send(id)).toEqual({ ok: true });
    await unit.untilStep("received");
    await unit.outbox.close();
    await bureau.stop();
    expect(unit.bugs).toEqual([]);
  });
});
