import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { RECEIPT_STATUS_LABELS } from "../../../shared/submission/receipt.ts";
import { listPackages } from "../../services/ledger/list-packages.ts";
import { type Command, type Given, isOn } from "../command.ts";
import { type Io, writeLine } from "../io.ts";
import { LEDGER_OPTIONS, withLedger } from "../open-ledger.ts";
import { formatTable } from "../table.ts";

export const listLedgerCommand: Command = {
  usage: "list",
  summary: "列出一个年度收下的报送包，各单位最新版次在前",
  options: LEDGER_OPTIONS,
  examples: [["$0 ledger list --year 2026", "查看2026年度收到的报送包"]],
  run: runList,
};

async function runList(given: Given, io: Io): Promise<void> {
  await withLedger(given, io, async ({ ledger, year }) => {
    const packages = await listPackages(ledger.context, year, await ledger.checks.of(year));
    if (isOn(given, "json")) {
      await writeLine(io.stdout, JSON.stringify({ year, packages }));
      return;
    }
    const table = [
      ["单位", "版次", "收到时间（北京时间）", "人数", "申报项", "待决定", "核查冲突", "结果"],
      ...packages.map((one) => [
        one.unitName,
        `第${one.revision}版${one.isNewest ? "" : "（旧）"}`,
        formatBeijing(one.receivedAt),
        String(one.people),
        String(one.candidacies),
        String(one.decisions.undecided),
        String(one.checks.conflict),
        RECEIPT_STATUS_LABELS[one.status],
      ]),
    ];
    await writeLine(io.stdout, `${year}年度收到报送包${packages.length}个`);
    for (const line of formatTable(table)) await writeLine(io.stdout, line);
  });
}
