import { afterEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { seeTitle, unlock } from "../e2e/support/clerk.ts";
import {
  addOperator,
  goToOperators,
  openRecords,
  readOperators,
  readRefusal,
} from "./support/saving.ts";

let app: App | null = null;
afterEach(async () => {
  await app?.remove();
  app = null;
});

async function start(): Promise<App> {
  app = await startApp();
  return app;
}

/** Saves one operator, then raises the database's version as a newer program would; gives how many rows it has. */
async function startOnNewerData() {
  const started = await start();
  await unlock(started.page);
  await goToOperators(started.page);
  await addOperator(started.page, "甲");
  // The page of the lock has no database open.
  const locked = await started.restart();
  await seeTitle(locked, "已锁定");
  return { started, raised: await locked.evaluate(countRows, 10) };
}

describe("an older program on newer data (promise 5)", () => {
  it("refuses, names the versions and changes nothing; the newer program finds all as it was", async () => {
    const { started, raised } = await startOnNewerData();
    expect(raised).toBeGreaterThan(0);
    const page = await started.restart();
    expect(await readRefusal(page)).toBe("这些数据由更新的版本保存");
    expect(await page.getByText(/数据版本 \d+，本程序最高支持 \d+/).count()).toBe(1);
    expect(await page.getByRole("button", { name: "从日志重建" }).count()).toBe(0);
    const after = await (await started.restart()).evaluate(countRows, 0);
    expect(after).toBe(raised);
  });

  it("offers the records from before the upgrade, and keeps what the newer one wrote", async () => {
    const { started, raised } = await startOnNewerData();
    const page = await started.restart();
    await readRefusal(page);
    await page.getByRole("button", { name: "回到升级前……" }).click();
    await page.getByRole("button", { name: "开始重建" }).click();
    await page.getByRole("navigation").first().waitFor();
    expect(await readOperators(page)).toEqual(["甲"]);
    await addOperator(page, "乙");
    const again = await started.restart();
    expect(await openRecords(again)).toBe("opened");
    expect(await readOperators(again)).toEqual(["甲", "乙"]);
    // The newer database is there beside the one that was made.
    expect(await again.evaluate(countRows, 0)).toBeGreaterThan(raised);
  });
});

/**
 * In the page: opens each database of the app so many versions higher, as a newer program would (0: as it
 * is); gives how many rows there are.
 */
async function countRows(versionsHigher: number): Promise<number> {
  let rows = 0;
  for (const { name = "", version = 0 } of await indexedDB.databases()) {
    if (!/^jiceng-(?!current)/.test(name)) continue;
    rows += await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name, version + versionsHigher);
      opening.addEventListener("error", () => reject(new Error("not opened")));
      opening.addEventListener("success", () => {
        const database = opening.result;
        const tables = [...database.objectStoreNames];
        const transaction = database.transaction(tables);
        const counts = tables.map((table) => transaction.objectStore(table).count());
        transaction.addEventListener("complete", () => {
          database.close();
          resolve(counts.reduce((sum, { result }) => sum + result, 0));
        });
      });
    });
  }
  return rows;
}

describe("two windows at once (promise 7)", () => {
  it("the second one opens no records while the first has them, and takes over when it is closed", async () => {
    const started = await start();
    await unlock(started.page);
    await goToOperators(started.page);
    const second = await started.openWindow();
    expect(await readRefusal(second)).toBe("已在另一个窗口打开");
    await addOperator(started.page, "第一个窗口");
    await started.page.close();
    await second.getByRole("button", { name: "重新打开" }).click();
    await second.getByRole("navigation").first().waitFor();
    expect(await readOperators(second)).toEqual(["第一个窗口"]);
    await second.close();
    expect(await openRecords(await started.openWindow())).toBe("opened");
  });
});
