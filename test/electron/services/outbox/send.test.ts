import { randomBytes } from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { PoorLink } from "../../../support/poor-link.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { orderWith, packFor, scanOf } from "../../../support/offices.ts";
import { OutboxUnit, QUICK, trustAt } from "../../../support/outbox-unit.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";

const FOLDER = temporaryFolder();
let unitKeys: UnlockedKeys;
let bureauKeys: UnlockedKeys;
let bureau: ReceivingBureau;
let proxy: PoorLink | null;
let unit: OutboxUnit;

beforeAll(async () => {
  unitKeys = await makeKeys("unit");
  bureauKeys = await makeKeys("bureau");
});

beforeEach(async () => {
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, bureauKeys);
  unit = new OutboxUnit(bureau.pair);
  proxy = null;
});

afterEach(async () => {
  await unit.outbox.close();
  await proxy?.close();
  await bureau.stop();
  expect(unit.bugs).toEqual([]);
});

/** A package with a scan of so many bytes that do not pack, on the shelf. */
async function pack(bytes = 0) {
  const attachments = bytes === 0 ? [] : [await scanOf(FOLDER, "scan.jpg", randomBytes(bytes))];
  const { sent } = await packFor(bureau.pair, orderWith({ attachments }));
  return { id: sent.manifest.id, size: sent.file.size };
}

async function send(id: string): Promise<void> {
  expect(await unit.outbox.send(id)).toEqual({ ok: true });
}

async function openProxy(): Promise<PoorLink> {
  proxy = await PoorLink.open(Number(new URL(bureau.address).port));
  await trustAt(bureau.pair, [proxy.address]);
  return proxy;
}

