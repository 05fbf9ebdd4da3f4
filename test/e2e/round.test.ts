import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "./support/app.ts";
import { findBarriers } from "./support/axe.ts";
import { goTo, press, seeTitle, unlock } from "./support/clerk.ts";
import { PNG_OF_ONE_PIXEL } from "./support/small-files.ts";

/** A whole round of the fictitious unit, from opening the year to 确认, as a clerk takes it. */

let app: App;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  page = app.page;
  page.setDefaultTimeout(20_000);
  await unlock(page);
  await goTo(page, "推荐申报");
});
afterAll(() => app.remove());

/** Opens a view of the round by its name. */
async function openView(name: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "年度推荐申报" })
    .getByRole("link", { name, exact: true })
    .click();
}

/** Takes the step that the overview offers, and waits for the state that it leads to. */
async function takeStep(label: string, state: string): Promise<void> {
  await openView("概况");
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.getByText(new RegExp(`^${state} · 申报日期`)).waitFor();
}

function card(name: string | RegExp) {
  return page.getByRole("region", { name });
}

function picker() {
  return page.getByRole("grid", { name: "选人报名" });
}

/** Names of the rows of the list of candidates. */
async function candidateNames(): Promise<readonly string[]> {
  return card(/^报名人员/)
    .getByRole("rowheader")
    .allInnerTexts();
}

async function enrol(pathway: string, line: string, decision: string, count: number) {
  await page.getByRole("combobox", { name: "比对结论" }).selectOption({ label: decision });
  await page.getByRole("combobox", { name: "申报通道" }).selectOption({ label: pathway });
  await page.getByRole("combobox", { name: "职称类别" }).selectOption({ label: line });
  const boxes = picker().getByRole("checkbox", { disabled: false });
  await expect.poll(() => boxes.count()).toBeGreaterThan(count);
  // The first box is the head's.
  for (let at = 1; at <= count; at += 1) await boxes.nth(at).click();
  await press(page, `报名（${count}项）`);
  await page.getByText(`已保存：2026年推荐申报：报名${count}项`).waitFor();
}

