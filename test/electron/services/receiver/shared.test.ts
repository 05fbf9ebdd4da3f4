import { randomBytes } from "node:crypto";
import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { openLedger } from "../../../../electron/services/ledger/open-ledger.ts";
import type { PackageStore } from "../../../../electron/services/packages/package-store.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import type { Receiver } from "../../../../electron/services/receiver/open-receiver.ts";
import { uploadsUrl } from "../../../../shared/submission/receiver-answer.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";
import { type SharedStore, useSharedStores } from "../../../support/shared-store.ts";

/** Receivers that keep no state of their own: an S3 store and a PostgreSQL server between them. */

const FOLDER = temporaryFolder();
const stores = useSharedStores(FOLDER);

/** Lets nobody go on before so many have come. */
function meetingOf(size: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come === size) open();
    return all;
  };
}

/** Asks until a package is in the ledger. */
async function untilReceived(unit: SendingUnit, address: string) {
  for (;;) {
    const answer = await unit.receipts(address);
    if (answer.state !== "reading") return answer;
  }
}

const count = z.object({ count: z.number() });

async function countPackages(store: SharedStore): Promise<number> {
  const opened = await openLedger({ dataFolder: FOLDER, address: store.database });
  if (!opened.ok) throw new Error(opened.code);
  const [row] = await opened.ledger.query(
    "SELECT count(*)::int AS count FROM stored_packages",
    [],
    count,
  );
  await opened.ledger.close();
  return row?.count ?? 0;
}

