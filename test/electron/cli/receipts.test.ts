import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { jiceng } from "../../support/cli.ts";
import { type DemoRun, runDemo } from "../../support/demo-run.ts";
import { temporaryFolder } from "../../support/folder.ts";

const NOW = () => Date.UTC(2026, 8, 11, 2, 30);
const FOLDER = temporaryFolder();
let demo: DemoRun;
let unitFile: string;

function run(...args: readonly string[]) {
  return jiceng(args, { now: NOW });
}

beforeAll(async () => {
  demo = await runDemo(FOLDER);
  unitFile = join(demo.root, "单位.json");
});

describe("jiceng receipt", () => {
  const place = "demo-unit-2026-r1";

  it("is made with remarks by the bureau and read by the unit", async () => {
    const target = join(demo.root, "退回.jcr");
    const remarks = ["--remark", "demo-004:学时证明不清楚", "--remark", ":请补盖公章"];
    const made = await run(
      "receipt",
      "make",
      place,
      "--status",
      "returned",
      "--to",
      target,
      ...remarks,
      ...demo.bureau,
    );
    expect(made.errors).toEqual([]);
    expect(made.out).toContain("已出具回执“退回修改”，意见2条");
    const read = await run("receipt", "read", target, ...demo.unit);
    expect(read.code).toBe(0);
    expect(read.out).toContain("2026年度第1版退回修改");
    expect(read.out).toContain("  demo-004：学时证明不清楚\n  全部：请补盖公章");
    const again = await run("receipt", "read", target, ...demo.unit);
    expect(again.out).toContain("以前已保存");
  });

  it("is listed by both sides with where each package stands", async () => {
    const unit = await run("receipt", "list", ...demo.unit);
    expect(unit.out).toMatch(/demo-unit-2026-r1 .*(退回修改|已受理)/);
    const bureau = await run("receipt", "list", ...demo.bureau, "--json");
    expect(JSON.parse(bureau.out)).toMatchObject([{ name: place, manifest: { revision: 1 } }]);
  });

  it.each<readonly [string, 1 | 2, readonly string[], string]>([
    [
      "for a package that never came",
      1,
      ["make", "x-2026-r1", "--status", "accepted"],
      "没有收下过",
    ],
    [
      "with a status that there is not",
      2,
      ["make", place, "--status", "received"],
      "--status 应为",
    ],
    [
      "about somebody who is not in it",
      1,
      ["make", place, "--status", "returned", "--remark", "p-9:x"],
      "没有这个编号的人员",
    ],
    [
      "with a remark written wrongly",
      2,
      ["make", place, "--status", "returned", "--remark", "x"],
      "人员编号:文字",
    ],
  ])("is refused %s", async (_, code, args, said) => {
    const target = join(demo.root, "none.jcr");
    const result = await run("receipt", ...args, "--to", target, ...demo.bureau);
    expect(result.errors[0]).toContain(said);
    expect(result.code).toBe(code);
    expect(existsSync(target)).toBe(false);
  });

  it("is refused on reading where it is something else", async () => {
    const path = join(demo.root, "none.jcr");
    copyFileSync(unitFile, path);
    const { code, errors } = await run("receipt", "read", path, ...demo.unit);
    expect(code).toBe(1);
    expect(errors).toEqual([`${path}：不是回执文件（.jcr）；请核对是否选错了文件`]);
  });
});
