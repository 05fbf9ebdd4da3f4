import { isDeepStrictEqual } from "node:util";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import type { BackupInfo } from "../../shared/bridge/backups-methods.ts";
import { goTo, press } from "../e2e/support/clerk.ts";
import {
  type BackupsOnDisk,
  openBackupsOnDisk,
  type WholeRecords,
} from "./support/backups-on-disk.ts";
import { finishOfBackup, readPresent } from "./support/present.ts";
import { killAt, someWay } from "./support/killing.ts";
import { addOperator, goToOperators, openRecords } from "./support/saving.ts";

/** Promise 4 where browser or host is killed in the middle of a backup or of a restore. */

const ROUNDS = Number(process.env["ROUNDS"] ?? 2);
const BACKUP_CALLS = ["backups.begin", "backups.append", "backups.finish"] as const;
/** Those around the transaction first: a short run comes to no others. */
const RESTORE_CALLS = [
  // The records are written in one transaction between these two.
  "backups.finish",
  "journal.append",
  "backups.verify",
  "backups.read",
  ...BACKUP_CALLS,
] as const;
const DAY_MS = 86_400_000;
/** The daily backup is looked after so long after the start. */
const FIRST_LOOK = 20_000;

let app: App;
let disk: BackupsOnDisk;
beforeEach(async () => {
  app = await startApp();
  disk = await openBackupsOnDisk(app.dataFolder);
});
afterEach(async () => {
  await disk.close();
  await app.remove();
});

function pick<Item>(items: readonly Item[], round: number): Item {
  const item = items[round % items.length];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** Enters an appraisal for everybody: one edit that changes every person on file. */
async function changeEverybody(page: Page): Promise<void> {
  await goTo(page, "人员");
  await page.getByLabel("全选").check();
  await press(page, "登记年度考核");
  const dialog = page.getByRole("dialog", { name: "登记年度考核" });
  await dialog.getByRole("textbox", { name: "年度" }).fill("2030");
  await dialog.getByText("新登记120人").waitFor();
  await dialog.getByRole("button", { name: "登记", exact: true }).click();
  await page.locator(".notice-undoable").waitFor();
}

function rowOf(page: Page, reason: string, head: number) {
  const name = new RegExp(`${reason}.*到第${head}条`);
  return page.getByRole("table", { name: "备份" }).getByRole("row", { name }).first();
}

/** Asks to restore a backup and gives the button that says yes. */
async function askToRestore(page: Page, reason: string, head: number) {
  await goTo(page, "健康检查");
  await rowOf(page, reason, head).getByRole("button", { name: /^恢复/ }).click();
  return page.getByRole("dialog").getByRole("button", { name: "恢复", exact: true });
}

/** Restores a backup; gives the one that was made of what was there before. */
async function restore(page: Page, reason: string, head: number) {
  const before = await disk.readHead();
  await (await askToRestore(page, reason, head)).click();
  await rowOf(page, "恢复前", before).waitFor();
  return lastBeforeRestore();
}

async function lastBeforeRestore(): Promise<BackupInfo> {
  const kept = (await disk.listWhole()).find(({ reason }) => reason === "restore");
  if (kept === undefined) throw new Error("nothing was kept before the restore");
  return kept;
}

interface State {
  readonly records: WholeRecords;
  /** That of its backup before a restore: those do not go for new ones within a month. */
  readonly head: number;
}

/** Two states of all records, each in a backup; the records are as the first has them. */
async function prepareStates(page: Page): Promise<readonly [State, State]> {
  const plain = await readPresent(disk, page);
  const head = await disk.readHead();
  await changeEverybody(page);
  const ofChanged = await restore(page, "手动备份", head);
  const ofPlain = await restore(page, "恢复前", ofChanged.head);
  const changed = await readPresent(disk, page);
  expect(changed["people"]).toHaveLength(120);
  expect(changed["people"]?.filter((one) => plain["people"]?.includes(one))).toEqual([]);
  return [
    { records: changed, head: ofChanged.head },
    { records: plain, head: ofPlain.head },
  ];
}

describe("killed in the middle of a restore", () => {
  it("the records are all as before or all as restored, and one can go back", async () => {
    expect(await openRecords(app.page)).toBe("opened");
    let [present, other] = await prepareStates(app.page);
    for (let round = 0; round < ROUNDS; round += 1) {
      const head = await disk.readHead();
      const yes = await askToRestore(app.page, "恢复前", other.head);
      // The browser first: where the host alone is killed, its transaction goes on.
      const way = round === 0 ? "browser" : someWay();
      await killAt(app, pick(RESTORE_CALLS, round), way, () => yes.click());
      expect(await openRecords(await app.restart())).toBe("opened");
      const found = await readPresent(disk, app.page);
      const isRestored = isDeepStrictEqual(found, other.records);
      // Records and history go together.
      expect(await disk.readHead()).toBe(isRestored ? head + 1 : head);
      if (isRestored) {
        expect(await disk.readRecords((await lastBeforeRestore()).id)).toEqual(present.records);
        [present, other] = [other, present];
      }
      expect(found).toEqual(present.records);
    }
    // Whatever was cut short, the next one goes through, and its way back.
    await restore(app.page, "恢复前", other.head);
    expect(await readPresent(disk, app.page)).toEqual(other.records);
    await press(app.page, "返回恢复前的状态");
    await app.page.getByText("已返回恢复前的状态").waitFor();
    expect(await readPresent(disk, app.page)).toEqual(present.records);
  });
});

/** Unlocks on a day of which there is no backup yet: tomorrow. The host stays on today. */
async function openTomorrow(page: Page): Promise<void> {
  await page.clock.install({ time: Date.now() + DAY_MS });
  expect(await openRecords(page)).toBe("opened");
}

function isDailyOf(head: number) {
  return (backup: BackupInfo) => backup.reason === "daily" && backup.head === head;
}

describe("killed in the middle of the daily backup", () => {
  it("only whole backups are listed, and the daily one comes at the next start", async () => {
    let head = 0;
    const look = () => app.page.clock.fastForward(FIRST_LOOK);
    await openTomorrow(app.page);
    for (let round = 0; round < ROUNDS; round += 1) {
      await goToOperators(app.page);
      await addOperator(app.page, `第${round}轮`);
      head = await disk.readHead();
      await killAt(app, pick(BACKUP_CALLS, round), someWay(), look);
      await openTomorrow(await app.restart());
      // Finished before the blow fell, or not there at all.
      expect((await disk.listWhole()).filter(isDailyOf(head)).length).toBeLessThanOrEqual(1);
    }
    if (!(await disk.listWhole()).some(isDailyOf(head))) {
      const finished = finishOfBackup(app.page);
      await look();
      await finished;
    }
    expect((await disk.listWhole()).filter(isDailyOf(head))).toHaveLength(1);
    await goTo(app.page, "健康检查");
    await rowOf(app.page, "每日备份", head).waitFor();
  });
});
