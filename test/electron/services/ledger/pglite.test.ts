import { spawn } from "node:child_process";
import { once } from "node:events";
import fs, { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UnlockedKeys } from "../../../../electron/services/keys/unlocked-keys.ts";
import { backUp, backUpDaily, listBackups } from "../../../../electron/services/ledger/back-up.ts";
import { putPlan, readPlan } from "../../../../electron/services/ledger/keep-plan.ts";
import { openLedger } from "../../../../electron/services/ledger/open-ledger.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { Dice } from "../../../support/dice.ts";
import { temporaryFolder } from "../../../support/folder.ts";
import { makeKeyBundle, openKeyBundle } from "../../../support/key-bundle.ts";
import { copyTemplate, makeTemplate, openDeskAt, planOf } from "../../../support/ledgers.ts";
import { NOW } from "../../../support/offices.ts";
import { mountSmallDisk } from "../../../support/small-disk.ts";

const FOLDER = temporaryFolder();
const KEYS_FILE = join(FOLDER, "keys.json");
const WORKER = compiledPath("test/support/ledger-worker");
const ROUNDS = 5;
const LONGEST_MS = 120;
const DISK = mountSmallDisk(8 * 1024 * 1024);
const dice = new Dice(20_261_126);
let keys: UnlockedKeys;

beforeAll(async () => {
  compileAll();
  const bundle = await makeKeyBundle("bureau");
  writeFileSync(KEYS_FILE, JSON.stringify(bundle));
  keys = await openKeyBundle(bundle);
  await makeTemplate(FOLDER);
}, 300_000);

afterAll(() => DISK?.remove());

function newPlace() {
  const dataFolder = mkdtempSync(join(FOLDER, "data-"));
  copyTemplate(FOLDER, dataFolder);
  return { dataFolder, address: null };
}

async function numberIn(place: ReturnType<typeof newPlace>): Promise<number> {
  const desk = await openDeskAt(place, keys);
  const { plan } = await readPlan(desk.context);
  await desk.close();
  return Number(/第(\d+)稿/.exec(plan?.title ?? "")?.[1] ?? 0);
}

/** Keeps plans in a process of its own, kills it, and gives the last number that it said was kept. */
async function keepAndKill(dataFolder: string, first: number): Promise<number> {
  const worker = spawn(process.execPath, [WORKER, dataFolder, KEYS_FILE, String(first)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(worker, "exit");
  let kept = first - 1;
  let left = dice.between(3, 12);
  for await (const line of createInterface(worker.stdout)) {
    kept = Number(line.split(" ")[1]);
    left -= 1;
    if (left === 0) break;
  }
  await wait(dice.between(0, LONGEST_MS));
  worker.kill("SIGKILL");
  await ended;
  return kept;
}

describe("A ledger inside the process", () => {
  it("flushes each commit", async () => {
    const opened = await openLedger(newPlace());
    if (!opened.ok) throw new Error(opened.code);
    const { ledger } = opened;
    const { fsyncSync } = fs;
    let flushed = 0;
    fs.fsyncSync = (file) => {
      flushed += 1;
      fsyncSync(file);
    };
    syncBuiltinESMExports();
    try {
      for (let number = 0; number < 10; number += 1) {
        await ledger.run("INSERT INTO reform_plans VALUES ($1, $2)", [
          String(number),
          new Uint8Array(9),
        ]);
      }
    } finally {
      fs.fsyncSync = fsyncSync;
      syncBuiltinESMExports();
      await ledger.close();
    }
    expect(flushed).toBeGreaterThanOrEqual(10);
  });

  it("has everything that was acknowledged after it was killed", async () => {
    const place = newPlace();
    let next = 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const kept = await keepAndKill(place.dataFolder, next);
      expect(kept).toBeGreaterThanOrEqual(next);
      next = kept + 1;
      expect(await numberIn(place)).toBeGreaterThanOrEqual(kept);
    }
  }, 300_000);

  it("is opened by one process at a time", async () => {
    const place = newPlace();
    const desk = await openDeskAt(place, keys);
    expect(await openLedger(place)).toEqual({ ok: false, code: "ledger-in-use" });
    await desk.close();
  });

  it.skipIf(DISK === null)("is not opened on a disk without room for its log", async () => {
    const dataFolder = join(DISK?.folder ?? "", "data");
    expect(await openLedger({ dataFolder, address: null })).toEqual({
      ok: false,
      code: "space-low",
    });
  });

  it.each(["lost", "damaged"])(
    "is made anew with the last backup where its database is %s",
    async (how) => {
      const place = newPlace();
      const desk = await openDeskAt(place, keys);
      await putPlan(desk.context, planOf(7), null);
      await backUp(desk.backups, "asked", NOW);
      await desk.close();
      const database = join(place.dataFolder, "ledger", "database");
      if (how === "lost") rmSync(database, { recursive: true });
      else writeFileSync(join(database, "global", "pg_control"), Buffer.alloc(8_192, 0xff));
      expect(await numberIn(place)).toBe(7);
      const aside = join(place.dataFolder, "ledger", "database-damaged");
      expect(existsSync(aside)).toBe(how === "damaged");
    },
    300_000,
  );

  it("makes one backup a day, of something, that names nobody", async () => {
    const place = newPlace();
    const desk = await openDeskAt(place, keys);
    const { backups } = desk;
    expect(await backUpDaily(backups, NOW)).toBeNull();
    await putPlan(desk.context, planOf(1), null);
    expect(await backUpDaily(backups, NOW)).toMatchObject({ reason: "daily", rows: 1 });
    expect(await backUpDaily(backups, NOW + 3_600_000)).toBeNull();
    expect(await backUpDaily(backups, NOW + 86_400_000)).not.toBeNull();
    expect((await listBackups(backups.folder)).length).toBe(2);
    await desk.close();
    for (const name of readdirSync(backups.folder)) {
      const text = fs.readFileSync(join(backups.folder, name)).toString("utf8");
      expect(text).not.toContain("示例县");
    }
  });
});