describe("opening a year", () => {
  it("begins with nothing and says what to do", async () => {
    await page.getByText("还没有开始申报年度").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press(page, "开始申报年度");
    await seeTitle(page, "开始申报年度");
    expect(await findBarriers(page)).toEqual([]);
  });

  it("takes the days of the program, and shows how far the year is", async () => {
    await press(page, "开始2026年推荐申报");
    await seeTitle(page, "2026年推荐申报");
    const line = page.getByRole("list", { name: "年度进度" });
    expect(await line.getByRole("listitem").count()).toBe(10);
    expect(await line.locator('[aria-current="step"]').innerText()).toContain("筹备");
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("enrolment", () => {
  it("takes several people on one pathway together", async () => {
    await takeStep("开始报名", "报名");
    await page.getByText("还没有人报名").first().waitFor();
    await openView("报名");
    await enrol("正常申报", "基层职称", "可以申报", 2);
    expect(await candidateNames()).toHaveLength(2);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("refuses the other line for who is on one, with the clause", async () => {
    const [name = ""] = await candidateNames();
    await page.getByRole("combobox", { name: "申报通道" }).selectOption({ label: "正常申报" });
    await page.getByRole("combobox", { name: "职称类别" }).selectOption({ label: "全省统一职称" });
    await page.getByRole("combobox", { name: "比对结论" }).selectOption({ label: "全部结论" });
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill(name);
    await picker().getByRole("checkbox", { disabled: false }).nth(1).click();
    const refusal = page.getByRole("alert").filter({ hasText: "同年度不得同时申报两类职称" });
    await refusal.waitFor();
    await refusal.getByText("条文原文").first().click();
    expect(await refusal.innerText()).toContain("同年度不得同时申报");
    expect(await page.getByRole("button", { name: /^报名（/ }).isDisabled()).toBe(true);
    await press(page, "取消选择");
    await page.getByRole("textbox", { name: /^姓名、拼音首字母/ }).fill("");
  });

  it("takes people whose answer is open, and those outside the quota", async () => {
    await enrol("正常申报", "基层职称", "待核实", 1);
    expect(await candidateNames()).toHaveLength(3);
  });

  it("does not go on before everybody has confirmed; each is a press away", async () => {
    await openView("概况");
    const missing = page.getByRole("list", { name: /办理“报名截止，开始审核”以前/ });
    expect(await missing.getByText("还没有本人确认").count()).toBe(3);
    for (let left = 3; left > 0; left -= 1) {
      await openView("概况");
      await missing.getByRole("link", { name: "去处理" }).first().click();
      await press(page, "登记本人确认");
      const dialog = page.getByRole("dialog");
      if (left === 3) expect(await findBarriers(page)).toEqual([]);
      await dialog.getByRole("button", { name: "保存" }).click();
      await page.getByText(/本人已于\d{4}-\d{2}-\d{2}确认/).waitFor();
    }
  });

  it("settles what the records leave open by a decision with reason and evidence only", async () => {
    await openView("报名");
    const open = card(/^报名人员/)
      .getByRole("row")
      .filter({ hasText: "待核实" });
    await open.getByRole("link").click();
    await press(page, "人工认定");
    const dialog = page.getByRole("dialog");
    const save = dialog.getByRole("button", { name: "认定", exact: true });
    expect(await save.isDisabled()).toBe(true);
    await dialog
      .getByRole("textbox", { name: /认定理由/ })
      .fill("2021年考核表遗失，考核结果为合格");
    await dialog.getByRole("textbox", { name: /依据材料/ }).fill("县卫健局证明原件");
    expect(await findBarriers(page)).toEqual([]);
    await save.click();
    await page.getByText("理由：2021年考核表遗失").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("the check", () => {
  it("passes the clear ones together, and the others one by one with their grounds", async () => {
    await takeStep("报名截止，开始审核", "审核");
    await openView("审核");
    expect(await findBarriers(page)).toEqual([]);
    await press(page, "一并通过可以申报的2项");
    await page.getByText("已保存：登记2项审核通过").waitFor();
    const open = card("资格审核").getByRole("row").filter({ hasText: "未审核" });
    await open.getByRole("link").first().click();
    await press(page, "登记审核意见");
    await page.getByText(/已保存：.*登记审核意见/).waitFor();
  });

  it("asks for a reason where somebody does not pass", async () => {
    await page.getByRole("radio", { name: "不通过" }).check();
    await page.getByText("审核意见须写明理由").waitFor();
    expect(await page.getByRole("button", { name: "登记审核意见" }).isDisabled()).toBe(true);
    await page.getByRole("radio", { name: "通过", exact: true }).check();
  });
});

describe("the papers", () => {
  it("are listed with what is missing, taken in by file, and waived with a reason", async () => {
    await openView("材料");
    await page.getByText("共3项申报，3项还缺材料").waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await card("申报材料").getByRole("rowheader").first().getByRole("link").click();
    await press(page, "加入学历学位证书");
    await card("申报材料")
      .locator('input[type="file"]')
      .setInputFiles({ name: "毕业证.png", mimeType: "image/png", buffer: PNG_OF_ONE_PIXEL });
    await page.getByRole("button", { name: "查看毕业证" }).waitFor();
    await page.getByRole("button", { name: "聘任证明免交" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /免交理由/ }).fill("聘书存于县人社局");
    await dialog.getByRole("button", { name: "免交", exact: true }).click();
    await page.getByText("聘书存于县人社局").waitFor();
  });
});

describe("the review", () => {
  it("takes the reviewers, and keeps who is absent", async () => {
    await takeStep("审核完毕，开始评议", "评议");
    await openView("评议");
    for (const name of ["王院长", "李主席", "赵代表", "孙代表"]) {
      await press(page, "添加评议人");
      const dialog = page.getByRole("dialog");
      await dialog.getByRole("textbox", { name: /^姓名/ }).fill(name);
      await dialog.getByRole("button", { name: "保存" }).click();
      await page.getByRole("rowheader", { name, exact: true }).waitFor();
    }
    await page.getByRole("checkbox", { name: "孙代表缺席" }).click();
    await page.getByText("共4人，到场3人，至少3人").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("is typed in by keyboard alone: Enter goes down the column, then to the next one", async () => {
    for (let ballot = 1; ballot <= 3; ballot += 1) {
      const fields = card("评议表").locator("input.round-mark");
      await fields.first().focus();
      // Three criteria to be judged; the years come with the points that the records propose.
      for (let column = 0; column < 3; column += 1) {
        for (let row = 0; row < 3; row += 1) {
          await page.keyboard.type(String(10 + row + ballot));
          await page.keyboard.press("Enter");
        }
      }
      await page.getByText("已打完全部分数").waitFor();
      await press(page, `保存评议表（第${ballot}张）`);
      await page.getByText(`已保存：保存评议表（第${ballot}张）`).waitFor();
    }
    expect(await findBarriers(page)).toEqual([]);
  });

  it("refuses points above the most, beside the field", async () => {
    const field = card("评议表").locator("input.round-mark").first();
    const before = await field.inputValue();
    await field.fill("99");
    await page.getByText("有1处分数不对").waitFor();
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await field.fill(before);
    await page.getByText("已打完全部分数").waitFor();
  });

  it("ranks by the marks and proposes, and a person confirms", async () => {
    const ranks = card("得分和排名").getByRole("row");
    expect(await ranks.count()).toBeGreaterThan(3);
    await page
      .getByText(/在空缺以内|排在空缺以外/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: /^确认3人的推荐结果$/ }).click();
    await page.getByText("已保存：确认3人的推荐结果").waitFor();
    await page.getByText("全部已确认").waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });
});

describe("the publicity", () => {
  it("counts working days by the official calendar, day by day to be corrected", async () => {
    await openView("公示");
    await page.getByRole("textbox", { name: /^张贴日期/ }).fill("2026-09-30");
    await page.getByRole("textbox", { name: /^结束日期/ }).fill("2026-10-08");
    await page.getByRole("textbox", { name: /^公示地点/ }).fill("院务公开栏");
    await page.getByText(/不足5个工作日/).waitFor();
    expect(await page.getByText("国庆节").count()).toBeGreaterThan(3);
    await page.getByRole("button", { name: /^改为最早日期/ }).click();
    await page.getByText("5个工作日", { exact: true }).waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await press(page, "保存公示安排");
    await page.getByText("已保存：保存2026年公示安排").waitFor();
  });

  it("hangs a notice that names nobody's ID number", async () => {
    await takeStep("评议完毕，开始公示", "公示");
    await openView("表单");
    expect(await findBarriers(page)).toEqual([]);
    await card("表单")
      .getByRole("row", { name: /^公示表/ })
      .getByRole("link", { name: "查看" })
      .click();
    const sheet = page.getByRole("article");
    expect(await sheet.innerText()).toContain("公示时间：2026-09-30");
    expect(await sheet.innerText()).not.toMatch(/\d{17}[\dX]/);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("keeps objections with their handling, and is certified once all are decided", async () => {
    await openView("公示");
    await press(page, "登记异议");
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^收到日期/ }).fill("2026-10-09");
    await dialog.getByRole("textbox", { name: /^异议内容/ }).fill("反映材料不实");
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText("未办结").waitFor();
    await page.getByRole("textbox", { name: /^单位负责人/ }).fill("王院长");
    expect(await page.getByRole("button", { name: "出具公示情况证明" }).isDisabled()).toBe(true);
    await press(page, "登记处理情况");
    await dialog.getByRole("textbox", { name: /^处理情况/ }).fill("核对原件，材料属实");
    await dialog.getByRole("combobox", { name: "结论" }).selectOption({ label: "异议不成立" });
    await dialog.getByRole("textbox", { name: /^办结日期/ }).fill("2026-10-12");
    expect(await findBarriers(page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存" }).click();
    await page.getByText("异议不成立").waitFor();
    await press(page, "出具公示情况证明");
    await page.getByText(/王院长，\d{4}/).waitFor();
    expect(await findBarriers(page)).toEqual([]);
  });

  it("ends in the confirmation, with every step in the log", async () => {
    await takeStep("公示结束，确认推荐人选", "确认");
    const log = card("办理记录").getByRole("row");
    // Five steps, the opening and the head.
    expect(await log.count()).toBe(7);
    expect(await findBarriers(page)).toEqual([]);
  });

  it("can be taken back, by one who says why", async () => {
    await press(page, "撤回“公示结束，确认推荐人选”");
    await page.getByText(/^公示 · 申报日期/).waitFor();
    await press(page, "撤回“评议完毕，开始公示”");
    const dialog = page.getByRole("dialog");
    const take = dialog.getByRole("button", { name: "撤回上一步" });
    expect(await take.isDisabled()).toBe(true);
    await dialog.getByRole("textbox", { name: /^原因/ }).fill("公示地点有误");
    await take.click();
    await page.getByText(/^评议 · 申报日期/).waitFor();
    await openView("公示");
    await page.getByRole("button", { name: "保存公示安排" }).waitFor();
  });
});
