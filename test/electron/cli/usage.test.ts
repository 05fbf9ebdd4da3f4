import { describe, expect, it } from "vitest";
import { jiceng } from "../../support/cli.ts";

describe("jiceng called wrongly", () => {
  it.each([
    ["no command", [], "请写明命令"],
    ["a mistyped command", ["evalute"], "不认识的命令：evalute"],
    [
      "an unknown option",
      ["evaluate", "x.json", "--year", "2026", "--yeer", "1"],
      "不认识的选项：yeer",
    ],
    ["too many arguments", ["evaluate", "x.json", "y.json", "--year", "2026"], "y.json"],
    ["a missing file", ["evaluate", "--year", "2026"], "缺少参数"],
    ["a missing year", ["evaluate", "x.json"], "year"],
    ["an option without its value", ["evaluate", "x.json", "--year"], "year"],
    ["a year that is none", ["evaluate", "x.json", "--year", "abc"], "--year 应为"],
    ["a year with a fraction", ["evaluate", "x.json", "--year", "2026.5"], "--year 应为"],
    [
      "a day that does not exist",
      ["evaluate", "x.json", "--year", "2026", "--apply-on", "2026-02-30"],
      "--apply-on 应写成",
    ],
    [
      "a month for a day",
      ["evaluate", "x.json", "--year", "2026", "--cut-off", "2026-12"],
      "--cut-off 应写成",
    ],
    ["a bad day for duties", ["duties", "x.json", "--on", "今天"], "--on 应写成"],
  ])("by %s ends with 2 and says so in Chinese", async (_, args, said) => {
    const { code, out, errors } = await jiceng(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(errors[0]).toContain(said);
    expect(errors.at(-1)).toBe("用法见：jiceng --help");
  });

  it("lists every command under --help", async () => {
    const { code, out, errors } = await jiceng(["--help"]);
    expect(code).toBe(0);
    expect(errors).toEqual([]);
    for (const command of ["evaluate", "duties", "pack", "verify", "receipt", "demo"])
      expect(out).toContain(`jiceng ${command}`);
  });

  it.each([
    "evaluate",
    "duties",
    "pack",
    "verify",
    "receipt make",
    "receipt read",
    "receipt list",
    "demo",
  ])("explains %s under --help", async (command) => {
    const { code, out } = await jiceng([...command.split(" "), "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`jiceng ${command}`);
    expect(out).toContain("选项：");
    expect(out).toContain("示例：");
  });
});
