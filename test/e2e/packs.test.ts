import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inventUnit } from "../../shared/demo/fictitious-unit.ts";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { BUREAU_NAME, goToDesk, setUpBureau } from "./support/bureau-clerk.ts";
import { goTo, press, unlock } from "./support/clerk.ts";
import {
  bring,
  makeBureauCard,
  savedBy,
  type Stick,
  workbookWithWrongRow,
} from "./support/statements-clerk.ts";

/** The list of grassroots units and the policy packs: signed by the bureau, taken by a unit from files. */

const UNIT = inventUnit().unit.name;
const YEAR = new Date().getFullYear();
/** On the stick, as the bureau's clerk fills it. */
const stick = new Map<"card" | "without" | "with" | "pack", Stick>();
let fingerprint = "";

function fromStick(name: "card" | "without" | "with" | "pack"): Stick {
  const file = stick.get(name);
  if (file === undefined) throw new Error(`the bureau did not save the file "${name}"`);
  return file;
}

let app: App;
let page: Page;

async function begin(from: "fresh" | "prepared"): Promise<void> {
  app = await startApp({ from });
  page = app.page;
  page.setDefaultTimeout(20_000);
}

async function expectOpenToAll(): Promise<void> {
  expect(await findBarriers(page)).toEqual([]);
}

function card(name: string | RegExp) {
  return page.getByRole("region", { name });
}

describe("a bureau", () => {
  beforeAll(async () => {
    await begin("fresh");
    await setUpBureau(page);
  });
  afterAll(() => app.remove());

  test("has its card and shows the packs that ship", async () => {
    await goToDesk(page, "政策包");
    await page.getByText("随程序提供").waitFor();
    await expectOpenToAll();
    const made = await makeBureauCard(page);
    stick.set("card", made.card);
    ({ fingerprint } = made);
    expect(fingerprint).not.toBe("");
  });

  test("begins the list of the year, adds a unit and takes the step back", async () => {
    await goToDesk(page, "目录清单");
    await page.getByText(`${YEAR}年度目录清单还没有开始编制`).waitFor();
    await expectOpenToAll();
    await press(page, `编制${YEAR}年度清单`);
    await page.getByText("清单里还没有单位").waitFor();
    await page.getByLabel("县（市、区）").fill("示例县");
    await page.getByLabel("县（市、区）").press("Tab");
    await expectOpenToAll();
    await addUnit("甲镇卫生院");
    await card("单位（1个）").waitFor();
    await press(page, "撤销上一步");
    await card("单位（0个）").waitFor();
    await addUnit("甲镇卫生院");
    await card("单位（1个）").waitFor();
    await expectOpenToAll();
  });

  test("reads units from a workbook, and is told the row that cannot be read", async () => {
    await bring(
      page,
      "从 Excel 表格读入单位",
      await workbookWithWrongRow(["乙镇中心小学", "丙镇农技站"], "丁镇卫生院"),
    );
    await page.getByText(/新增2个单位，更新0个单位/).waitFor();
    await page.getByText(/现为“有时”：应填“是”或“否”/).waitFor();
    await expectOpenToAll();
    await press(page, "写入清单");
    await card("单位（3个）").waitFor();
    expect(await page.getByRole("grid").innerText()).not.toContain("丁镇卫生院");
    await press(page, "撤销上一步");
    await card("单位（1个）").waitFor();
  });

  test("signs the list and saves it for the units, and signs it again after a change", async () => {
    const first = await savedBy(page, () => sign("签发清单"));
    expect(first.name).toMatch(/\.jcc$/);
    stick.set("without", first);
    await page.getByText(/^第1次签发/).waitFor();
    await addUnit(UNIT);
    await page.getByText("签发后又有改动，请重新签发").waitFor();
    await expectOpenToAll();
    stick.set("with", await savedBy(page, () => sign("签发清单")));
    await page.getByText(/^第2次签发/).waitFor();
    const again = await savedBy(page, () => press(page, "再存一份清单文件"));
    expect(again.name).toMatch(/\.jcc$/);
  });

  test("begins a pack, changes a value with its reason, and takes a change back", async () => {
    await goToDesk(page, "政策包");
    await press(page, "以此为基础新建");
    const hours = page.getByRole("textbox", { name: "每年继续教育学时", exact: true });
    await hours.fill("900");
    await hours.press("Enter");
    const reason = page.getByRole("textbox", { name: "每年继续教育学时的理由" });
    await expect.poll(() => reason.inputValue()).toBe("本局确定");
    await reason.fill("县人社局2026年第8号通知");
    await reason.press("Tab");
    await expectOpenToAll();
    const days = page.getByRole("textbox", { name: "公示时间", exact: true });
    const before = await days.inputValue();
    await days.fill("12");
    await days.press("Tab");
    await press(page, "撤销上一步");
    await expect.poll(() => days.inputValue()).toBe(before);
    await expect.poll(() => reason.inputValue()).toBe("县人社局2026年第8号通知");
    expect(await hours.inputValue()).toBe("900");
  });

  test("is told of a value that cannot be, and it is not kept", async () => {
    const days = page.getByRole("textbox", { name: "公示时间", exact: true });
    const before = await days.inputValue();
    await days.fill("五天");
    await days.press("Tab");
    expect(await days.getAttribute("aria-invalid")).toBe("true");
    await page.getByText("请填写数字").waitFor();
    await expectOpenToAll();
    await days.fill(before);
    await days.press("Tab");
    await page.getByText("请填写数字").waitFor({ state: "detached" });
  });

  test("signs the pack and saves it for the units", async () => {
    const from = page.getByRole("textbox", { name: "生效日期" });
    await from.fill(`${YEAR}-01-01`);
    await from.press("Tab");
    const pack = await savedBy(page, () => sign("签发政策包"));
    expect(pack.name).toMatch(/\.jcy$/);
    stick.set("pack", pack);
    await page.getByText(/本局于.*签发/).waitFor();
    await expectOpenToAll();
  });
});

