import { copyFileSync, existsSync, readFileSync } from "node:fs";
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

function asBureau(...args: readonly string[]) {
  return run(...args, ...demo.bureau);
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

  it("is made again, byte for byte, where the same is answered once more", async () => {
    const [first, second] = ["受理1.jcr", "受理2.jcr"].map((name) => join(demo.root, name));
    const make = (to = "") =>
      run("receipt", "make", place, "--status", "accepted", "--to", to, ...demo.bureau);
    expect((await make(first)).out).toContain("已出具回执“已受理”");
    expect((await make(second)).out).toContain("与上一次的回执相同，重新给出");
    expect(readFileSync(second ?? "")).toEqual(readFileSync(first ?? ""));
  });

  it("is not given out, and nothing answered, where its place is not there", async () => {
    const before = await run("receipt", "list", ...demo.bureau);
    const target = join(demo.root, "gone", "a.jcr");
    const made = await asBureau("receipt", "make", place, "--status", "refused", "--to", target);
    expect(made).toMatchObject({ code: 1, out: "" });
    expect(made.errors).toEqual([expect.stringContaining(`${target}：`)]);
    expect(await run("receipt", "list", ...demo.bureau)).toEqual(before);
  });

  it("says which answer counts where an older one is read late", async () => {
    const late = join(demo.root, "stick", "受理回执.jcr");
    const { out } = await run("receipt", "read", late, ...demo.unit);
    expect(out).toMatch(/已受理（\d{4}-\d\d-\d\d \d\d:\d\d出具/);
    expect(out).toContain("人社局以后另有回执，现在的结果是“退回修改”");
  });

  it("tells where the receipt is when the package is in and the receipt could not be saved", async () => {
    const target = join(demo.root, "gone", "b.jcr");
    const { code, errors } = await asBureau("verify", demo.packagePath, "--receipt-to", target);
    expect(code).toBe(1);
    expect(errors[1]).toMatch(/^报送包已收下，只是回执没有另存；它在 .*receipt-1\.jcr/);
  });

  it("is made once for each of two commands that answer at the same time", async () => {
    const answers = ["甲", "乙", "丙"].map((word) =>
      asBureau(
        "receipt",
        "make",
        place,
        "--status",
        "returned",
        "--remark",
        `:${word}`,
        "--to",
        join(demo.root, `${word}.jcr`),
        "--json",
      ),
    );
    const serials = (await Promise.all(answers)).map(
      ({ out }) => (JSON.parse(out) as { receipt: { serial: number } }).receipt.serial,
    );
    expect(new Set(serials).size).toBe(answers.length);
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
