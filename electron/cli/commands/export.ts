import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import type { OfficialList } from "../../../shared/workbook/lists/list.ts";
import { type ListDefinition, OFFICIAL_LISTS } from "../../../shared/workbook/lists/registry.ts";
import { describeWorkbookFault, type WorkbookRefusal } from "../../services/workbooks/fault.ts";
import { writeList, writeUnitWorkbook } from "../../services/workbooks/write-documents.ts";
import { CANDIDATE_OPTION, readCandidates } from "../candidates.ts";
import { type Command, type Given, numberIfAny, textIfAny, textOf } from "../command.ts";
import { loadUnit } from "../input.ts";
import { type Io, progressLine, refused, writeLine, wrongUsage } from "../io.ts";
import { CYCLE_OPTIONS, packOn, readCycle } from "../options.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { UNIT_OPTIONS } from "../unit-options.ts";

/** The official lists by the name they are asked for. */
const LIST_NAMES = Object.entries(OFFICIAL_LISTS)
  .map(([id, { label }]) => `${id}（${label}）`)
  .join("、");

export const exportCommand: Command = {
  usage: "export <file>",
  summary: "导出人员信息采集表，或按规定格式导出各种表册（.xlsx）",
  positionals: { file: { describe: "单位文件（.json）或人员信息采集表、花名册（.xlsx）" } },
  options: {
    to: { type: "string", requiresArg: true, demandOption: true, describe: "导出的文件（.xlsx）" },
    list: {
      type: "string",
      requiresArg: true,
      describe: `导出表册：${LIST_NAMES}；不写则导出全部人员信息`,
    },
    ...CYCLE_OPTIONS,
    year: { ...CYCLE_OPTIONS.year, demandOption: false, describe: "申报年度，导出表册时要写明" },
    ...CANDIDATE_OPTION,
    ...OVERWRITE_OPTION,
    ...UNIT_OPTIONS,
  },
  examples: [
    ["$0 export 单位.json --to 采集表.xlsx", "导出全部人员信息，可再导入"],
    ["$0 export 单位.json --list training --year 2026 --to 学时.xlsx", "导出继续教育学时汇总表"],
  ],
  run: runExport,
};

async function runExport(given: Given, io: Io): Promise<void> {
  const target = textOf(given, "to");
  const list = chosenList(textIfAny(given, "list"));
  await refuseExisting(target, given);
  const unitFile = await loadUnit(textOf(given, "file"), given, io);
  const work = { signal: io.signal, onProgress: progressLine(io, "导出") };
  const written =
    list === null
      ? await writeUnitWorkbook(target, unitFile, work)
      : await writeList(target, makeList(list, unitFile, given), work);
  refuseFault(target, written);
  await writeLine(io.stdout, `${target}：已导出${list === null ? "人员信息采集表" : list.label}`);
}

function refuseFault(target: string, written: { readonly ok: true } | WorkbookRefusal): void {
  if (!written.ok) throw refused(`${target}：${describeWorkbookFault(written.code)}`);
}

function chosenList(name: string | undefined): ListDefinition | null {
  if (name === undefined) return null;
  const found = Object.entries(OFFICIAL_LISTS).find(
    ([id, { label }]) => id === name || label === name,
  );
  if (found === undefined) throw wrongUsage(`--list 可选：${LIST_NAMES}，现为“${name}”`);
  return found[1];
}

function makeList(list: ListDefinition, unitFile: UnitFile, given: Given): OfficialList {
  const year = numberIfAny(given, "year");
  if (year === undefined) throw wrongUsage("导出表册请用 --year 写明申报年度");
  const cycle = readCycle({
    year,
    "apply-on": textIfAny(given, "apply-on"),
    "cut-off": textIfAny(given, "cut-off"),
  });
  const source = { unitFile, cycle, pack: packOn(cycle.applyOn) };
  if ("make" in list) return list.make(source);
  const answers = evaluate(unitFile, cycle, source.pack);
  return list.forCandidates(source, readCandidates(given, source, answers));
}
