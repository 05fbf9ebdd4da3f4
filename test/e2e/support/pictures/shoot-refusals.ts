import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type App, startApp } from "../app.ts";
import { PASSPHRASE, secrets } from "../clerk.ts";
import { isWanted, LANGUAGES, shoot, useLanguage } from "./shoot.ts";

/** The pages that are shown where the records do not open, each made as it comes about. */

/** What was done to the database while the page of the lock has it closed. */
type Harm = "newer" | "shrunk" | "wrongKey";

async function unlockToRefusal(page: Page): Promise<void> {
  await secrets(page).fill(PASSPHRASE);
  await page.locator('button[type="submit"]').click();
  await page.locator(".gate-actions").waitFor();
  await page.locator("[role=alert]").first().waitFor();
}

/** In the page: raises the version, takes away people, or puts a box that the key does not open. */
async function harm(kind: Harm): Promise<void> {
  const names = (await indexedDB.databases()).filter(({ name = "" }) =>
    /^jiceng-(?!current)/.test(name),
  );
  for (const { name = "", version = 0 } of names) {
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(name, version + (kind === "newer" ? 10 : 0));
      opening.addEventListener("error", () => reject(new Error("not opened")));
      opening.addEventListener("success", () => {
        const database = opening.result;
        const change = database.transaction(["people", "meta"], "readwrite");
        const done = () => {
          database.close();
          resolve();
        };
        change.addEventListener("complete", done);
        if (kind === "shrunk") change.objectStore("people").clear();
        if (kind === "wrongKey") {
          change.objectStore("meta").put({ key: "keyCheck", box: new Uint8Array(80) });
        }
      });
    });
  }
}

async function shootRefusal(app: App, name: string): Promise<void> {
  for (const language of LANGUAGES) {
    const page = await app.restart();
    await useLanguage(page, language);
    await unlockToRefusal(page);
    await shoot(page, name, language);
  }
}

/** From the refusal on to the page that rebuilds, what it says of a part that is lost, and its end. */
async function shootRebuild(app: App): Promise<void> {
  for (const language of LANGUAGES) {
    const page = await app.restart();
    await useLanguage(page, language);
    await unlockToRefusal(page);
    await page.locator(".gate-actions button").first().click();
    await page.locator(".gate-actions button").nth(1).waitFor();
    await shoot(page, "refused-rebuild", language);
    await page.locator(".gate-actions button").first().click();
    await page.locator(".gate-fault").waitFor({ timeout: 20_000 });
    await shoot(page, "refused-rebuild-part", language);
  }
}

/** Flips one bit in the last line of the journal. */
function harmJournal({ dataFolder }: App): void {
  const folder = join(dataFolder, "journal");
  const names = readdirSync(folder).filter((name) => name.endsWith(".jsonl"));
  const path = join(folder, names.toSorted().at(-1) ?? "");
  const bytes = readFileSync(path);
  const at = bytes.length - 400;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

async function shootHarmed(kind: Harm, name: string): Promise<void> {
  if (!isWanted(name)) return;
  const app = await startApp();
  await app.page.evaluate(harm, kind);
  await shootRefusal(app, name);
  await app.remove();
}

async function shootWiped(): Promise<void> {
  const app = await startApp();
  await app.stop();
  app.wipeProfile();
  await shootRefusal(app, "refused-wiped");
  await app.stop();
  harmJournal(app);
  await shootRefusal(app, "refused-journal");
  await shootRebuild(app);
  await app.remove();
}

async function shootSecondWindow(): Promise<void> {
  const app = await startApp();
  await secrets(app.page).fill(PASSPHRASE);
  await app.page.locator('button[type="submit"]').click();
  await app.page.getByRole("navigation").first().waitFor();
  const second = await app.openWindow();
  for (const language of LANGUAGES) {
    await useLanguage(second, language);
    await unlockToRefusal(second);
    await shoot(second, "refused-window", language);
  }
  await app.remove();
}

export async function shootRefusals(): Promise<void> {
  await shootHarmed("newer", "refused-newer");
  await shootHarmed("shrunk", "refused-shrunk");
  await shootHarmed("wrongKey", "refused-key");
  if (isWanted("refused-wiped")) await shootWiped();
  if (isWanted("refused-window")) await shootSecondWindow();
}