describe("a package that is sent", () => {
  it("counts as received only once the bureau's receipt was verified", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { id, size } = await pack();
    unit.open();
    expect((await unit.item(id)).step).toBe("built");
    await send(id);
    await unit.untilStep("received");
    expect(unit.steps.slice(-3)).toEqual(["uploading", "uploaded", "received"]);
    expect(await unit.item(id)).toMatchObject({
      step: "received",
      sentBytes: size,
      fault: null,
      receipts: [{ serial: 1, status: "received" }],
    });
    expect(bureau.read).toMatchObject([{ kind: "received", isNew: true }]);
  });

  it("goes on where the link was cut, three times in the middle, and arrives whole", async () => {
    await bureau.start();
    const link = await openProxy();
    const { id, size } = await pack(19_000_000);
    link.cutAfter(3_000_000, 9_000_000, 15_000_000);
    unit.open();
    await send(id);
    await unit.untilError("link-cut");
    await unit.untilStep("received");
    expect(link.cuts).toBe(3);
    expect(bureau.read).toMatchObject([{ kind: "received", isNew: true }]);
    // What was in the air goes again, some megabytes of buffers on this machine; from the start it were 27.
    expect(link.sent - size).toBeLessThan(13_000_000);
  });

  it("goes on where it was after the program was closed in the middle", async () => {
    await bureau.start();
    const link = await openProxy();
    const { id, size } = await pack(19_000_000);
    unit.open();
    const held = link.holdAfter(12_000_000);
    await send(id);
    await held;
    await unit.outbox.close();
    unit = new OutboxUnit(bureau.pair).open();
    await unit.untilStep("received");
    expect(link.sent - size).toBeLessThan(5_000_000);
    expect(bureau.read).toMatchObject([{ kind: "received" }]);
  });

  it("waits while the bureau cannot be reached, says so, and is tried at once when asked", async () => {
    await bureau.start();
    const link = await openProxy();
    link.leadTo(1);
    const { id } = await pack();
    unit = new OutboxUnit(bureau.pair, { pauses: { ...QUICK, retry: [600_000] } }).open();
    await send(id);
    await unit.untilError("link-cut");
    const { step, fault, nextTryAt } = await unit.item(id);
    expect(step).toBe("waiting");
    expect(fault?.message).toContain("自动继续");
    expect(nextTryAt).not.toBeNull();
    link.leadTo(Number(new URL(bureau.address).port));
    unit.outbox.wake();
    await unit.untilStep("received");
    expect((await unit.item(id)).fault).toBeNull();
  });

  it("takes the second address where the first one does not answer", async () => {
    await bureau.start();
    await trustAt(bureau.pair, ["http://127.0.0.1:1", bureau.address]);
    const { id } = await pack();
    unit.open();
    await send(id);
    await unit.untilStep("received");
    expect(unit.events.every(({ error }) => error === null)).toBe(true);
  });

  it("is sent again where it was harmed on the way", async () => {
    await bureau.start();
    const link = await openProxy();
    const { id, size } = await pack(2_000_000);
    unit.open();
    await unit.item(id);
    link.spoilAfter(1_500_000);
    await send(id);
    await unit.untilError("hash-wrong");
    await unit.untilStep("received");
    expect(link.sent).toBeGreaterThan(2 * size);
    expect(bureau.read).toMatchObject([{ kind: "received" }]);
  });

  it("is begun anew where the receiver has lost what came before", async () => {
    await bureau.start();
    const link = await openProxy();
    const { id } = await pack(19_000_000);
    link.cutAfter(12_000_000);
    unit.open();
    await send(id);
    await unit.untilError("link-cut");
    await unit.outbox.pause(id);
    await bureau.forgetUploads();
    link.leadTo(Number(new URL(bureau.address).port));
    await send(id);
    await unit.untilStep("received");
  });

  it("stops when it is paused, and goes on when it is sent again", async () => {
    await bureau.start();
    const link = await openProxy();
    const { id, size } = await pack(19_000_000);
    unit.open();
    const held = link.holdAfter(12_000_000);
    await send(id);
    await held;
    expect(await unit.outbox.pause(id)).toEqual({ ok: true });
    await unit.untilStep("paused");
    expect((await unit.item(id)).step).toBe("paused");
    await send(id);
    await unit.untilStep("received");
    expect(link.sent - size).toBeLessThan(5_000_000);
  });

  it("waits until the unit is enrolled, and is told what to do", async () => {
    bureau = await ReceivingBureau.prepare(FOLDER, await makeKeys("unit"), bureauKeys);
    const pair = { ...bureau.pair, sender: { ...bureau.pair.sender, keys: unitKeys } };
    await bureau.start();
    await trustAt(pair, [bureau.address]);
    const { sent } = await packFor(pair, orderWith());
    unit = new OutboxUnit(pair).open();
    await send(sent.manifest.id);
    await unit.untilError("unknown-unit");
    expect((await unit.item(sent.manifest.id)).fault?.message).toContain("登记申请");
    await bureau.enrol(unitKeys);
    await unit.untilStep("received");
  });

  it("waits for the receipt of the revision before it", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const first = await pack();
    const second = await pack();
    unit.open();
    await send(second.id);
    await unit.untilError("earlier-first");
    await send(first.id);
    await unit.until(({ packageId, step }) => packageId === second.id && step === "received");
    expect((await unit.list()).items.map(({ step }) => step)).toEqual(["received", "received"]);
  });
});

describe("a clock that is ten years off", () => {
  it.each([10, -10])("%s years: is noticed and said, and nothing depends on it", async (years) => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { id } = await pack();
    const off = years * 365 * 86_400;
    unit = new OutboxUnit(bureau.pair, { now: () => bureau.now + off * 1_000 }).open();
    await send(id);
    await unit.untilStep("received");
    const { clock } = await unit.list();
    expect(Math.abs((clock?.aheadSeconds ?? 0) - off)).toBeLessThan(120);
    expect(clock?.bureauTime.slice(0, 4)).toBe("2026");
  });

  it("is not called wrong where it is right", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { id } = await pack();
    unit.open();
    await send(id);
    await unit.untilStep("received");
    expect((await unit.list()).clock).toBeNull();
  });
});
