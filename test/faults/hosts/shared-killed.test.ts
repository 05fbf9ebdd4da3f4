import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compileAll, compiledPath } from "../../support/compiled.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { makeKeyBundle, openKeyBundle } from "../../support/key-bundle.ts";
import { orderWith, scanOf } from "../../support/offices.ts";
import { type PostgresServer, startPostgres } from "../../support/postgres.ts";
import { ReceivingBureau } from "../../support/receiving-bureau.ts";
import { type BegunUpload, sendOn, untilReceived } from "../../support/resending.ts";
import { S3_SECRETS, startS3 } from "../../support/s3-server.ts";
import { SharedStore } from "../../support/shared-store.ts";

/**
 * Two receivers in two processes on one S3 store and one PostgreSQL server, one of them or both killed at any
 * step: whoever is left goes on with what the other began, each package is there whole and once (promises 10, 12).
 */

const ROUNDS = Number(process.env["ROUNDS"] ?? 5);
const FOLDER = temporaryFolder();
const KEYS = join(FOLDER, "keys.json");
const WORKER = compiledPath("test/support/receiver-worker");
/** About what sending and reading one package takes. */
const LONGEST_MS = 400;

let postgres: PostgresServer;
let store: SharedStore;
const machines: Machine[] = [];

/** A machine that has nothing but the bureau's keys. */
class Machine {
  readonly #dataFolder = mkdtempSync(join(FOLDER, "machine-"));
  #worker: ChildProcess | null = null;
  address = "";

  async start(): Promise<void> {
    const { bureau, database, s3 } = store;
    const place = [database, JSON.stringify(s3.place)];
    const given = [WORKER, KEYS, this.#dataFolder, String(bureau.now), ...place];
    // The S3 library warns of the Node of next year.
    const env = { ...process.env, ...S3_SECRETS, NODE_NO_WARNINGS: "1" };
    const worker = spawn(process.execPath, given, { env, stdio: ["ignore", "pipe", "inherit"] });
    this.#worker = worker;
    const [address] = (await once(createInterface(worker.stdout), "line")) as [string];
    this.address = address;
  }

  /** As a power switch does. */
  async kill(): Promise<void> {
    const worker = this.#worker;
    if (worker === null || worker.exitCode !== null) return;
    const ended = once(worker, "exit");
    worker.kill("SIGKILL");
    await ended;
    this.#worker = null;
  }
}

beforeAll(async () => {
  compileAll();
  const bundles = { unit: await makeKeyBundle("unit"), bureau: await makeKeyBundle("bureau") };
  writeFileSync(KEYS, JSON.stringify(bundles));
  const keys = [await openKeyBundle(bundles.unit), await openKeyBundle(bundles.bureau)] as const;
  postgres = await startPostgres();
  const bureau = await ReceivingBureau.prepare(FOLDER, ...keys);
  store = new SharedStore(FOLDER, bureau, await startS3(), await postgres.createDatabase());
  await store.publish();
  machines.push(new Machine(), new Machine());
  for (const machine of machines) await machine.start();
}, 120_000);
afterAll(async () => {
  await Promise.all(machines.map((machine) => machine.kill()));
  await store.s3.stop();
  await postgres.stop();
});

it("leaves each package whole and once, and the one that is left goes on with what the other began", async () => {
  const [one, other] = machines;
  if (one === undefined || other === undefined) throw new Error("two machines");
  for (let round = 0; round < ROUNDS; round += 1) {
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(1_500_000))];
    const unit = await store.bureau.pack(orderWith({ attachments }));
    const begun: BegunUpload = { id: null };
    const sending = sendOn(unit, one.address, begun);
    await wait(Math.random() * LONGEST_MS);
    const isBoth = round % 3 === 2;
    await Promise.all([one.kill(), ...(isBoth ? [other.kill()] : [])]);
    await sending;
    if (isBoth) await other.start();
    const receipts = await untilReceived(unit, other.address, begun);
    expect(receipts).toHaveLength(1);
    await one.start();
    // The one that was killed gives out the same.
    expect((await unit.receipts(one.address)).receipts).toEqual(receipts);
  }
  // The desk fetches each and checks it against what the database says of it.
  expect(await store.exchange()).toMatchObject({ fetched: ROUNDS, conflicts: [] });
  expect(await store.exchange()).toMatchObject({ fetched: 0, answersFetched: 0, conflicts: [] });
});
