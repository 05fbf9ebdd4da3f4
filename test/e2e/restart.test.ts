import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { type App, startApp } from "./support/app.ts";
import { goTo, NAVIGATION, seeTitle, unlock } from "./support/clerk.ts";

/** The app across restarts of browser and host, on the fictitious unit. */

let app: App;
/** What the browser complained of: refused by the policy, not found, thrown. */
const complaints: string[] = [];
beforeAll(async () => {
  app = await startApp();
  app.page.on("pageerror", ({ message }) => complaints.push(message));
  app.page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await unlock(app.page);
});
afterAll(() => app.remove());

async function seeFirstPerson(): Promise<void> {
  const name = inventUnit().people[0]?.name ?? "";
  await app.page.getByRole("main").getByPlaceholder(/姓名/).first().fill(name);
  await app.page.getByRole("main").getByText(name).first().waitFor();
}

describe("every page", () => {
  it.each(NAVIGATION)("opens by the navigation: %s", async (name) => {
    await goTo(app.page, name);
    expect(await app.page.getByRole("main").innerText()).not.toBe("");
  });

  it("gives the browser nothing to complain of: the policy refuses nothing that we do", () => {
    expect(complaints).toEqual([]);
  });
});

describe("a reload", () => {
  it("keeps the page's session with the host and asks for the passphrase at most", async () => {
    await app.page.reload();
    await app.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await app.page.getByText("连接不上后台程序").count()).toBe(0);
  });
});

describe("a restart", () => {
  it("after the host was killed asks for the passphrase and shows the records again", async () => {
    await app.killHost();
    await unlock(await app.restart());
    await goTo(app.page, "人员");
    await seeFirstPerson();
  });

  it("after the browser was killed asks for the passphrase and shows the records again", async () => {
    await app.killBrowser();
    await unlock(await app.restart());
    await goTo(app.page, "人员");
    await seeFirstPerson();
  });

  it("on the address of an earlier start is refused in a sentence", async () => {
    await app.page.goto(`http://127.0.0.1:${app.port}/`);
    await app.page.evaluate(() => sessionStorage.clear());
    await app.page.reload();
    await seeTitle(app.page, "连接不上后台程序");
  });
});
