import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { jiceng } from "../../support/cli.ts";
import { type DemoRun, runDemo } from "../../support/demo-run.ts";
import { temporaryFolder } from "../../support/folder.ts";

const NOW = () => Date.UTC(2026, 8, 11, 2, 30);
const FOLDER = temporaryFolder();
let demo: DemoRun;
let unitFile: string;
let empty: string;

function run(...args: readonly string[]) {
  return jiceng(args, { now: NOW });
}

/** `pack` with everything that it needs, but for what a test says. */
function pack(to: string, ...more: readonly string[]) {
  return run("pack", unitFile, "--year", "2026", "--to", to, ...demo.unit, ...more);
}

const CANDIDATE = ["--candidate", "demo-004:regular:provincial"];
const CONFIRMED = ["--confirmed-by", "王审核"];

/** Somebody whom the program finds not eligible, as `--candidate` takes it. */
function ineligibleCandidate(): string {
  for (const { personId, assessments } of evaluate(inventUnit(), cycleOf(2026), SHANDONG_2020)) {
    const found = assessments.find(
      (one) => one.pathway === "regular" && one.decision === "ineligible",
    );
    if (found !== undefined) return [personId, "regular", found.line, found.level].join(":");
  }
  throw new Error("everybody is eligible");
}

beforeAll(async () => {
  demo = await runDemo(FOLDER);
  unitFile = join(demo.root, "单位.json");
  empty = join(demo.root, "empty");
  mkdirSync(empty);
});