async function addUnit(name: string): Promise<void> {
  await press(page, "添加单位");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("单位名称").fill(name);
  await expectOpenToAll();
  await dialog.getByRole("button", { name: "保存" }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Presses and confirms. */
async function sign(button: "签发清单" | "签发政策包"): Promise<void> {
  await press(page, button);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: button }).click();
}

describe("a unit", () => {
  const inForce = () => page.locator(".page-subtitle");
  const eligible = async () => {
    await goTo(page, "资格");
    const count = page.getByRole("button", { name: /^正常申报 基层职称：可以申报\d+人/ });
    const label = (await count.getAttribute("aria-label")) ?? "";
    return Number(/可以申报(\d+)人/.exec(label)?.[1]);
  };

  beforeAll(async () => {
    await begin("prepared");
    await unlock(page);
  });
  afterAll(() => app.remove());

  test("takes no list and no pack of a bureau that it does not know", async () => {
    await goTo(page, "政策");
    await bring(page, "采用人社局签发的政策包", fromStick("pack"));
    await page
      .getByText(/还没有采用人社局信息卡|不是本单位对接的人社局签发的/)
      .first()
      .waitFor();
    expect(await page.getByRole("button", { name: "采用", exact: true }).count()).toBe(0);
    await expectOpenToAll();
    await goTo(page, "设置");
    await bring(page, "读入人社局发布的目录清单", fromStick("without"));
    await page
      .getByText(/还没有采用人社局信息卡|不是本单位对接的人社局签发的/)
      .first()
      .waitFor();
    await card("基层单位目录清单").getByText("还没有收到人社局发布的目录清单。").waitFor();
  });

  test("trusts the bureau whose fingerprint was heard", async () => {
    await goTo(page, "报送");
    await page.getByRole("link", { name: "对接人社局", exact: true }).first().click();
    await bring(page, "读入信息卡", fromStick("card"));
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(/电话里听到的指纹/).fill(fingerprint);
    await dialog.getByRole("button", { name: "采用" }).click();
    await card("三、正在采用的人社局").getByText("有效").waitFor();
  });

  test("sees that the list leaves it out, and sets it so in one step that can be undone", async () => {
    await goTo(page, "设置");
    const section = card("基层单位目录清单");
    await section.getByText("还没有收到人社局发布的目录清单。").waitFor();
    await bring(page, "读入人社局发布的目录清单", fromStick("without"));
    await section.getByText("本单位不在清单内").waitFor();
    await section
      .getByText(new RegExp(`^${BUREAU_NAME}发布的${YEAR}年度清单，共1个单位`))
      .waitFor();
    await expectOpenToAll();
    const before = await eligible();
    expect(before).toBeGreaterThan(0);
    await goTo(page, "设置");
    await press(page, "改为“未列入清单”");
    await section.getByText("与单位信息一致。").waitFor();
    await expectOpenToAll();
    expect(await eligible()).toBe(0);
    await page.locator("header.header").getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => eligible()).toBe(before);
  });

  test("is in the newer list, which agrees with what it says of itself", async () => {
    await goTo(page, "设置");
    const section = card("基层单位目录清单");
    await bring(page, "读入人社局发布的目录清单", fromStick("with"));
    await section.getByText("本单位在清单内。").waitFor();
    await section.getByText("与单位信息一致。").waitFor();
    await expectOpenToAll();
  });

  test("sees what a pack says otherwise, takes it, and is decided by it", async () => {
    const before = await eligible();
    await goTo(page, "政策");
    await bring(page, "采用人社局签发的政策包", fromStick("pack"));
    const offered = page.getByRole("group", { name: "待采用的政策包" });
    await offered.getByText(/每年继续教育学时：由90学时改为900学时/).waitFor();
    await expectOpenToAll();
    await offered.getByRole("button", { name: "采用", exact: true }).click();
    await expect.poll(() => inForce().innerText()).toContain(BUREAU_NAME);
    await page.getByText("本年度采用").waitFor();
    await expectOpenToAll();
    expect(await eligible()).toBeLessThan(before);
  });

  test("keeps deciding by it after the program was started again", async () => {
    await app.stop();
    page = await app.restart();
    await unlock(page);
    await goTo(page, "政策");
    expect(await inForce().innerText()).toContain(BUREAU_NAME);
  });
});
