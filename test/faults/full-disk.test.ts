import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, inject, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { goTo, press } from "../e2e/support/clerk.ts";
import { fillDisk, makeRoomOn, mountSmallDisk } from "../support/small-disk.ts";
import {
  addOperator,
  expectAllThere,
  goToOperators,
  openRecords,
  readOperators,
} from "./support/saving.ts";

/** Promise 6 and the full disk of promise 1: writing stops with a sentence, and nothing acknowledged goes. */

const DISK = mountSmallDisk(400 * 1024 * 1024);
const folder = DISK?.folder ?? "";
let app: App | null = null;

afterEach(async () => {
  await app?.remove();
  app = null;
  makeRoomOn(folder);
});
afterAll(() => DISK?.remove());

async function startOnDisk(name: string, isProfileThere: boolean, floorBytes: number) {
  const prepared = inject("prepared");
  const dataFolder = join(folder, name, "data");
  cpSync(prepared.dataFolder, dataFolder, { recursive: true });
  const profile = join(isProfileThere ? folder : prepared.root, `${name}-profile`);
  cpSync(prepared.profile, profile, { recursive: true });
  app = await startApp({ dataFolder, profile, floorBytes });
  await openRecords(app.page);
  await goToOperators(app.page);
  return app;
}

/** Adds operators until one is refused; gives those that were acknowledged, and what the refusal said. */
async function addUntilRefused(page: App["page"], word: string) {
  const acknowledged: string[] = [];
  for (let nth = 1; nth <= 200; nth += 1) {
    const name = `${word}${nth}`;
    const field = page.getByRole("textbox", { name: "新操作员姓名" });
    await field.fill(name);
    await field.press("Enter");
    const saved = page.locator(".notice-undoable", { hasText: `新增操作员${name}` });
    const refused = page.locator(".notice-failed");
    await saved.or(refused).first().waitFor();
    if (await refused.isVisible()) return { acknowledged, message: await refused.innerText() };
    acknowledged.push(name);
  }
  throw new Error("a full disk took everything");
}

// Skipped for a user who may not mount a small disk.
describe.skipIf(DISK === null)("on a full disk", () => {
  it("below the floor nothing is written, and the screen says to make room", async () => {
    const { page, restart } = await startOnDisk("floor", false, 1024 ** 4);
    const { acknowledged, message } = await addUntilRefused(page, "空间不足");
    expect(acknowledged).toEqual([]);
    expect(message).toContain("磁盘剩余空间太少");
    expect(await readOperators(page)).toEqual([]);
    const again = await restart();
    expect(await openRecords(again)).toBe("opened");
    expect(await readOperators(again)).toEqual([]);
  });

  it("a journal that cannot be written stops the work; with room again nothing is missing", async () => {
    const { page, restart } = await startOnDisk("journal", false, 0);
    await addOperator(page, "写满以前");
    fillDisk(folder);
    const { acknowledged, message } = await addUntilRefused(page, "写满以后");
    expect(message).toContain("已暂停录入");
    makeRoomOn(folder);
    const again = await restart();
    expect(await openRecords(again)).toBe("opened");
    await expectAllThere(again, ["写满以前", ...acknowledged], 1);
    await addOperator(again, "清理以后");
    expect(await readOperators(again)).toContain("清理以后");
  });

  it("a profile that cannot be written loses nothing acknowledged, even where Chromium starts it afresh", async () => {
    const running = await startOnDisk("profile", true, 0);
    await addOperator(running.page, "写满以前");
    fillDisk(folder);
    const { acknowledged } = await addUntilRefused(running.page, "写满以后");
    await running.killBrowser();
    await running.killHost();
    makeRoomOn(folder);
    const page = await running.restart();
    await openRecords(page);
    await expectAllThere(page, ["写满以前", ...acknowledged], 1);
  });

  it("a backup that does not fit is dropped with a sentence, and those before it stay as they were", async () => {
    const { page, dataFolder } = await startOnDisk("backup", false, 0);
    await goTo(page, "健康检查");
    const rows = page.getByRole("table", { name: "备份" }).getByRole("row", { name: /手动备份/ });
    await press(page, "立即备份");
    await rows.waitFor();
    const before = readBackups(dataFolder);
    expect(before).toHaveLength(1);
    // Its beginning goes in, and the records do not.
    fillDisk(folder, 16 * 1024);
    await press(page, "立即备份");
    const message = await page.locator(".notice-failed").innerText();
    expect(message).toContain("备份没有做成，原有的备份没有动");
    expect(message).toContain("请清理磁盘");
    expect(readBackups(dataFolder)).toEqual(before);
    expect(await rows.count()).toBe(1);
    makeRoomOn(folder);
    await press(page, "立即备份");
    await expect.poll(() => rows.count()).toBe(2);
    expect(readBackups(dataFolder)).toEqual(expect.arrayContaining(before));
  });
});

/** The files of the backups, whatever they are called, finished or not. */
function readBackups(dataFolder: string) {
  const place = join(dataFolder, "backups");
  return readdirSync(place).map((name) => ({ name, bytes: readFileSync(join(place, name)) }));
}
