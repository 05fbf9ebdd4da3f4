import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type App, startApp } from "../e2e/support/app.ts";
import { goTo } from "../e2e/support/clerk.ts";
import {
  addOperator,
  goToOperators,
  openRecords,
  readOperators,
  readRefusal,
} from "./support/saving.ts";

/** Promise 1: the journal brings back what the browser has lost, and mends or tells where it is harmed itself. */

const NAMES = ["甲", "乙", "丙", "丁"];
let app: App | null = null;
afterEach(async () => {
  await app?.remove();
  app = null;
});

/** An app with some records saved, closed again. */
async function saveAndStop(): Promise<App> {
  const started = await startApp();
  app = started;
  await openRecords(started.page);
  await goToOperators(started.page);
  for (const name of NAMES) await addOperator(started.page, name);
  await started.stop();
  return started;
}

/** The last file of the journal. */
function journalPath({ dataFolder }: App): string {
  const folder = join(dataFolder, "journal");
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  return join(folder, names.toSorted().at(-1) ?? "");
}

/** Flips one bit in the line that is so many from the end. */
function flipBit(path: string, fromEnd: number): void {
  const bytes = readFileSync(path);
  const lines = bytes.toString("latin1").trimEnd().split("\n");
  const tail = lines.slice(-fromEnd).join("\n").length + 1;
  const at = bytes.length - tail + 300;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Expects a journal that was harmed to be whole again after the next start: the profile may go then. */
async function expectMended(harm: (path: string) => void): Promise<void> {
  const stopped = await saveAndStop();
  harm(journalPath(stopped));
  expect(await openRecords(await stopped.restart())).toBe("opened");
  await stopped.stop();
  stopped.wipeProfile();
  const rebuilt = await stopped.restart();
  expect(await openRecords(rebuilt)).toBe("rebuilt");
  expect(await readOperators(rebuilt)).toEqual(NAMES);
}

describe("a wiped profile", () => {
  it("is noticed, and everything comes back from the journal", async () => {
    const stopped = await saveAndStop();
    stopped.wipeProfile();
    const page = await stopped.restart();
    expect(await openRecords(page)).toBe("rebuilt");
    expect(await readOperators(page)).toEqual(NAMES);
    await goTo(page, "人员");
    await page.getByText("120").first().waitFor();

    const again = await stopped.restart();
    expect(await openRecords(again)).toBe("opened");
    expect(await readOperators(again)).toEqual(NAMES);
  });
});

describe("a harmed journal", () => {
  it("that was cut off is mended from the database, and then brings everything back", () =>
    expectMended((path) => truncateSync(path, statSync(path).size - 700)));

  it("with a flipped bit is mended from the database, and then brings everything back", () =>
    expectMended((path) => flipBit(path, 3)));

  it("together with a wiped profile is told, and brings back what stands before the harm", async () => {
    const stopped = await saveAndStop();
    flipBit(journalPath(stopped), 2);
    stopped.wipeProfile();
    expect(await readRefusal(await stopped.restart())).toBe("操作日志有损坏");
    expect(await openRecords(await stopped.restart())).toBe("rebuilt");
    expect(await readOperators(stopped.page)).toEqual(NAMES.slice(0, 2));
  });
});
