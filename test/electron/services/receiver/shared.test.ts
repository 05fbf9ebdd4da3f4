import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { openLedger } from "../../../../electron/services/ledger/open-ledger.ts";
import type { PackageStore } from "../../../../electron/services/packages/package-store.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import {
  openReceiver,
  type Receiver,
} from "../../../../electron/services/receiver/open-receiver.ts";
import type {
  ReadUpload,
  ReceiverBase,
} from "../../../../electron/services/receiver/receiver-base.ts";
import { sealedRows } from "../../../../electron/services/receiver/shared/sealed-rows.ts";
import { publishOffice } from "../../../../electron/services/receiver/shared/shared-office.ts";
import { openSharedReceiver } from "../../../../electron/services/receiver/shared/shared-receiver.ts";
import { uploadsUrl } from "../../../../shared/submission/receiver-answer.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeys } from "../../../support/installation.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { type PostgresServer, startPostgres } from "../../../support/postgres.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import { type S3Server, startS3 } from "../../../support/s3-server.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";

/** Receivers that keep no state of their own: an S3 store and a PostgreSQL server between them. */

const FOLDER = temporaryFolder();
let postgres: PostgresServer;
let s3: S3Server;
let unitKeys: UnlockedKeys;
let bureauKeys: UnlockedKeys;
let bureau: ReceivingBureau;
let database: string;
const running: Receiver[] = [];
const read: ReadUpload[] = [];
const faults: unknown[] = [];
let wake: () => void = () => {};

beforeAll(async () => {
  postgres = await startPostgres();
  unitKeys = await makeKeys("unit");
  bureauKeys = await makeKeys("bureau");
}, 120_000);

afterAll(async () => {
  await postgres.stop();
});

beforeEach(async () => {
  s3 = await startS3();
  database = await postgres.createDatabase();
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, bureauKeys);
  await publish();
});

afterEach(async () => {
  await stopAll();
  await s3.stop();
  expect(faults.splice(0)).toEqual([]);
  read.length = 0;
});

/** What the desk does after each change of its register. */
async function publish(): Promise<void> {
  const { dataFolder, keys } = bureau.pair.office;
  const opened = await openLedger({ dataFolder, address: database });
  if (!opened.ok) throw new Error(opened.code);
  const place = { ledger: opened.ledger, rows: sealedRows(keys) };
  const published = await publishOffice(place, { dataFolder, keys, now: () => bureau.now });
  expect(published).toMatchObject({ ok: true });
  await opened.ledger.close();
}

/** What one more receiver stands on, on a machine that has nothing but the keys. */
async function openOne(): Promise<ReceiverBase> {
  const dataFolder = mkdtempSync(join(FOLDER, "machine-"));
  const given = { dataFolder, keys: bureauKeys, now: () => bureau.now };
  const opened = await openSharedReceiver(given, { ledger: database, bucket: s3.place });
  if (!opened.ok) throw new Error(opened.code);
  return opened.base;
}

async function startOne(): Promise<Receiver> {
  const receiver = await openReceiver({
    base: await openOne(),
    host: "127.0.0.1",
    port: 0,
    now: () => bureau.now,
    onRead: async (one) => {
      read.push(one);
      wake();
      await Promise.resolve();
    },
    onFault: (fault, error) => {
      if (fault !== null) faults.push(error ?? fault);
    },
  });
  running.push(receiver);
  return receiver;
}

/** Stops them when what they are reading is read. */
async function stopAll(): Promise<void> {
  for (const receiver of running.splice(0)) await receiver.close();
}

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

async function untilRead(count: number): Promise<readonly ReadUpload[]> {
  while (read.length < count) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  return read;
}

/** Asks until a package is in the ledger. */
async function untilReceived(unit: SendingUnit, address: string) {
  for (;;) {
    const answer = await unit.receipts(address);
    if (answer.state !== "reading") return answer;
  }
}

const count = z.object({ count: z.number() });

