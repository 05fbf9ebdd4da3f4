import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { jiceng } from "../../support/cli.ts";
import { temporaryFolder } from "../../support/folder.ts";

const FOLDER = temporaryFolder();
const CASES = new URL("../../fixtures/cases/", import.meta.url);

function save(name: string, data: unknown): string {
  const path = join(FOLDER, name);
  writeFileSync(path, typeof data === "string" ? data : JSON.stringify(data));
  return path;
}

function unitFileOfCase(number: string): string {
  const name = readdirSync(CASES).find((file) => file.startsWith(number)) ?? "";
  const worked = JSON.parse(readFileSync(new URL(name, CASES), "utf8")) as { unitFile: unknown };
  return save(`case-${number}.json`, worked.unitFile);
}

const DEMO = save("demo.json", inventUnit());

describe("jiceng evaluate --json", () => {
  it("gives just what the engine answers, in the published shape", async () => {
    const { code, out, errors } = await jiceng(["evaluate", DEMO, "--year", "2026", "--json"]);
    expect(code).toBe(0);
    expect(errors).toEqual([]);
    expect(JSON.parse(out)).toEqual({
      format: "jiceng.assessment/1",
      year: 2026,
      applyOn: "2026-09-01",
      cutOff: "2026-12-31",
      pack: "shandong-2020",
      people: evaluate(inventUnit(), cycleOf(2026), SHANDONG_2020),
    });
  });

  it("takes the days and the person given", async () => {
    const args = ["--year", "2026", "--apply-on", "2026-10-01", "--cut-off", "2026-11-30"];
    const { out } = await jiceng(["evaluate", DEMO, ...args, "--person", "demo-007", "--json"]);
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(answer).toMatchObject({ applyOn: "2026-10-01", cutOff: "2026-11-30" });
    expect(answer["people"]).toMatchObject([{ personId: "demo-007" }]);
  });

  it("gives an empty unit an empty list", async () => {
    const empty = save("empty.json", { ...inventUnit(), people: [] });
    const { code, out } = await jiceng(["evaluate", empty, "--year", "2026", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ people: [] });
  });
});

describe("jiceng evaluate for people to read", () => {
  it("gives the reason for every no, once, with the pathways it closes", async () => {
    const { code, out } = await jiceng(["evaluate", unitFileOfCase("08"), "--year", "2026"]);
    expect(code).toBe(0);
    expect(out).toContain("示例镇卫生院　2026年度申报资格");
    expect(out).toContain(
      "[1、2、3、4] 不符合：继续教育学时：2023年89学时（公需30、专业59），未学满",
    );
    expect(out.match(/2023年89学时/g)).toHaveLength(1);
  });

  it("gives the date for every not yet", async () => {
    const { out } = await jiceng(["evaluate", unitFileOfCase("03"), "--year", "2026"]);
    expect(out).toMatch(
      /乡镇年限倾斜 +全省统一职称 +卫生 +副高级 +暂不能申报 +2027-01-01 +不占岗位数额/,
    );
    expect(out).toContain("预计2027年1月1日可以满足");
    expect(out).toContain("预计日期的前提是");
  });

  it("says when nothing is left to apply for", async () => {
    const data = inventUnit();
    const [person] = data.people;
    const titles = person?.titles.map((title) => ({ ...title, level: "senior" })) ?? [];
    const people = [{ ...person, titles, exams: [] }];
    const path = save("senior.json", { ...data, people });
    const { out } = await jiceng(["evaluate", path, "--year", "2026"]);
    expect(out).toContain("已取得本系列最高级别职称");
  });
});

describe("jiceng evaluate refuses", () => {
  it.each([
    ["a file that is not there", join(FOLDER, "nix.json"), "文件不存在"],
    ["a folder", FOLDER, "这是一个文件夹"],
    ["what is not JSON", save("broken.json", '{"format": }'), "第1行第12列"],
    ["another kind of file", save("other.json", {}), "不是本程序的文件"],
  ])("%s, naming it", async (_, path, said) => {
    const { code, out, errors } = await jiceng(["evaluate", path, "--year", "2026"]);
    expect(code).toBe(1);
    expect(out).toBe("");
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`${path}：`);
    expect(errors[0]).toContain(said);
  });

  it("bad records with one located line each", async () => {
    const data = inventUnit();
    const people = data.people.map((person, index) =>
      index === 3 ? { ...person, birthDate: "1980-02-30", colour: 1 } : person,
    );
    const path = save("bad.json", { ...data, people });
    const { code, errors } = await jiceng(["evaluate", path, "--year", "2026"]);
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${path}：people[3].birthDate：日期不存在或写法不对，应写成 2006-07-01 或 2006-07，现为“1980-02-30”`,
      `${path}：people[3].colour：不认识这个字段，请删去或改正字段名，现为“1”`,
    ]);
  });

  it("a person who is not in the unit", async () => {
    const { code, errors } = await jiceng(["evaluate", DEMO, "--year", "2026", "--person", "p-9"]);
    expect(code).toBe(1);
    expect(errors[0]).toContain("没有人员编号为“p-9”的人");
  });

  it("a year before any pack", async () => {
    const { code, errors } = await jiceng(["evaluate", DEMO, "--year", "2019"]);
    expect(code).toBe(1);
    expect(errors[0]).toContain("2019-09-01没有生效的政策包");
  });

  it("to go on when cancelled", async () => {
    const signal = AbortSignal.abort();
    const { code, errors } = await jiceng(["evaluate", DEMO, "--year", "2026"], { signal });
    expect(code).toBe(1);
    expect(errors).toEqual(["已取消"]);
  });
});

describe("jiceng duties", () => {
  it("lists what is due today, by the machine's own calendar", async () => {
    const noon = new Date(2026, 10, 23, 12).getTime();
    const { code, out } = await jiceng(["duties", DEMO], { now: () => noon });
    expect(code).toBe(0);
    expect(out).toContain("截至2026-11-23的待办事项");
    expect(out).toContain("本年学时未满");
    expect(out).toContain("县级人社局应在2027年6月30日前更新并报备基层单位目录清单");
  });

  it("gives the same as JSON for a given day", async () => {
    const { out } = await jiceng(["duties", DEMO, "--on", "2026-05-01", "--json"]);
    const answer = JSON.parse(out) as { duties: readonly { kind: string; dueOn: string }[] };
    expect(answer).toMatchObject({ format: "jiceng.duties/1", on: "2026-05-01" });
    expect(answer.duties.find(({ kind }) => kind === "catalogueUpdate")?.dueOn).toBe("2026-06-30");
  });
});