describe("jiceng demo", () => {
  it("goes from the workbook to the answer and says what each step gave", () => {
    expect(demo.code).toBe(0);
    for (const said of [
      "现有120人",
      "可以申报",
      "推荐6人",
      "核验通过，已收下",
      "按随包记录重新判定，与随包的审查结果一致",
      "2026年度第1版已受理",
      "$ age -d -i bureau.agekey",
    ]) {
      expect(demo.out).toContain(said);
    }
  });

  it("leaves no name and no ID number in clear in either data folder (promise 15)", () => {
    const { people } = inventUnit();
    const secrets = people
      .flatMap(({ name, idNumber }) => [name, idNumber ?? ""])
      .filter((text) => text !== "");
    expect(secrets).toHaveLength(240);
    const files = ["unit", "bureau"].flatMap((folder) => filesBelow(join(demo.root, folder)));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const bytes = readFileSync(file);
      expect(
        secrets.filter((secret) => bytes.includes(secret)),
        file,
      ).toEqual([]);
    }
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("jiceng pack", () => {
  it("makes the next revision with attachments and publicity", async () => {
    const scan = join(demo.root, "聘书.pdf");
    writeFileSync(scan, "%PDF-1.4");
    const { code, out, errors } = await pack(
      empty,
      ...CANDIDATE,
      ...CONFIRMED,
      "--attachment",
      `demo-004:appointment:${scan}`,
      "--attachment",
      `:publicity:${scan}`,
      "--publicity-from",
      "2026-09-01",
      "--publicity-to",
      "2026-09-07",
      "--json",
    );
    expect(errors).toEqual([]);
    expect(code).toBe(0);
    const answer = JSON.parse(out) as { manifest: { revision: number; counts: object } };
    expect(answer.manifest).toMatchObject({ revision: 2, counts: { people: 1, attachments: 1 } });
    expect(readdirSync(empty).toSorted()).toEqual([
      "demo-unit-2026-r2-cover.html",
      "demo-unit-2026-r2.jcp",
    ]);
  });

  it("copies again what was packed before", async () => {
    const folder = join(demo.root, "again");
    mkdirSync(folder);
    const { code, out } = await run(
      "pack",
      "--copy",
      "demo-unit-2026-r1",
      "--to",
      folder,
      ...demo.unit,
    );
    expect(code).toBe(0);
    expect(out).toContain("第1版");
    expect(readFileSync(join(folder, "demo-unit-2026-r1.jcp"))).toEqual(
      readFileSync(demo.packagePath),
    );
    const listed = await run("receipt", "list", ...demo.unit);
    expect(listed.out).toMatch(/demo-unit-2026-r2 .*已生成，还没有回执/);
    const twice = await run("pack", "--copy", "demo-unit-2026-r1", "--to", folder, ...demo.unit);
    expect(twice.code).toBe(1);
    expect(twice.errors[0]).toContain("文件已存在");
  });

  it.each<readonly [string, 1 | 2, readonly string[], string]>([
    ["without a candidate", 2, CONFIRMED, "--candidate"],
    ["without a person who confirms", 2, CANDIDATE, "--confirmed-by"],
    [
      "with an attachment written wrongly",
      2,
      [...CANDIDATE, ...CONFIRMED, "--attachment", "x.jpg"],
      "人员编号:类别:文件",
    ],
    [
      "with an attachment of no known kind",
      2,
      [...CANDIDATE, ...CONFIRMED, "--attachment", "demo-004:x:x.jpg"],
      "类别应为",
    ],
    [
      "with an attachment that is not there",
      1,
      [...CANDIDATE, ...CONFIRMED, "--attachment", "demo-004:title:/x/y.jpg"],
      "/x/y.jpg：文件不存在",
    ],
    [
      "with half a publicity period",
      2,
      [...CANDIDATE, ...CONFIRMED, "--publicity-from", "2026-09-01"],
      "要同时写明",
    ],
    [
      "to a folder that is not there",
      1,
      [...CANDIDATE, ...CONFIRMED, "--to", "/x/y"],
      "找不到这个位置",
    ],
  ])("is refused %s", async (_, code, args, said) => {
    const to = args.includes("--to") ? [] : ["--to", empty];
    const result = await run("pack", unitFile, "--year", "2026", ...to, ...demo.unit, ...args);
    expect(result.errors[0]).toContain(said);
    expect(result.code).toBe(code);
    expect(result.out).toBe("");
  });

  it("asks for the reason where the program finds somebody not eligible", async () => {
    const doubtful = ["--candidate", ineligibleCandidate()];
    const first = await pack(empty, ...doubtful, ...CONFIRMED);
    expect(first.code).toBe(1);
    expect(first.errors[0]).toMatch(/（(demo-\d+)）正常申报 .*请用 --reason \1:理由 写明理由/);
    const folder = join(demo.root, "reasoned");
    mkdirSync(folder);
    const second = await pack(
      folder,
      ...doubtful,
      ...CONFIRMED,
      "--reason",
      `${ineligibleCandidate().slice(0, 8)}:已核对原件`,
    );
    expect(second.errors).toEqual([]);
    expect(second.code).toBe(0);
  });

  it.each([
    ["a folder", ["--to", "长".repeat(90)]],
    ["an attachment", ["--to", "x", "--attachment", `demo-004:title:${"长".repeat(90)}.jpg`]],
  ])("says of %s with a name longer than disks take that it is too long", async (_, args) => {
    const result = await run(
      "pack",
      unitFile,
      "--year",
      "2026",
      ...args,
      ...demo.unit,
      ...CANDIDATE,
      ...CONFIRMED,
    );
    expect(result).toMatchObject({ code: 1, out: "" });
    expect(result.errors).toEqual([expect.stringContaining("文件名或路径太长")]);
  });

  it("takes the passphrase and the role seriously", async () => {
    const wrong = join(demo.root, "wrong.txt");
    writeFileSync(wrong, "another passphrase\n");
    const data = join(demo.root, "unit");
    const keys = ["--data", data, "--passphrase-file", wrong];
    const locked = await run(
      "pack",
      unitFile,
      "--year",
      "2026",
      "--to",
      empty,
      ...keys,
      ...CANDIDATE,
      ...CONFIRMED,
    );
    expect(locked.errors[0]).toContain("口令不对");
    const bureau = await run(
      "pack",
      unitFile,
      "--year",
      "2026",
      "--to",
      empty,
      ...demo.bureau,
      ...CANDIDATE,
      ...CONFIRMED,
    );
    expect(bureau.errors[0]).toContain("这个命令只供单位使用");
  });
});

describe("jiceng verify", () => {
  it("tells the time as the clerk's clock does, and so does the cover sheet", async () => {
    const { out } = await run("verify", demo.packagePath, ...demo.unit);
    expect(out).toMatch(/第1版　\d{4}-\d\d-\d\d \d\d:\d\d生成/);
    expect(out).not.toMatch(/\dT\d/);
    const cover = readFileSync(demo.packagePath.replace(/\.jcp$/, "-cover.html"), "utf8");
    expect(cover).toMatch(/<td>\d{4}-\d\d-\d\d \d\d:\d\d（北京时间）<\/td>/);
  });

  it("says of a package that came before that it did, and gives the first receipt again", async () => {
    const target = join(demo.root, "again.jcr");
    const { code, out } = await run(
      "verify",
      demo.packagePath,
      ...demo.bureau,
      "--receipt-to",
      target,
    );
    expect(code).toBe(0);
    expect(out).toContain("以前已收下，回执与第一次相同");
    expect(readFileSync(target)).toEqual(readFileSync(join(demo.root, "stick", "收到回执.jcr")));
  });

  it("lets a unit read back its own package", async () => {
    const { code, out } = await run("verify", demo.packagePath, ...demo.unit, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ code: "ok", manifest: { revision: 1 }, remarks: [] });
  });

  it("refuses a changed package, line by line, and keeps it in quarantine", async () => {
    const path = join(demo.root, "changed.jcp");
    const bytes = readFileSync(demo.packagePath);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const before = readdirSync(join(demo.root, "bureau", "quarantine"));
    const checked = await run("verify", path, ...demo.bureau, "--check-only");
    expect(checked.code).toBe(1);
    expect(checked.errors).toEqual([
      expect.stringMatching(/changed\.jcp：报送包不完整或被改动过.*（corrupt）$/),
    ]);
    expect(readdirSync(join(demo.root, "bureau", "quarantine"))).toEqual(before);
    const refused = await run("verify", path, ...demo.bureau);
    expect(refused.code).toBe(1);
    expect(refused.out).toBe("");
    expect(refused.errors.at(-1)).toContain("已隔离在");
    expect(readdirSync(join(demo.root, "bureau", "quarantine"))).toHaveLength(before.length + 1);
  });

  it.each([
    ["a file that is not there", "/x/y.jcp", "文件不存在"],
    ["a folder", "/tmp", "这是一个文件夹"],
  ])("refuses %s before it asks for the passphrase", async (_, path, said) => {
    const { code, errors } = await run("verify", path, "--data", "/x/data");
    expect(code).toBe(1);
    expect(errors).toEqual([
      `${path}：${said}${path === "/tmp" ? "，请指定其中的文件" : "，请检查文件名和路径"}`,
    ]);
  });
});