async function countPackages(): Promise<number> {
  const opened = await openLedger({ dataFolder: FOLDER, address: database });
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
    const [one, other] = [await startOne(), await startOne()];
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(9_000_000))];
    const unit = await bureau.pack(orderWith({ attachments }));
    const id = new URL(await unit.beginAt(one.address)).pathname.split("/").at(-1) ?? "";
    const at = ({ address }: Receiver) => `${uploadsUrl(address)}/${id}`;
    const { bytes } = unit;
    expect((await unit.patch(at(one), 0, bytes.subarray(0, 1_000))).offset).toBe(1_000);
    expect((await unit.head(at(other))).offset).toBe(1_000);
    const rest = await unit.patch(at(other), 1_000, bytes.subarray(1_000));
    expect(rest).toMatchObject({ status: 204, offset: bytes.length });
    expect(await untilRead(1)).toMatchObject([{ kind: "received", isNew: true }]);
    for (const { address } of [one, other]) {
      expect(await untilReceived(unit, address)).toMatchObject({ state: "received" });
    }
    await stopAll();
    // Package and nothing else: parts, notes and the upload itself are gone.
    expect(s3.keys()).toEqual([expect.stringMatching(/^packages\//)]);
  });

  it("take the same package at once: exactly one is in the ledger", async () => {
    const unit = await bureau.pack();
    const meet = meetingOf(2);
    const results = await Promise.all(
      [await openOne(), await openOne()].map(async (base) => {
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
    expect(await countPackages()).toBe(1);
    expect(s3.keys()).toHaveLength(1);
  });

  it("go on at once where another receiver waits for bytes of a link that was cut", async () => {
    const [one, other] = [await startOne(), await startOne()];
    const unit = await bureau.pack();
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
    expect(await untilRead(1)).toMatchObject([{ kind: "received" }]);
    stalled.destroy();
  });

  it("read what a receiver left that was killed before its parts were put together", async () => {
    const one = await startOne();
    const unit = await bureau.pack();
    s3.isPuttingTogether = false;
    expect(await unit.send(one.address)).toMatchObject({ status: 503, code: "server-fault" });
    expect(read).toEqual([]);
    // Both that it was not put together, and that it is told to whoever looks after the receiver.
    expect(faults.splice(0)).not.toEqual([]);
    await stopAll();
    s3.isPuttingTogether = true;
    await startOne();
    expect(await untilRead(1)).toMatchObject([{ kind: "received", isNew: true }]);
    await stopAll();
    expect(s3.keys()).toEqual([expect.stringMatching(/^packages\//)]);
  });

  it("hold to one chain of revisions, whichever of them is sent to", async () => {
    const [one, other] = [await startOne(), await startOne()];
    const first = await bureau.pack();
    const second = await bureau.pack();
    await second.send(other.address);
    expect(await untilRead(1)).toMatchObject([{ kind: "refused", code: "revision-gap" }]);
    expect(await untilReceived(second, one.address)).toMatchObject({
      state: "refused",
      refusal: { code: "revision-gap" },
    });
    await first.send(one.address);
    await untilRead(2);
    await second.send(other.address);
    expect(await untilRead(3)).toMatchObject([{}, { isNew: true }, { isNew: true }]);
    expect(await countPackages()).toBe(2);
    expect(s3.keys().filter((key) => key.startsWith("refused/"))).toEqual([]);
  });

  it("know at once what the desk has stopped", async () => {
    const one = await startOne();
    const unit = await bureau.pack();
    expect((await unit.statements(one.address)).card).not.toBeNull();
    await bureau.revoke();
    await publish();
    expect(await unit.begin(one.address)).toMatchObject({ status: 403, code: "key-revoked" });
  });

  it("keep nothing of an upload that was given up or came with another hash", async () => {
    const one = await startOne();
    const unit = await bureau.pack();
    const url = await unit.beginAt(one.address);
    await unit.patch(url, 0, unit.bytes.subarray(0, 500));
    expect(await unit.ask(url, { method: "DELETE" })).toMatchObject({ status: 204 });
    expect(await unit.head(url)).toMatchObject({ status: 404 });
    const again = await unit.beginAt(one.address);
    const spoilt = Buffer.from(unit.bytes).fill(0, 0, 100);
    expect(await unit.patch(again, 0, spoilt)).toMatchObject({ status: 460 });
    expect(s3.keys()).toEqual([]);
  });

  it("lie open to nobody who reads the database", async () => {
    const one = await startOne();
    const unit = await bureau.pack();
    await unit.send(one.address);
    await untilRead(1);
    const opened = await openLedger({ dataFolder: FOLDER, address: database });
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
