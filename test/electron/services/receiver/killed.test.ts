import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, expect, it } from "vitest";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { listShelf } from "../../../../electron/services/packages/shelf.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { Dice } from "../../../support/dice.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeyBundle, openKeyBundle } from "../../../support/key-bundle.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import { type BegunUpload, sendOn, untilReceived } from "../../../support/resending.ts";

/** A receiver that is killed at any step, again and again, while a unit sends one package after the other. */

const FOLDER = temporaryFolder();
const WORKER = compiledPath("test/support/receiver-worker");
const ROUNDS = 12;
/** About what sending and reading one package takes. */
const LONGEST_MS = 200;
const dice = new Dice(20_261_126);
let bureau: ReceivingBureau;

beforeAll(async () => {
  compileAll();
  const bundles = { unit: await makeKeyBundle("unit"), bureau: await makeKeyBundle("bureau") };
  writeFileSync(join(FOLDER, "keys.json"), JSON.stringify(bundles));
  const unitKeys = await openKeyBundle(bundles.unit);
  bureau = await ReceivingBureau.prepare(FOLDER, unitKeys, await openKeyBundle(bundles.bureau));
}, 120_000);

interface Running {
  readonly worker: ChildProcess;
  readonly address: string;
}

async function startWorker(): Promise<Running> {
  const { dataFolder } = bureau.pair.office;
  const given = [WORKER, join(FOLDER, "keys.json"), dataFolder, String(bureau.now)];
  const worker = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface(worker.stdout);
  const [address] = (await once(lines, "line")) as [string];
  return { worker, address };
}

async function kill({ worker }: Running): Promise<void> {
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

it("has each package whole, and none twice", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(700_000))];
    const unit = await bureau.pack(orderWith({ attachments }));
    const begun: BegunUpload = { id: null };
    const first = await startWorker();
    const sending = sendOn(unit, first.address, begun);
    await wait(dice.between(0, LONGEST_MS));
    await kill(first);
    await sending;
    const second = await startWorker();
    const receipts = await untilReceived(unit, second.address, begun);
    expect(receipts).toHaveLength(1);
    await kill(second);
  }
  const { dataFolder, keys } = bureau.pair.office;
  const listed = await listShelf(receivedShelf(dataFolder, keys.sealer));
  if (!listed.ok) throw new Error(listed.folder);
  expect(listed.entries).toHaveLength(ROUNDS);
  for (const { name, entry } of listed.entries) {
    const folder = join(dataFolder, "received", name);
    const bytes = readFileSync(join(folder, "package.jcp"));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(entry.file.sha256);
    expect(readdirSync(folder)).toHaveLength(3);
  }
  const last = await startWorker();
  await kill(last);
  const left = (name: string) =>
    readdirSync(join(dataFolder, name)).filter((one) => !one.startsWith("."));
  expect(left("quarantine")).toEqual([]);
}, 180_000);
