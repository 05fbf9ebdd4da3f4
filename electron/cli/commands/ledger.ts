import type { CommandGroup } from "../command.ts";
import { checkLedgerCommand } from "./ledger-check.ts";
import { listLedgerCommand } from "./ledger-list.ts";
import { sumLedgerCommand } from "./ledger-sum.ts";

export const ledgerCommands: CommandGroup = {
  name: "ledger",
  summary: "人社局：收件台账，列出报送包、核查、汇总",
  commands: [listLedgerCommand, checkLedgerCommand, sumLedgerCommand],
};
