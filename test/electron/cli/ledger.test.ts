import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readWorkbook } from "../../../electron/services/workbooks/read-workbook.ts";
import { jiceng } from "../../support/cli.ts";
import { type DemoRun, runDemo } from "../../support/demo-run.ts";
import { temporaryFolder } from "../../support/folder.ts";

const NOW = () => Date.UTC(2026, 8, 11, 2, 30);
const FOLDER = temporaryFolder();
let demo: DemoRun;

function run(...args: readonly string[]) {
  return jiceng(["ledger", ...args, ...demo.bureau], { now: NOW });
}

beforeAll(async () => {
  demo = await runDemo(FOLDER);
});

describe("jiceng ledger", () => {
  it("lists what the bureau received", async () => {
    const listed = await run("list");
    expect(listed.errors).toEqual([]);
    expect(listed.out).toContain("2026年度收到报送包1个");
    expect(listed.out).toContain("演示镇中心卫生院（虚构）");
  });

  it("gives checks and sums as JSON that fit each other", async () => {
    const { year, checks } = JSON.parse((await run("check", "--json")).out) as {
      readonly year: number;
      readonly checks: readonly { readonly text: string }[];
    };
    const sums = JSON.parse((await run("sum", "--json")).out) as {
      readonly total: { readonly candidacies: number; readonly units: number };
      readonly unit: readonly { readonly candidacies: number }[];
    };
    expect(year).toBe(2026);
    expect(checks.every(({ text }) => text !== "")).toBe(true);
    expect(sums.total.units).toBe(1);
    expect(sums.total.candidacies).toBe(sums.unit[0]?.candidacies);
  });

  it("writes the workbook for the city, and over no file that is there", async () => {
    const target = join(demo.root, "汇总.xlsx");
    expect((await run("sum", "--to", target)).out).toContain("已生成");
    const read = await readWorkbook(readFileSync(target));
    expect(read.ok && read.workbook.sheets[0]?.name).toBe("推荐人选情况一览表");
    const again = await run("sum", "--to", target);
    expect(again.code).not.toBe(0);
    expect(again.errors.join("")).toContain("文件已存在");
  });

  it("is for the bureau alone and opens nothing of a unit's", async () => {
    const refused = await jiceng(["ledger", "list", ...demo.unit], { now: NOW });
    expect(refused.code).not.toBe(0);
    expect(refused.errors.join("")).toContain("只供人社局使用");
    const [, dataFolder = ""] = demo.unit;
    expect(existsSync(join(dataFolder, "ledger"))).toBe(false);
  });
});
