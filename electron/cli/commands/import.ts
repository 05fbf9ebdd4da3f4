import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { type UnitFile, writeUnitFile } from "../../../shared/records/unit-file.ts";
import { formatImportIssue } from "../../../shared/workbook/import/import-issue.ts";
import {
  COMMIT_REFUSAL_SENTENCES,
  commitImport,
  importWorkbook,
} from "../../../shared/workbook/import/import-workbook.ts";
import {
  IMPORT_PROBLEM_SENTENCES,
  type ImportReport,
} from "../../../shared/workbook/import/report.ts";
import { describeWorkbookFault } from "../../services/workbooks/fault.ts";
import { writeReturnedWorkbook } from "../../services/workbooks/returned-workbook.ts";
import { type Command, type Given, isOn, textIfAny, textOf, textsOf } from "../command.ts";
import { describeImport } from "../import-report.ts";
import { checkedUnitFile, loadWorkbook, readIfThere, readInput, writeOutput } from "../input.ts";
import { type Io, refused, writeLine, wrongUsage } from "../io.ts";
import { readDefaults, readMapping } from "../mapping-file.ts";
import { readUnitOptions, UNIT_OPTIONS } from "../unit-options.ts";

export const importCommand: Command = {
  usage: "import <file>",
  summary: "把人员信息采集表或花名册（.xlsx）导入单位文件；先全部检查，再一次写入",
  positionals: { file: { describe: "人员信息采集表或花名册（.xlsx）" } },
  options: {
    to: {
      type: "string",
      requiresArg: true,
      describe: "写入的单位文件（.json）；已有的在其基础上更新，不删除任何记录",
    },
    "dry-run": { type: "boolean", describe: "只检查并说明会怎样，不写入" },
    "good-rows": { type: "boolean", describe: "有的行没有通过检查时，仍导入其余各行" },
    returned: {
      type: "string",
      requiresArg: true,
      describe: "把原表另存到这里，在没有通过的行旁写明原因",
    },
    mapping: {
      type: "string",
      requiresArg: true,
      describe: "各栏的认定（.json），用来改正程序的认定",
    },
    default: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "花名册没有写明的内容怎样登记，如 setting=county，可重复",
    },
    ...UNIT_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [
    ["$0 import 采集表.xlsx --to 单位.json", "导入填好的人员信息采集表"],
    [
      "$0 import 花名册.xlsx --to 单位.json --unit-name 某镇卫生院 --unit-series 卫生",
      "第一次由花名册建立单位文件",
    ],
  ],
  run: runImport,
};

async function runImport(given: Given, io: Io): Promise<void> {
  const file = textOf(given, "file");
  const target = textIfAny(given, "to");
  if (target === undefined && !isOn(given, "dry-run")) {
    throw wrongUsage("请用 --to 写明要写入的单位文件，或用 --dry-run 只作检查");
  }
  const existing = await loadExisting(target, given);
  const mapping = textIfAny(given, "mapping");
  const workbook = await loadWorkbook(file, io);
  const report = importWorkbook(workbook, {
    existing,
    pack: SHANDONG_2020,
    mapping:
      mapping === undefined
        ? undefined
        : readMapping(mapping, (await readInput(mapping)).toString("utf8")),
    defaults: readDefaults(textsOf(given, "default")),
  });
  await showReport(report, given, io);
  if (report.problem !== null)
    throw refused(`${file}：${IMPORT_PROBLEM_SENTENCES[report.problem]}`);
  await returnRefusedRows(file, report, given, io);
  const unitFile = await committed(file, report, given, io);
  if (target !== undefined && !isOn(given, "dry-run")) {
    await writeUnit(target, unitFile, existing, given, io);
  }
}

/** What is on file already; where there is nothing, the unit that the options describe. */
async function loadExisting(target: string | undefined, given: Given): Promise<UnitFile | null> {
  const described = readUnitOptions(given);
  const text = target === undefined ? null : await readIfThere(target);
  if (target === undefined || text === null) return described;
  if (described !== null) {
    throw wrongUsage(
      `${target} 已有单位情况，请去掉 --unit-name 等选项；要改单位情况，请改单位文件`,
    );
  }
  return checkedUnitFile(target, text);
}

async function showReport(report: ImportReport, given: Given, io: Io): Promise<void> {
  if (isOn(given, "json")) {
    const { plan: _plan, ...shown } = report;
    await writeLine(io.stdout, JSON.stringify(shown));
    return;
  }
  for (const line of describeImport(report)) await writeLine(io.stdout, line);
}

async function returnRefusedRows(
  file: string,
  report: ImportReport,
  given: Given,
  io: Io,
): Promise<void> {
  const target = textIfAny(given, "returned");
  if (target === undefined || report.counts.refused === 0) return;
  const written = await writeReturnedWorkbook(file, report, target, { signal: io.signal });
  if (!written.ok) throw refused(`${target}：${describeWorkbookFault(written.code)}`);
  await writeLine(io.stderr, `${target}：已写明${written.rows}行没有通过的原因，改正后可重新导入`);
}

/** The unit file with the rows taken over; refused as a whole unless the good rows are asked for. */
async function committed(
  file: string,
  report: ImportReport,
  given: Given,
  io: Io,
): Promise<UnitFile> {
  const issues = report.issues.map((issue) => `${file}：${formatImportIssue(issue)}`);
  const result = commitImport(report, isOn(given, "good-rows") ? "good" : "all");
  if (!result.ok) throw refused(...issues, `${file}：${COMMIT_REFUSAL_SENTENCES[result.code]}`);
  for (const line of issues) await writeLine(io.stderr, line);
  return result.unitFile;
}

async function writeUnit(
  target: string,
  unitFile: UnitFile,
  existing: UnitFile | null,
  given: Given,
  io: Io,
): Promise<void> {
  const text = writeUnitFile(unitFile);
  const isSame = existing !== null && writeUnitFile(existing) === text;
  if (!isSame) await writeOutput(target, text);
  if (isOn(given, "json")) return;
  const said = isSame ? "没有变化，未改动" : "已写入";
  await writeLine(io.stdout, `${target}：${said}，现有${unitFile.people.length}人`);
}
