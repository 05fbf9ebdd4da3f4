import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { callOk, openTestDesktop } from "../electron/services/desktop/desktop.ts";
import { expectAllThere, goToOperators, openRecords, saveOn } from "./support/saving.ts";

/** Promise 2: killing browser or host at any moment loses nothing that was acknowledged. */

const ROUNDS = Number(process.env["ROUNDS"] ?? 5);

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.remove());

const WAYS = {
  browser: () => app.killBrowser(),
  host: () => app.killHost(),
  both: async () => {
    await app.killHost();
    await app.killBrowser();
  },
};

it("keeps every acknowledged record when browser or host is killed while the clerk saves", async () => {
  const acknowledged: string[] = [];
  const ways = Object.keys(WAYS) as (keyof typeof WAYS)[];
  expect(await openRecords(app.page)).toBe("opened");
  for (let round = 0; round < ROUNDS; round += 1) {
    await goToOperators(app.page);
    const saving = saveOn(app.page, `第${round}轮`, acknowledged);
    await sleep(200 + Math.random() * 2_000);
    const way = ways[round % ways.length] ?? "both";
    await WAYS[way]();
    const page = await app.restart();
    await saving;
    expect(await openRecords(page)).toBe("opened");
    await expectAllThere(page, acknowledged, round + 1);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);

  await app.stop();
  const desktop = await openTestDesktop(app.dataFolder);
  const { output: journal } = await callOk(desktop, "journal.state", {});
  await desktop.close();
  expect(journal.fault).toBe(null);
  expect(journal.head).toBeGreaterThanOrEqual(acknowledged.length);
});
