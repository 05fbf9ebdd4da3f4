import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";

/** Backup, loss, restore, and the way back, as a clerk lives through them. */

let app: App;
beforeAll(async () => {
  app = await startApp();
  await unlock(app.page);
});
afterAll(() => app.remove());

/** How many are on file, as the workbench says it. */
async function countPeople(): Promise<number> {
  await goTo(app.page, "工作台");
  const text = await app.page.getByText(/^在册\d+人$/).innerText();
  return Number(/\d+/.exec(text)?.[0]);
}

/** Deletes the first person of the roster, as on their page. */
async function deleteSomebody(): Promise<string> {
  await goTo(app.page, "工作台");
  const link = app.page.locator(".wb-due .wb-line a").first();
  const name = await link.innerText();
  await link.click();
  await seeTitle(app.page, new RegExp(name));
  await app.page.getByRole("button", { name: /删除/ }).first().click();
  await app.page.getByRole("dialog").getByRole("button", { name: /删除/ }).click();
  await app.page.getByText(`已保存：删除人员${name}`).waitFor();
  return name;
}

describe("a backup", () => {
  it("brings a deleted person back, and one can go back to before", async () => {
    const all = await countPeople();
    await goTo(app.page, "健康检查");
    await press(app.page, "立即备份");
    await app.page.getByText("备份完成，已核验").waitFor();
    const backups = app.page.getByRole("table", { name: "备份" });
    await backups.getByRole("row", { name: /手动备份/ }).waitFor();

    await deleteSomebody();
    expect(await countPeople()).toBe(all - 1);

    await goTo(app.page, "健康检查");
    const made = backups.getByRole("row", { name: /手动备份/ });
    await made.getByRole("button", { name: /^核验/ }).click();
    await app.page.getByText("备份完整", { exact: true }).waitFor();
    await made.getByRole("button", { name: /^恢复/ }).click();
    const question = app.page.getByRole("dialog");
    await question.getByText(`现在：${all - 1}人`).waitFor();
    await question.getByText(`恢复后：${all}人`).waitFor();
    await question.getByRole("button", { name: "恢复", exact: true }).click();
    await app.page.getByText(/^已恢复到.*的备份$/).waitFor();
    await backups.getByRole("row", { name: /恢复前/ }).waitFor();

    await press(app.page, "返回恢复前的状态");
    await app.page.getByText("已返回恢复前的状态").waitFor();
    expect(await countPeople()).toBe(all - 1);
  });
});

describe("the health page", () => {
  it("finds nothing that has to be done on a machine in order", async () => {
    await goTo(app.page, "健康检查");
    const table = app.page.getByRole("table", { name: "健康检查" });
    for (const part of ["数据库", "操作日志", "备份", "恢复码", "电脑时间"]) {
      await table.getByRole("row", { name: new RegExp(`^${part}.*正常`) }).waitFor();
    }
    expect(await findBarriers(app.page)).toEqual([]);
  });

  it("saves a diagnosis without a name in it", async () => {
    const download = app.page.waitForEvent("download");
    await press(app.page, "保存诊断信息");
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    expect(JSON.parse(text)).toMatchObject({ format: "jiceng.diagnosis/1" });
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expect(text).not.toContain(app.dataFolder);
  });

  it("rebuilds the database from the journal, and nothing is missing", async () => {
    const before = await countPeople();
    await goTo(app.page, "健康检查");
    await press(app.page, "用操作日志重建");
    await app.page.getByRole("dialog").getByRole("button", { name: "开始重建" }).click();
    await app.page.getByText("重建完成").waitFor();
    await press(app.page, "重新打开程序");
    await unlock(app.page);
    expect(await countPeople()).toBe(before);
  });
});
