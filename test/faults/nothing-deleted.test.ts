import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { goTo, press, seeTitle, typePassphrase } from "../e2e/support/clerk.ts";
import { PDF_OF_TWO_PAGES, PNG_OF_ONE_PIXEL } from "../e2e/support/small-files.ts";
import {
  type BackupsOnDisk,
  openBackupsOnDisk,
  type WholeRecords,
} from "./support/backups-on-disk.ts";
import { expectFilesKept, type FilesOnDisk, readFiles } from "./support/files-on-disk.ts";
import { killAt, killIfCalled, someWay } from "./support/killing.ts";
import { buildNewerScreen, NEWER_MIGRATIONS } from "./support/newer-screen.ts";
import { readPresent } from "./support/present.ts";
import { addOperator, goToOperators, openRecords, readRefusal } from "./support/saving.ts";

/** Promise 8: locking, changing operator and updating delete nothing, wherever they are cut short. */

const ROUNDS = Number(process.env["ROUNDS"] ?? 2);
const UPGRADE_CALLS = ["backups.begin", "backups.append", "backups.finish", "journal.state"];

let app: App;
let disk: BackupsOnDisk;
let records: WholeRecords;
let files: FilesOnDisk;
const apps: App[] = [];

beforeEach(async () => {
  app = await startApp();
  apps.push(app);
  disk = await openBackupsOnDisk(app.dataFolder, NEWER_MIGRATIONS);
  expect(await openRecords(app.page)).toBe("opened");
  await goToOperators(app.page);
  await addOperator(app.page, "甲");
  await addAttachments(app.page);
  records = await readPresent(disk, app.page);
  files = readFiles(app.dataFolder);
  expect(records["people"]).toHaveLength(120);
  expect(records["attachments"]).toHaveLength(2);
  expect([...files.fixed.keys()].filter((name) => name.startsWith("attachments"))).toHaveLength(2);
});

afterEach(async () => {
  await disk.close();
  for (const one of apps.splice(0).toReversed()) await one.remove();
});

/** Gives somebody two attachments. */
async function addAttachments(page: Page): Promise<void> {
  await goTo(page, "人员");
  await page.getByRole("grid", { name: "人员花名册" }).locator("[data-index]").first().click();
  const tabs = page.getByRole("navigation", { name: "的资料" });
  await tabs.getByRole("link", { name: /^附件/ }).click();
  await page.locator('input[type="file"]').setInputFiles([
    { name: "毕业证.pdf", mimeType: "application/pdf", buffer: PDF_OF_TWO_PAGES },
    { name: "照片.png", mimeType: "image/png", buffer: PNG_OF_ONE_PIXEL },
  ]);
  await page.getByRole("button", { name: "查看毕业证" }).waitFor();
  await page.getByRole("button", { name: "查看照片" }).waitFor();
}

/** Expects every record as it was, or as far as it is looked at. */
async function expectRecordsKept(
  page: Page,
  look: (records: WholeRecords) => unknown = (all) => all,
): Promise<void> {
  expect(look(await readPresent(disk, page))).toEqual(look(records));
}

/** All but who works now. */
function withoutOperator({ settings = [], ...others }: WholeRecords): unknown {
  const kept = settings.map((text) => {
    const { operatorId: _operatorId, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return rest;
  });
  return { ...others, settings: kept };
}

describe("locking", () => {
  it("deletes nothing and changes nothing, however often, and where it is cut short", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await press(app.page, "锁定");
      await seeTitle(app.page, "已锁定");
      expect(await openRecords(app.page)).toBe("opened");
      await killAt(app, "keys.lock", someWay(), () => app.page.keyboard.press("Control+l"));
      expect(await openRecords(await app.restart())).toBe("opened");
    }
    expect(readFiles(app.dataFolder)).toEqual(files);
    await expectRecordsKept(app.page);
  });
});

describe("changing the operator", () => {
  it("changes who works and nothing else, where it is cut short too", async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      await goToOperators(app.page);
      // Of the two operators the one who does not work now.
      const choose = app.page.getByRole("button", { name: "换为此人" });
      await killAt(app, "journal.append", someWay(), () => choose.click());
      expect(await openRecords(await app.restart())).toBe("opened");
    }
    expectFilesKept(app.dataFolder, files);
    await expectRecordsKept(app.page, withoutOperator);
  });
});

describe("updating", () => {
  it("keeps all of it, backs up first and can be cut short; the older program then refuses and changes nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jiceng-newer-"));
    try {
      await buildNewerScreen(folder);
      await app.stop();
      const { dataFolder, profile } = app;
      const newer = await startApp({ dataFolder, profile, screen: folder });
      apps.push(newer);
      let cuts = 0;
      for (const call of UPGRADE_CALLS) {
        if (!(await killIfCalled(newer, call, someWay(), () => typePassphrase(newer.page)))) break;
        cuts += 1;
        await newer.restart();
      }
      expect(cuts).toBeGreaterThan(0);
      if (cuts < UPGRADE_CALLS.length) await newer.restart();
      expect(await openRecords(newer.page)).toBe("opened");
      const upgrade = (await disk.listWhole()).find(({ reason }) => reason === "upgrade");
      expect(upgrade).toMatchObject({ schemaVersion: NEWER_MIGRATIONS.length - 1, people: 120 });
      expect(await disk.readRecords(upgrade?.id ?? "")).toEqual(records);
      await expectRecordsKept(newer.page);
      // Each update that was cut short left a backup of its own, and those of one day are rotated (promise 4).
      expectFilesKept(dataFolder, withoutBackups(files));
      await newer.stop();

      const updated = readFiles(dataFolder);
      expect(await readRefusal(await app.restart())).toBe("这些数据由更新的版本保存");
      await app.stop();
      expect(readFiles(dataFolder)).toEqual(updated);
      expect(await openRecords(await newer.restart())).toBe("opened");
      await expectRecordsKept(newer.page);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function withoutBackups({ fixed, journal }: FilesOnDisk): FilesOnDisk {
  const others = [...fixed].filter(([name]) => !name.startsWith("backups/"));
  return { fixed: new Map(others), journal };
}
