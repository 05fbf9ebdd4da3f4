import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { UnlockedKeys } from "../../electron/services/keys/unlocked-keys.ts";
import { openLedger } from "../../electron/services/ledger/open-ledger.ts";
import type { Office } from "../../electron/services/packages/office.ts";
import { openReceiver, type Receiver } from "../../electron/services/receiver/open-receiver.ts";
import type { ReadUpload, ReceiverBase } from "../../electron/services/receiver/receiver-base.ts";
import { openBucket } from "../../electron/services/receiver/shared/bucket.ts";
import { exchangePackages } from "../../electron/services/receiver/shared/exchange.ts";
import { sealedRows } from "../../electron/services/receiver/shared/sealed-rows.ts";
import { publishOffice } from "../../electron/services/receiver/shared/shared-office.ts";
import { openSharedReceiver } from "../../electron/services/receiver/shared/shared-receiver.ts";
import { makeKeys } from "./installation.ts";
import { type PostgresServer, startPostgres } from "./postgres.ts";
import { ReceivingBureau } from "./receiving-bureau.ts";
import { type S3Server, startS3 } from "./s3-server.ts";

/** Receivers and desks of one bureau with an S3 store and a PostgreSQL server between them. */
export class SharedStore {
  readonly folder: string;
  readonly bureau: ReceivingBureau;
  readonly s3: S3Server;
  readonly database: string;
  /** What became of the uploads, whoever read them. */
  readonly read: ReadUpload[] = [];
  readonly faults: unknown[] = [];
  readonly #running: Receiver[] = [];
  #wake: () => void = () => {};

  constructor(folder: string, bureau: ReceivingBureau, s3: S3Server, database: string) {
    this.folder = folder;
    this.bureau = bureau;
    this.s3 = s3;
    this.database = database;
  }

  /** What the desk does after each change of its register. */
  async publish(): Promise<void> {
    const { dataFolder, keys } = this.bureau.pair.office;
    const ledger = await this.#openLedger(dataFolder);
    const bureau = { dataFolder, keys, now: () => this.bureau.now };
    const published = await publishOffice({ ledger, rows: sealedRows(keys) }, bureau);
    expect(published).toMatchObject({ ok: true });
    await ledger.close();
  }

  /** What a desk does now and then. */
  async exchange({ dataFolder, keys }: Office = this.bureau.pair.office) {
    const ledger = await this.#openLedger(dataFolder);
    const bucket = await openBucket(this.s3.place);
    const shared = { ledger, bucket, rows: sealedRows(keys) };
    const bureau = { dataFolder, keys, now: () => this.bureau.now };
    const exchanged = await exchangePackages(shared, bureau);
    bucket.close();
    await ledger.close();
    return exchanged;
  }

  async #openLedger(dataFolder: string) {
    const opened = await openLedger({ dataFolder, address: this.database });
    if (!opened.ok) throw new Error(opened.code);
    return opened.ledger;
  }

  /** What one more receiver stands on, on a machine that has nothing but the keys. */
  async openOne(): Promise<ReceiverBase> {
    const dataFolder = mkdtempSync(join(this.folder, "machine-"));
    const { keys } = this.bureau.pair.office;
    const bureau = { dataFolder, keys, now: () => this.bureau.now };
    const place = { ledger: this.database, bucket: this.s3.place };
    const opened = await openSharedReceiver(bureau, place);
    if (!opened.ok) throw new Error(opened.code);
    return opened.base;
  }

  async startOne(): Promise<Receiver> {
    const receiver = await openReceiver({
      base: await this.openOne(),
      host: "127.0.0.1",
      port: 0,
      now: () => this.bureau.now,
      onRead: async (one) => {
        this.read.push(one);
        this.#wake();
        await Promise.resolve();
      },
      onFault: (fault, error) => {
        if (fault !== null) this.faults.push(error ?? fault);
      },
    });
    this.#running.push(receiver);
    return receiver;
  }

  /** Stops them when what they are reading is read. */
  async stopAll(): Promise<void> {
    for (const receiver of this.#running.splice(0)) await receiver.close();
  }

  /** Waits until so many uploads were read. */
  async untilRead(count: number): Promise<readonly ReadUpload[]> {
    while (this.read.length < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.read;
  }
}

/** A store of its own for each test of a file, its database server for all of them; gives where it is. */
export function useSharedStores(folder: string): { readonly store: SharedStore } {
  let postgres: PostgresServer;
  let keys: { readonly unit: UnlockedKeys; readonly bureau: UnlockedKeys };
  let current: SharedStore | null = null;
  beforeAll(async () => {
    postgres = await startPostgres();
    keys = { unit: await makeKeys("unit"), bureau: await makeKeys("bureau") };
  }, 120_000);
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    const s3 = await startS3();
    const bureau = await ReceivingBureau.prepare(folder, keys.unit, keys.bureau);
    current = new SharedStore(folder, bureau, s3, await postgres.createDatabase());
    await current.publish();
  });
  afterEach(async () => {
    await current?.stopAll();
    await current?.s3.stop();
    // What a test expects to go wrong it takes out.
    expect(current?.faults).toEqual([]);
  });
  return {
    get store() {
      if (current === null) throw new Error("to be asked in a test");
      return current;
    },
  };
}
