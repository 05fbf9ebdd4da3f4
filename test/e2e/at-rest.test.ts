import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { type App, startApp } from "./support/app.ts";
import { goTo, press, unlock } from "./support/clerk.ts";

/** Promise 15: after a day's work no name and no number stands in clear, in the data folder or in the profile. */

const { people } = inventUnit();
/** Long enough not to come about by chance in a hundred megabytes: two characters would, as UTF-16. */
const NAMES = people.map(({ name }) => name).filter((name) => Array.from(name).length > 2);
const NUMBERS = people.flatMap(({ idNumber }) => (idNumber === null ? [] : [idNumber]));
const TYPED = "冯陈褚卫备忘词";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.remove());

interface Found {
  readonly file: string;
  readonly word: string;
}

/** Every file under a folder in which one of the words stands, as UTF-8, as UTF-16 or as an address writes it. */
function filesWith(folder: string, words: readonly string[]): readonly Found[] {
  const wanted = words.flatMap((word) =>
    [Buffer.from(word), Buffer.from(word, "utf16le"), Buffer.from(encodeURIComponent(word))].map(
      (bytes) => ({ word, bytes }),
    ),
  );
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((file) => {
    const path = join(folder, file);
    if (!statSync(path).isFile()) return [];
    const content = readFileSync(path);
    return wanted
      .filter(({ bytes }) => content.includes(bytes))
      .map(({ word }) => ({ file, word }));
  });
}

describe("what lies on the disk after a day's work", () => {
  it("names nobody, in the data folder and in the browser's profile", async () => {
    const { page } = app;
    await unlock(page);
    await goTo(page, "人员");
    const [name = ""] = NAMES;
    await page.getByLabel("查找人员", { exact: true }).fill(name);
    // The search has come into the address; the words have not.
    await page.waitForURL(/[?&]q=/);
    expect(decodeURIComponent(page.url())).not.toContain(name);
    await page
      .getByRole("grid", { name: "人员花名册" })
      .locator("[data-index]")
      .filter({ hasText: name })
      .click();
    await page.getByRole("heading", { level: 1, name: new RegExp(name) }).waitFor();
    await page.reload();
    await unlock(page);
    for (const title of ["继续教育", "工作年限", "资格", "工作台", "设置"] as const) {
      await goTo(page, title);
    }
    await page.getByRole("textbox", { name: "新操作员姓名" }).fill(TYPED);
    await page.getByRole("textbox", { name: "新操作员姓名" }).press("Enter");
    await page.locator(".notice-undoable", { hasText: TYPED }).waitFor();
    await goTo(page, "健康检查");
    await press(page, "立即备份");
    await page.locator(".notice-done").waitFor();
    await app.stop();

    const words = [...NAMES, ...NUMBERS, TYPED];
    expect(words.length).toBeGreaterThan(150);
    expect(filesWith(app.dataFolder, words)).toEqual([]);
    expect(filesWith(app.profile, words)).toEqual([]);
    // The search itself finds what is there.
    expect(filesWith(app.dataFolder, ["jiceng.keys/1"]).length).toBe(1);
  });
});
