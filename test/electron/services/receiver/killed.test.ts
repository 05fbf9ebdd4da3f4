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
import { uploadsUrl } from "../../../../shared/submission/receiver-answer.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { Dice } from "../../../support/dice.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeyBundle, openKeyBundle } from "../../../support/key-bundle.ts";
import { orderWith, scanOf } from "../../../support/offices.ts";
import { ReceivingBureau } from "../../../support/receiving-bureau.ts";
import type { SendingUnit } from "../../../support/sending-unit.ts";

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

interface Known {
  /** Of the upload that was begun. */
  id: string | null;
}

/** Sends in pieces from where the receiver has come to; false where it was killed meanwhile. */
async function sendOn(unit: SendingUnit, address: string, known: Known): Promise<boolean> {
  try {
    const { url, offset: begun } = await resume(unit, address, known);
    const { bytes } = unit;
    let offset = begun;
    while (offset < bytes.length) {
      const said = await unit.patch(url, offset, bytes.subarray(offset, offset + 300_000));
      if (said.offset === null) throw new Error(`${said.status} ${said.body}`);
      offset = said.offset;
    }
    return true;
  } catch (error) {
    // What `fetch` throws where nobody answers.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The upload that was begun where the receiver still has it, else a new one. */
async function resume(unit: SendingUnit, address: string, known: Known) {
  if (known.id !== null) {
    const url = `${uploadsUrl(address)}/${known.id}`;
    const { offset } = await unit.head(url);
    if (offset !== null) return { url, offset };
  }
  const url = await unit.beginAt(address);
  known.id = new URL(url).pathname.split("/").at(-1) ?? null;
  return { url, offset: 0 };
}

/** Asks until the package is received; sends again where the receiver knows nothing of it. */
async function finish(unit: SendingUnit, address: string, known: Known) {
  for (;;) {
    const { state, receipts } = await unit.receipts(address);
    if (state === "received") return receipts;
    if (state === "refused") throw new Error(state);
    if (state === "unknown") await sendOn(unit, address, known);
    else await wait(10);
  }
}

it("has each package whole, and none twice", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const attachments = [await scanOf(FOLDER, "a.jpg", randomBytes(700_000))];
    const unit = await bureau.pack(orderWith({ attachments }));
    const known: Known = { id: null };
    const first = await startWorker();
    const sending = sendOn(unit, first.address, known);
    await wait(dice.between(0, LONGEST_MS));
    await kill(first);
    await sending;
    const second = await startWorker();
    const receipts = await finish(unit, second.address, known);
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
