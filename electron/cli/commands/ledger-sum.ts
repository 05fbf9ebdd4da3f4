import { SAMPLE_SCOPES } from "../../../shared/bureau/sample.ts";
import type { Scope } from "../../services/ledger/count-year.ts";
import { sumYear } from "../../services/ledger/sum-year.ts";
import { planSummaryWorkbook } from "../../services/ledger/summary-workbook.ts";
import { readOwnCard } from "../../services/trust/own-statement.ts";
import { packWorkbook } from "../../services/workbooks/write-workbook.ts";
import { replaceFile } from "../../services/files/durable.ts";
import { type Command, type Given, isOn, textIfAny } from "../command.ts";
import { fileRefusal } from "../input.ts";
import { type Io, writeLine } from "../io.ts";
import { type LedgerOfYear, LEDGER_OPTIONS, withLedger } from "../open-ledger.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { formatTable } from "../table.ts";
import { trustRefusal } from "../trust-refusal.ts";

export const sumLedgerCommand: Command = {
  usage: "sum",
  summary: "汇总一个年度，或生成推荐人选情况一览表和汇总表（.xlsx）",
  options: {
    ...LEDGER_OPTIONS,
    ...OVERWRITE_OPTION,
    to: { type: "string", requiresArg: true, describe: "要生成的工作簿，如 汇总.xlsx" },
    scope: {
      type: "string",
      choices: SAMPLE_SCOPES,
      default: "all",
      describe: "工作簿列哪些人：all 全部，accepted 已受理，passed 评审通过",
    },
  },
  examples: [
    ["$0 ledger sum", "在屏幕上看最近一个年度的汇总"],
    ["$0 ledger sum --year 2026 --to 汇总.xlsx", "生成上报市级的一览表和汇总表"],
  ],
  run: runSum,
};

async function runSum(given: Given, io: Io): Promise<void> {
  const target = textIfAny(given, "to");
  if (target !== undefined) await refuseExisting(target, given);
  await withLedger(given, io, async (opened) => {
    if (target !== undefined) await writeSummary(opened, target, scopeOf(given), io);
    else await showSums(opened, given, io);
  });
}

function scopeOf(given: Given): Scope {
  const scope = textIfAny(given, "scope");
  return SAMPLE_SCOPES.find((one) => one === scope) ?? "all";
}

async function writeSummary(
  { ledger, year, dataFolder, keys }: LedgerOfYear,
  target: string,
  scope: Scope,
  io: Io,
): Promise<void> {
  const own = await readOwnCard(dataFolder, keys);
  if (!own.ok) throw trustRefusal(dataFolder, own);
  const bureauName = own.card?.bureau.name ?? "";
  const planned = await planSummaryWorkbook(ledger.context, { year, scope, bureauName });
  const bytes = await packWorkbook(planned.plan);
  try {
    await replaceFile(target, (file) => file.writeFile(bytes));
  } catch (error) {
    throw fileRefusal(target, error);
  }
  await writeLine(io.stdout, `已生成 ${target}：${year}年度${planned.candidacies}项申报`);
}

async function showSums({ ledger, year }: LedgerOfYear, given: Given, io: Io): Promise<void> {
  const sums = await sumYear(ledger.context, year);
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify({ year, ...sums }));
    return;
  }
  const table = [
    ["单位", "人数", "申报项", "受理", "退回", "不予受理", "待决定", "通过", "未通过"],
    ...[...sums.unit, { ...sums.total, name: "合计" }].map((row) => [
      row.name,
      ...[
        row.people,
        row.candidacies,
        row.accepted,
        row.returned,
        row.rejected,
        row.undecided,
        row.passed,
        row.failed,
      ].map(String),
    ]),
  ];
  await writeLine(io.stdout, `${year}年度汇总`);
  for (const line of formatTable(table)) await writeLine(io.stdout, line);
}
