import type { CommandGroup } from "../command.ts";
import { listReceiptsCommand } from "./receipt-list.ts";
import { makeReceiptCommand } from "./receipt-make.ts";
import { readReceiptCommand } from "./receipt-read.ts";

export const receiptCommands: CommandGroup = {
  name: "receipt",
  summary: "回执：人社局出具，单位核验，双方查看各报送包的结果",
  commands: [makeReceiptCommand, readReceiptCommand, listReceiptsCommand],
};