describe("receivers that share a store", () => {
  it("go on where the other one was left, and give out each other's receipts", async () => {
    const { store } = stores;
    const [one, other] = [await store.startOne(), await store.startOne()];
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(9_000_000))];
    const unit = await store.bureau.pack(orderWith({ attachments }));
    const id = new URL(await unit.beginAt(one.address)).pathname.split("/").at(-1) ?? "";
    const at = ({ address }: Receiver) => `${uploadsUrl(address)}/${id}`;
    const { bytes } = unit;
    expect((await unit.patch(at(one), 0, bytes.subarray(0, 1_000))).offset).toBe(1_000);
    expect((await unit.head(at(other))).offset).toBe(1_000);
    const rest = await unit.patch(at(other), 1_000, bytes.subarray(1_000));
    expect(rest).toMatchObject({ status: 204, offset: bytes.length });
    expect(await store.untilRead(1)).toMatchObject([{ kind: "received", isNew: true }]);
    for (const { address } of [one, other]) {
      expect(await untilReceived(unit, address)).toMatchObject({ state: "received" });
    }
    await store.stopAll();
    // Package and nothing else: parts, notes and the upload itself are gone.
    expect(store.s3.keys()).toEqual([expect.stringMatching(/^packages\//)]);
  });

  it("take the same package at once: exactly one is in the ledger", async () => {
    const { store } = stores;
    const unit = await store.bureau.pack();
    const meet = meetingOf(2);
    const results = await Promise.all(
      [await store.openOne(), await store.openOne()].map(async (base) => {
        const office = await base.office();
        if (!office.ok) throw new Error(office.code);
        let isFirst = true;
        const putReceived: PackageStore["putReceived"] = async (...given) => {
          // Both have read the package and found its place free.
          if (isFirst) await meet();
          isFirst = false;
          return base.packages.putReceived(...given);
        };
        const packages = { ...base.packages, putReceived };
        const received = await receivePackage(unit.setting.path, office.office, { packages });
        const found = await base.packages.findReceived(unit.setting.file.packageId);
        const stored = found.ok ? found.stored : null;
        const receipts = stored === null ? [] : await base.packages.readReceipts(stored, -1);
        await base.close();
        return { code: received.code, receipts };
      }),
    );
    const codes = results.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(["already-received", "received"]);
    expect(results[0]?.receipts).toHaveLength(1);
    expect(results[0]?.receipts).toEqual(results[1]?.receipts);
    expect(await countPackages(store)).toBe(1);
    expect(store.s3.keys()).toHaveLength(1);
  });

  it("go on at once where another receiver waits for bytes of a link that was cut", async () => {
    const { store } = stores;
    const [one, other] = [await store.startOne(), await store.startOne()];
    const unit = await store.bureau.pack();
    const id = new URL(await unit.beginAt(one.address)).pathname.split("/").at(-1) ?? "";
    const headers = {
      "Tus-Resumable": "1.0.0",
      "Upload-Offset": "0",
      "Content-Type": "application/offset+octet-stream",
      "Content-Length": String(unit.bytes.length),
      Authorization: `Bearer ${await unit.token()}`,
    };
    const stalled = request(`${uploadsUrl(one.address)}/${id}`, { method: "PATCH", headers });
    stalled.on("error", () => {});
    await new Promise<void>((resolve) => {
      stalled.write(unit.bytes.subarray(0, 1_000), () => {
        resolve();
      });
    });
    while ((await one.load()).transfers === 0) await unit.receipts(one.address);
    const url = `${uploadsUrl(other.address)}/${id}`;
    const { offset } = await unit.head(url);
    await unit.patch(url, offset ?? 0, unit.bytes.subarray(offset ?? 0));
    expect(await store.untilRead(1)).toMatchObject([{ kind: "received" }]);
    stalled.destroy();
  });

  it("read what a receiver left that was killed before its parts were put together", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    store.s3.isPuttingTogether = false;
    expect(await unit.send(one.address)).toMatchObject({ status: 503, code: "server-fault" });
    expect(store.read).toEqual([]);
    // Both that it was not put together, and that it is told to whoever looks after the receiver.
    expect(store.faults.splice(0)).not.toEqual([]);
    await store.stopAll();
    store.s3.isPuttingTogether = true;
    await store.startOne();
    expect(await store.untilRead(1)).toMatchObject([{ kind: "received", isNew: true }]);
    await store.stopAll();
    expect(store.s3.keys()).toEqual([expect.stringMatching(/^packages\//)]);
  });

  it("hold to one chain of revisions, whichever of them is sent to", async () => {
    const { store } = stores;
    const [one, other] = [await store.startOne(), await store.startOne()];
    const first = await store.bureau.pack();
    const second = await store.bureau.pack();
    await second.send(other.address);
    expect(await store.untilRead(1)).toMatchObject([{ kind: "refused", code: "revision-gap" }]);
    expect(await untilReceived(second, one.address)).toMatchObject({
      state: "refused",
      refusal: { code: "revision-gap" },
    });
    await first.send(one.address);
    await store.untilRead(2);
    await second.send(other.address);
    expect(await store.untilRead(3)).toMatchObject([{}, { isNew: true }, { isNew: true }]);
    expect(await countPackages(store)).toBe(2);
    expect(store.s3.keys().filter((key) => key.startsWith("refused/"))).toEqual([]);
  });

  it("know at once what the desk has stopped", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    expect((await unit.statements(one.address)).card).not.toBeNull();
    await store.bureau.revoke();
    await store.publish();
    expect(await unit.begin(one.address)).toMatchObject({ status: 403, code: "key-revoked" });
  });

  it("keep nothing of an upload that was given up or came with another hash", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    const url = await unit.beginAt(one.address);
    await unit.patch(url, 0, unit.bytes.subarray(0, 500));
    expect(await unit.ask(url, { method: "DELETE" })).toMatchObject({ status: 204 });
    expect(await unit.head(url)).toMatchObject({ status: 404 });
    const again = await unit.beginAt(one.address);
    const spoilt = Buffer.from(unit.bytes).fill(0, 0, 100);
    expect(await unit.patch(again, 0, spoilt)).toMatchObject({ status: 460 });
    expect(store.s3.keys()).toEqual([]);
  });

  it("lie open to nobody who reads the database", async () => {
    const { store } = stores;
    const one = await store.startOne();
    const unit = await store.bureau.pack();
    await unit.send(one.address);
    await store.untilRead(1);
    const opened = await openLedger({ dataFolder: FOLDER, address: store.database });
    if (!opened.ok) throw new Error(opened.code);
    const tables = ["stored_packages", "stored_office", "stored_uploads", "stored_receipts"];
    const text = z.object({ text: z.string() });
    for (const table of tables) {
      const rows = await opened.ledger.query(
        `SELECT encode(convert_to(t::text, 'UTF8'), 'escape') AS text FROM ${table} t`,
        [],
        text,
      );
      for (const row of rows) expect(row.text).not.toMatch(/u-001|p-00\d|示例/);
    }
    await opened.ledger.close();
  });
});
