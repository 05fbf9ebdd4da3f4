import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPlan } from "../../../electron/services/ledger/keep-plan.ts";
import { compileAll, compiledPath } from "../../support/compiled.ts";
import { type CutDisk, mountCutDisk } from "../../support/cut-disk.ts";
import { Dice } from "../../support/dice.ts";
import { type KeyBundle, makeKeyBundle, openKeyBundle } from "../../support/key-bundle.ts";
import { openDeskAt } from "../../support/ledgers.ts";

/** The bureau's ledger on a disk whose power is cut while plans are kept without end. */

const WORKER = compiledPath("test/support/ledger-worker");
const ROUNDS = Math.min(Number(process.env["ROUNDS"] ?? 3), 10);
const BYTES = 400 * 1024 * 1024;
const dice = new Dice(20_261_127);
const place = mkdtempSync(join(tmpdir(), "jiceng-keys-"));
const keysFile = join(place, "keys.json");
const DISK = mountCutDisk(BYTES);

beforeAll(async () => {
  compileAll();
  writeFileSync(keysFile, JSON.stringify(await makeKeyBundle("bureau")));
});

afterAll(() => {
  DISK?.remove();
  rmSync(place, { recursive: true, force: true });
});

function diskOf(): CutDisk {
  if (DISK === null) throw new Error("no disk");
  return DISK;
}

async function keepUntilCut(on: CutDisk, dataFolder: string, first: number): Promise<number> {
  const worker = spawn(process.execPath, [WORKER, dataFolder, keysFile, String(first)], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(worker, "exit");
  let kept = first - 1;
  let left = dice.between(5, 25);
  for await (const line of createInterface(worker.stdout)) {
    kept = Number(line.split(" ")[1]);
    left -= 1;
    if (left === 0) break;
  }
  on.cut();
  worker.kill("SIGKILL");
  await ended;
  return kept;
}

describe.skipIf(DISK === null)("the ledger after a power cut", () => {
  it("has everything that was acknowledged", async () => {
    const disk = diskOf();
    const dataFolder = join(disk.folder, "bureau");
    const bundle = JSON.parse(readFileSync(keysFile, "utf8")) as KeyBundle;
    const keys = await openKeyBundle(bundle);
    // Making the database is not what is cut: the first start has it done.
    await (await openDeskAt({ dataFolder, address: null }, keys)).close();
    disk.flush();
    let next = 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = await keepUntilCut(disk, dataFolder, next);
      expect(kept).toBeGreaterThanOrEqual(next);
      disk.restart();
      const desk = await openDeskAt({ dataFolder, address: null }, keys);
      const { plan } = await readPlan(desk.context);
      await desk.close();
      const number = Number(/第(\d+)稿/.exec(plan?.title ?? "")?.[1] ?? 0);
      expect(number).toBeGreaterThanOrEqual(kept);
      next = number + 1;
    }
  });
});
