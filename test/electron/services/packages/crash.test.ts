import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { SHIPPED_PACKS } from "../../../../shared/policy/pack-shelf.ts";
import { openOffice } from "../../../../electron/services/packages/office.ts";
import { readOwnPackage } from "../../../../electron/services/packages/read-package.ts";
import { receivePackage } from "../../../../electron/services/packages/receive-package.ts";
import { receivedShelf } from "../../../../electron/services/packages/received-shelf.ts";
import { sentShelf } from "../../../../electron/services/packages/sent-shelf.ts";
import { listShelf, tidyShelf } from "../../../../electron/services/packages/shelf.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { Dice } from "../../../support/dice.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeyBundle, openKeyBundle } from "../../../support/key-bundle.ts";
import { type Pair, pairOf } from "../../../support/offices.ts";

/** Processes that are killed at any moment, again and again, on the same data folder. */

const WORKER = compiledPath("test/support/package-worker");
const FOLDER = temporaryFolder();
const ROUNDS = 10;
/** About what one package takes. */
const LONGEST_MS = 250;
const dice = new Dice(20_261_125);
let pair: Pair;

beforeAll(async () => {
  compileAll();
  const unit = await makeKeyBundle("unit");
  const bureau = await makeKeyBundle("bureau");
  mkdirSync(join(FOLDER, "stick"));
  writeFileSync(join(FOLDER, "keys.json"), JSON.stringify({ unit, bureau }));
  pair = pairOf(FOLDER, await openKeyBundle(unit), await openKeyBundle(bureau));
}, 120_000);

/** Starts the worker and kills it some moments after it has made none, one or two packages. */
async function killSoon(task: "pack" | "receive"): Promise<void> {
  const worker = spawn(process.execPath, [WORKER, task, FOLDER], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(worker, "exit");
  const lines = createInterface(worker.stdout);
  let left = dice.between(1, 3);
  for await (const _line of lines) {
    left -= 1;
    if (left === 0) break;
  }
  await wait(dice.between(0, LONGEST_MS));
  worker.kill("SIGKILL");
  await ended;
}

function sha256(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** Every package on the unit's shelf, whole and in its place, or the test fails. */
async function checkSent(): Promise<number> {
  const { dataFolder, keys } = pair.sender;
  const shelf = sentShelf(dataFolder, keys.sealer);
  await tidyShelf(shelf);
  const listed = await listShelf(shelf);
  if (!listed.ok) throw new Error(listed.folder);
  const sent = listed.entries.toSorted(
    (a, b) => a.entry.manifest.revision - b.entry.manifest.revision,
  );
  for (const [index, { name, entry }] of sent.entries()) {
    expect(entry.manifest.revision).toBe(index + 1);
    expect(entry.manifest.previous).toBe(sent[index - 1]?.entry.tagmanifest ?? null);
    expect(sha256(join(shelf.folder, name, "package.jcp"))).toBe(entry.file.sha256);
  }
  const delivered = readdirSync(pair.stick).filter((name) => /^u-.*\.jcp$/.test(name));
  for (const name of delivered) {
    const own = sent.find(({ entry }) => entry.file.name === name);
    expect(sha256(join(pair.stick, name)), name).toBe(own?.entry.file.sha256);
  }
  return sent.length;
}

describe("a unit that is killed while packing", () => {
  it("has each package whole or not at all, and none twice", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await killSoon("pack");
      await checkSent();
    }
    const last = await checkSent();
    expect(last).toBeGreaterThan(2);
    const shelved = join(pair.sender.dataFolder, "sent", `u-001-2026-r${last}`, "package.jcp");
    const { keys } = pair.sender;
    const setting = {
      signers: [{ keys: keys.publicKeys, revokedAt: null }],
      isSm2Asked: false,
      packs: SHIPPED_PACKS,
    };
    expect(await readOwnPackage(shelved, keys.ageIdentities, setting)).toMatchObject({ ok: true });
  }, 180_000);
});

describe("a bureau that is killed while receiving", () => {
  it("has each package whole or not at all, and can go on", async () => {
    const count = await checkSent();
    for (let revision = 1; revision <= count; revision += 1) copyToStick(revision);
    const { office } = pair;
    for (let round = 0; round < ROUNDS; round += 1) {
      rmSync(office.dataFolder, { recursive: true, force: true });
      await killSoon("receive");
      await openOffice(office);
      const shelf = receivedShelf(office.dataFolder, office.keys.sealer);
      const listed = await listShelf(shelf);
      if (!listed.ok) throw new Error(listed.folder);
      for (const { name, entry } of listed.entries) {
        const folder = join(shelf.folder, name);
        expect(readdirSync(folder).toSorted()).toEqual([
          "package.jcp",
          "receipt-1.jcr",
          "record.sealed",
        ]);
        expect(sha256(join(folder, "package.jcp"))).toBe(entry.file.sha256);
      }
      expect(readdirSync(join(office.dataFolder, "quarantine"))).toEqual([]);
      const next = await receivePackage(join(pair.stick, "u-001-2026-r1.jcp"), office);
      expect(next.code).toBe(listed.entries.length > 0 ? "already-received" : "received");
    }
  }, 180_000);
});

function copyToStick(revision: number): void {
  const name = `u-001-2026-r${revision}`;
  const bytes = readFileSync(join(pair.sender.dataFolder, "sent", name, "package.jcp"));
  writeFileSync(join(pair.stick, `${name}.jcp`), bytes);
}
