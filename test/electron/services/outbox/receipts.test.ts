import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { answerPackage } from "../../../../electron/services/packages/answer-package.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { makeReceipt } from "../../../../electron/services/receipts/make-receipt.ts";
import { readPendingCard } from "../../../../electron/services/trust/pending-card.ts";
import { readTrustedBureau } from "../../../../electron/services/trust/trusted-bureau.ts";
import { RECEIPT_FORMAT } from "../../../../shared/submission/receipt.ts";
import type { SentPackage } from "../../../../shared/submission/sent-package.ts";
import { SIGNATURE_TYPES } from "../../../../shared/submission/signature-types.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { cardOf, orderWith, packFor } from "../../../support/offices.ts";
import { OutboxUnit, trustAt } from "../../../support/outbox-unit.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";

const FOLDER = temporaryFolder();
let unitKeys: UnlockedKeys;
let bureauKeys: UnlockedKeys;
let bureau: ReceivingBureau;
let unit: OutboxUnit;
let imposter: Server | null;

beforeAll(async () => {
  unitKeys = await makeKeys("unit");
  bureauKeys = await makeKeys("bureau");
});

beforeEach(async () => {
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, bureauKeys);
  unit = new OutboxUnit(bureau.pair);
  imposter = null;
});

afterEach(async () => {
  await unit.outbox.close();
  imposter?.close();
  imposter?.closeAllConnections();
  await bureau.stop();
  expect(unit.bugs).toEqual([]);
});

async function pack(): Promise<SentPackage> {
  return (await packFor(bureau.pair, orderWith())).sent;
}

/** The desk answers the package that came last. */
async function answer(status: "accepted" | "returned"): Promise<void> {
  const { office, stick } = bureau.pair;
  const listed = await listShelf(receivedShelf(office.dataFolder, office.keys.sealer));
  const last = listed.ok ? listed.entries.at(-1) : undefined;
  if (last === undefined) throw new Error("nothing was received");
  const remarks = [{ personId: "p-001", code: "return.education", text: "请核对学历" }];
  await answerPackage(office, last, { status, remarks }, join(stick, "answer.jcr"));
}

/** A server that answers every question with the same JSON, or with a page. */
async function listen(body: unknown, type = "application/json"): Promise<string> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  imposter = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": type });
    response.end(text);
  });
  await new Promise<void>((settle) => imposter?.listen(0, "127.0.0.1", settle));
  return `http://127.0.0.1:${(imposter.address() as AddressInfo).port}`;
}

/** A receipt for a package, as whoever holds these keys would make it. */
async function receiptBy(keys: UnlockedKeys, { manifest, tagmanifest }: SentPackage) {
  const at = "2026-09-10T03:00:00Z";
  const bytes = await makeReceipt(keys, unitKeys.publicKeys, {
    format: RECEIPT_FORMAT,
    packageId: manifest.id,
    tagmanifest,
    revision: manifest.revision,
    serial: 1,
    issuedAt: at,
    receivedAt: at,
    status: "received",
    remarks: [],
  });
  return Buffer.from(bytes).toString("base64");
}

