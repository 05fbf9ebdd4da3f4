import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { answerPackage } from "../../../../electron/services/packages/answer-package.ts";
import { keepReceipt, type Reader } from "../../../../electron/services/packages/keep-receipt.ts";
import { buildPackage } from "../../../../electron/services/packages/build-package.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { sentStateOf } from "../../../../shared/submission/sent-package.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makePair, orderWith, packFor, type Pair } from "../../../support/offices.ts";

/** 'Sent' means that a verified receipt of the bureau for these bytes is stored (promise 9). */

let pair: Pair;
let reader: Reader;
let first: Buffer;
const FOLDER = temporaryFolder();

/** A package that was received, and the bureau's first receipt. */
async function exchange(): Promise<void> {
  pair = await makePair(mkdtempSync(join(FOLDER, "pair-")));
  const { dataFolder, keys, bureau, now } = pair.sender;
  reader = { dataFolder, keys, bureaus: [bureau], now: now + 3_600_000 };
  const { packagePath } = await packFor(pair);
  const received = await receivePackage(packagePath, pair.office);
  if (!received.ok) throw new Error(received.code);
  first = readFileSync(received.receiptPath);
}

async function answer(status: "accepted" | "returned" | "refused"): Promise<Buffer> {
  const listed = await listShelf(receivedShelf(pair.office.dataFolder, pair.office.keys.sealer));
  const [entry] = listed.ok ? listed.entries : [];
  if (entry === undefined) throw new Error("nothing was received");
  const remarks = [{ personId: "p-001", code: "bureau", text: "学时证明不清楚" }];
  const target = join(pair.stick, `${status}.jcr`);
  const { receiptPath } = await answerPackage(pair.office, entry, { status, remarks }, target);
  expect(readFileSync(target)).toEqual(readFileSync(receiptPath));
  return readFileSync(target);
}

async function stateAfter(...receipts: readonly Buffer[]): Promise<string> {
  let state = "";
  for (const receipt of receipts) {
    const kept = await keepReceipt(receipt, reader);
    state = kept.ok ? sentStateOf(kept.sent) : kept.code;
  }
  return state;
}

beforeAll(exchange);

describe("a sent package", () => {
  it("goes from packed to received to what the bureau decides", async () => {
    await exchange();
    expect(await stateAfter(first)).toBe("received");
    expect(await stateAfter(await answer("returned"))).toBe("returned");
    expect(await stateAfter(await answer("accepted"))).toBe("accepted");
  });

  it("that was refused at the door leaves its place in the chain to another", async () => {
    const made = await makePair(mkdtempSync(join(FOLDER, "pair-")));
    const { dataFolder, keys, bureau, now } = made.sender;
    reader = { dataFolder, keys, bureaus: [bureau], now };
    await packFor(made);
    const second = await packFor(made);
    // The first one never came.
    const refused = await receivePackage(second.packagePath, made.office);
    if (refused.ok || refused.code !== "revision-gap") throw new Error(refused.code);
    const receipt = readFileSync(join(refused.folder, "receipt-0.jcr"));
    expect(await stateAfter(receipt)).toBe("refused");
    const again = await packFor(made, orderWith({ isReplacing: true }));
    expect(again.sent).toMatchObject({ manifest: { revision: 2 }, attempt: 2 });
    // Sent again after the missing one it is received, whichever answer is read last.
    const kept = (name: string) => join(dataFolder, "sent", name, "package.jcp");
    await receivePackage(kept("u-001-2026-r1"), made.office);
    const received = await receivePackage(kept("u-001-2026-r2"), made.office);
    if (!received.ok) throw new Error(received.code);
    const taken = readFileSync(received.receiptPath);
    expect(await stateAfter(taken, receipt)).toBe("received");
  });

  it("is not set back by an older receipt that is read late", async () => {
    await exchange();
    expect(await stateAfter(await answer("accepted"), first)).toBe("accepted");
  });

  it("stands where the later of two answers leaves it, whichever is read first", async () => {
    await exchange();
    const [accepted, returned] = [await answer("accepted"), await answer("returned")];
    expect(await stateAfter(returned, accepted, first)).toBe("returned");
    const again = await answer("accepted");
    expect(await stateAfter(again, returned)).toBe("accepted");
  });

  it("keeps the same receipt once", async () => {
    await exchange();
    expect(await keepReceipt(first, reader)).toMatchObject({ ok: true, isNew: true });
    expect(await keepReceipt(first, reader)).toMatchObject({ ok: true, isNew: false });
    const folder = join(reader.dataFolder, "sent", "u-001-2026-r1");
    expect(readdirSync(folder).toSorted()).toEqual([
      "package.jcp",
      "receipt-1.jcr",
      "record.sealed",
    ]);
    expect(readFileSync(join(folder, "receipt-1.jcr"))).toEqual(first);
  });

  it("can no longer be replaced, only followed", async () => {
    await exchange();
    await keepReceipt(first, reader);
    const target = { folder: pair.stick, isOverwriting: true };
    const built = await buildPackage(orderWith({ isReplacing: true }), pair.sender, target);
    expect(built).toMatchObject({ ok: false, code: "answered" });
  });

  it("that was replaced and received all the same is what the next one follows on", async () => {
    await exchange();
    await packFor(pair, orderWith({ isReplacing: true }));
    await keepReceipt(first, reader);
    const { sent } = await packFor(pair);
    expect(sent.manifest.revision).toBe(2);
    expect(await receivePackage(join(pair.stick, "u-001-2026-r2.jcp"), pair.office)).toMatchObject({
      ok: true,
      code: "received",
    });
  });
});

