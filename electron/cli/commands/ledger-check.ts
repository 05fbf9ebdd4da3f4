import { findSingleChecks } from "../../services/ledger/find-desk-checks.ts";
import { type Command, type Given, isOn } from "../command.ts";
import { type Io, writeLine } from "../io.ts";
import { LEDGER_OPTIONS, withLedger } from "../open-ledger.ts";

const WEIGHTS = { conflict: "冲突", notice: "提示" } as const;
/** Everything: a list for a file or another program. */
const MOST = 1_000_000;

export const checkLedgerCommand: Command = {
  usage: "check",
  summary: "跨单位核查：同一人在两个单位申报、两类职称、岗位数额、重新判定的差异",
  options: LEDGER_OPTIONS,
  examples: [["$0 ledger check --year 2026", "核查2026年度各单位的最新版次"]],
  run: runCheck,
};

async function runCheck(given: Given, io: Io): Promise<void> {
  await withLedger(given, io, async ({ ledger, year }) => {
    const { shared } = await ledger.checks.of(year);
    const scope = { packageId: null, most: MOST };
    const checks = [...shared, ...(await findSingleChecks(ledger.context, year, scope))];
    if (isOn(given, "json")) {
      await writeLine(io.stdout, JSON.stringify({ year, checks }));
      return;
    }
    await writeLine(io.stdout, `${year}年度核查发现${checks.length}项`);
    for (const { weight, text } of checks) {
      await writeLine(io.stdout, `${WEIGHTS[weight]}　${text}`);
    }
  });
}
