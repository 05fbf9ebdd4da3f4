import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { type KeyBundle, makeKeyBundle, openKeyBundle } from "../../../support/key-bundle.ts";
import { orderWith, packFor, scanOf } from "../../../support/offices.ts";
import { OutboxUnit, trustAt } from "../../../support/outbox-unit.ts";
import { PoorLink } from "../../../support/poor-link.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";

/** A program that is killed while it uploads, again and again, on the same data folder. */

const WORKER = compiledPath("test/support/outbox-worker");
const FOLDER = temporaryFolder();
const KEYS = join(FOLDER, "keys.json");
const MEGABYTE = 1_000_000;

let bundles: { readonly unit: KeyBundle; readonly bureau: KeyBundle };
let bureau: ReceivingBureau;
let link: PoorLink;

beforeAll(async () => {
  compileAll();
  bundles = { unit: await makeKeyBundle("unit"), bureau: await makeKeyBundle("bureau") };
  writeFileSync(KEYS, JSON.stringify(bundles));
}, 120_000);

beforeEach(async () => {
  const unitKeys = await openKeyBundle(bundles.unit);
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, await openKeyBundle(bundles.bureau));
  await bureau.start();
  link = await PoorLink.open(Number(new URL(bureau.address).port));
  await trustAt(bureau.pair, [link.address]);
});

afterEach(async () => {
  await link.close();
  await bureau.stop();
});

/** Starts the program and kills it once so many bytes have gone up in all. */
async function killAt(bytes: number, ...packageIds: readonly string[]): Promise<void> {
  const held = link.holdAfter(bytes);
  const worker = spawn(process.execPath, [WORKER, bureau.folder, KEYS, ...packageIds], {
    stdio: "ignore",
  });
  const ended = once(worker, "exit");
  await held;
  worker.kill("SIGKILL");
  await ended;
}

describe("an upload in which the program is killed three times", () => {
  it("goes on where it was at each start, and arrives whole, once", async () => {
    const attachments = [await scanOf(FOLDER, "scan.jpg", randomBytes(19 * MEGABYTE))];
    const { sent } = await packFor(bureau.pair, orderWith({ attachments }));
    const { id } = sent.manifest;
    await killAt(10 * MEGABYTE, id);
    await killAt(link.sent + 2 * MEGABYTE);
    await killAt(link.sent + MEGABYTE / 2);
    const unit = new OutboxUnit(bureau.pair).open();
    await unit.untilStep("received");
    await unit.outbox.close();
    expect(bureau.read).toMatchObject([{ kind: "received", isNew: true }]);
    // From the start each time it were twice as much; what is in the buffers of a link goes again.
    expect(link.sent - sent.file.size).toBeLessThan(12 * MEGABYTE);
    expect(unit.bugs).toEqual([]);
  }, 120_000);
});