describe("a receipt is refused", () => {
  it("for a package that this unit did not pack", async () => {
    await exchange();
    const other = { ...reader, dataFolder: mkdtempSync(join(FOLDER, "empty-")) };
    expect(await keepReceipt(first, other)).toEqual({ ok: false, code: "not-sent" });
  });

  it("by anybody but the bureau that is trusted", async () => {
    expect(await keepReceipt(first, { ...reader, bureaus: [] })).toEqual({
      ok: false,
      code: "receipt-signer",
    });
  });

  it("by a bureau whose key was revoked", async () => {
    const bureaus = reader.bureaus.map((one) => ({ ...one, revokedAt: "2026-09-10T00:00:00Z" }));
    expect(await keepReceipt(first, { ...reader, bureaus })).toEqual({
      ok: false,
      code: "receipt-revoked",
    });
  });

  it("when it is meant for another unit, changed, or none", async () => {
    const other = await makePair(mkdtempSync(join(FOLDER, "other-")));
    expect(await keepReceipt(first, { ...reader, keys: other.sender.keys })).toMatchObject({
      code: "wrong-recipient",
    });
    const changed = Buffer.from(first);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(await keepReceipt(changed, reader)).toMatchObject({ code: "corrupt" });
    expect(await keepReceipt(Buffer.from("x"), reader)).toMatchObject({ code: "not-age" });
  });
});

describe("the bureau", () => {
  it("keeps every answer beside the package, the first one for ever", async () => {
    await exchange();
    await answer("returned");
    await answer("refused");
    const folder = join(pair.office.dataFolder, "received", "u-001-2026-r1");
    expect(readdirSync(folder).toSorted()).toEqual([
      "package.jcp",
      "receipt-1.jcr",
      "receipt-2.jcr",
      "receipt-3.jcr",
      "record.sealed",
    ]);
    expect(await answer("refused")).toEqual(readFileSync(join(folder, "receipt-3.jcr")));
    expect(readdirSync(folder)).toHaveLength(5);
    const again = await receivePackage(join(pair.stick, "u-001-2026-r1.jcp"), pair.office);
    expect(again).toMatchObject({ ok: true, code: "already-received" });
    expect(again.ok && readFileSync(again.receiptPath)).toEqual(first);
  });

  it("has answered nothing where the receipt cannot be written", async () => {
    await exchange();
    const { dataFolder, keys } = pair.office;
    const shelf = receivedShelf(dataFolder, keys.sealer);
    const listed = await listShelf(shelf);
    const [entry] = listed.ok ? listed.entries : [];
    if (entry === undefined) throw new Error("nothing was received");
    const given = { status: "accepted", remarks: [] } as const;
    const target = join(FOLDER, "gone", "a.jcr");
    await expect(answerPackage(pair.office, entry, given, target)).rejects.toThrow("ENOENT");
    expect(await listShelf(shelf)).toEqual(listed);
    expect(readdirSync(join(shelf.folder, entry.name))).not.toContain("receipt-2.jcr");
  });
});