describe("the bureau's answers", () => {
  it("come by themselves, one after the other, each once", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { manifest } = await pack();
    unit.open();
    await unit.outbox.send(manifest.id);
    await unit.untilStep("received");
    await answer("returned");
    await unit.untilStep("returned");
    const item = await unit.item(manifest.id);
    expect(item.receipts.map(({ status }) => status)).toEqual(["received", "returned"]);
    expect(item.receipts[1]?.remarks).toMatchObject([{ code: "return.education" }]);
  });

  it("come for a package that went by stick, too", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { manifest } = await pack();
    unit.open();
    await unit.outbox.noteExport(manifest.id);
    const { stick, office } = bureau.pair;
    await receivePackage(join(stick, "u-001-2026-r1.jcp"), office);
    await unit.untilStep("received");
  });

  it("prove nothing where another key signed them, and are named as such", async () => {
    const sent = await pack();
    const receipts = [await receiptBy(await makeKeys("bureau"), sent)];
    const address = await listen({ state: "received", receipts, refusal: null });
    await trustAt(bureau.pair, [address]);
    unit.open();
    await unit.outbox.noteExport(sent.manifest.id);
    await unit.untilError("receipt-unverified");
    expect(await unit.item(sent.manifest.id)).toMatchObject({ step: "built", receipts: [] });
  });

  it("that were given before change nothing when they are given again", async () => {
    const sent = await pack();
    const receipts = [await receiptBy(bureauKeys, sent)];
    const address = await listen({ state: "received", receipts, refusal: null });
    await trustAt(bureau.pair, [address]);
    unit.open();
    await unit.outbox.noteExport(sent.manifest.id);
    await unit.untilStep("received");
    const record = join(bureau.pair.sender.dataFolder, "sent", "u-001-2026-r1", "record.sealed");
    const before = readFileSync(record);
    unit.outbox.wake();
    expect(await unit.outbox.takeReceipt(Buffer.from(receipts[0] ?? "", "base64"))).toMatchObject({
      ok: true,
      isNew: false,
    });
    expect(readFileSync(record)).toEqual(before);
  });

  it("come for a package on a stick that was built anew meanwhile, and then that one counts", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { stick, office } = bureau.pair;
    const first = await pack();
    const onStick = join(stick, "under-way.jcp");
    copyFileSync(join(stick, "u-001-2026-r1.jcp"), onStick);
    unit.open();
    await unit.outbox.noteExport(first.manifest.id);
    const { sent: second } = await packFor(bureau.pair, orderWith({ isReplacing: true }));
    expect(await unit.item(first.manifest.id)).toMatchObject({ isReplaced: true });
    await receivePackage(onStick, office);
    const { packageId } = await unit.untilStep("received");
    expect(packageId).toBe(first.manifest.id);
    expect(await unit.item(first.manifest.id)).toMatchObject({ isReplaced: false });
    expect(await unit.item(second.manifest.id)).toMatchObject({ isReplaced: true });
  });

  it("refused at the door leave the place to another package", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const first = await pack();
    unit.open();
    await unit.outbox.send(first.manifest.id);
    await unit.untilStep("received");
    // The bureau's ledger is set back: what follows on the first one does not fit any more.
    await bureau.stop();
    rmSync(join(bureau.pair.office.dataFolder, "received"), { recursive: true });
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address], 1_001);
    const second = await pack();
    await unit.outbox.send(second.manifest.id);
    const { packageId } = await unit.untilStep("refused");
    expect(packageId).toBe(second.manifest.id);
    const { sent } = await packFor(bureau.pair, orderWith({ isReplacing: true }));
    expect(sent.manifest.revision).toBe(2);
    const { items } = await unit.list();
    expect(items.find((one) => one.packageId === second.manifest.id)?.isReplaced).toBe(true);
  });
});

describe("an address behind which no receiver is", () => {
  it("is said to be none, whether a page answers or a sign-in", async () => {
    const { manifest } = await pack();
    await trustAt(bureau.pair, [await listen("<html>请先登录校园网</html>", "text/html")]);
    unit.open();
    await unit.outbox.send(manifest.id);
    await unit.untilError("not-a-receiver");
    expect((await unit.item(manifest.id)).fault?.message).toContain("U盘");
  });

  it("is not asked at all where the card names none", async () => {
    const { manifest } = await pack();
    await trustAt(bureau.pair, []);
    unit.open();
    expect((await unit.list()).hasAddress).toBe(false);
    await unit.outbox.send(manifest.id);
    await unit.untilError("no-address");
  });
});

describe("a package on the shelf that was harmed", () => {
  it("is found out before anybody takes it for sent, and said", async () => {
    await bureau.start();
    await trustAt(bureau.pair, [bureau.address]);
    const { manifest } = await pack();
    const path = join(bureau.pair.sender.dataFolder, "sent", "u-001-2026-r1", "package.jcp");
    const bytes = readFileSync(path);
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    unit.open();
    await unit.outbox.send(manifest.id);
    await unit.untilError("package-damaged");
  });
});

describe("the bureau's card", () => {
  const place = () => {
    const { dataFolder, keys } = bureau.pair.sender;
    return { dataFolder, sealer: keys.sealer };
  };

  async function publish(keys: UnlockedKeys, serial: number, addresses: readonly string[]) {
    const card = { ...cardOf(keys), serial, addresses: [...addresses] };
    return `${await keys.signAttached(SIGNATURE_TYPES.bureauCard, card)}\n`;
  }

  it("is taken as it comes where the same key says something newer", async () => {
    const card = await publish(bureauKeys, 2_000, ["https://example.com/new"]);
    const address = await listen({ card, statements: [] });
    await trustAt(bureau.pair, [address]);
    unit.open();
    const isNew = async () => {
      const trusted = await readTrustedBureau(place());
      return trusted.ok && trusted.bureau.card.addresses[0] === "https://example.com/new";
    };
    await expect.poll(isNew).toBe(true);
  });

  it("waits for a person where its key is another one", async () => {
    const other = await makeKeys("bureau");
    const card = await publish(other, 1, ["https://example.com/other"]);
    const address = await listen({ card, statements: [] });
    await trustAt(bureau.pair, [address]);
    unit.open();
    await expect.poll(() => readPendingCard(place())).toBe(card);
    const trusted = await readTrustedBureau(place());
    expect(trusted.ok ? trusted.bureau.card.keys.kid : null).toBe(bureauKeys.publicKeys.kid);
  });
});
