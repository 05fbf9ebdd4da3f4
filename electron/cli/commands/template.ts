import { describeWorkbookFault } from "../../services/workbooks/fault.ts";
import { writeTemplate } from "../../services/workbooks/write-documents.ts";
import { type Command, type Given, textOf } from "../command.ts";
import { type Io, refused, writeLine } from "../io.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";

export const templateCommand: Command = {
  usage: "template <file>",
  summary: "生成空白的人员信息采集表（.xlsx），填好后用 import 导入",
  positionals: { file: { describe: "要生成的文件，如 采集表.xlsx" } },
  options: OVERWRITE_OPTION,
  examples: [["$0 template 采集表.xlsx", "生成空白采集表"]],
  run: runTemplate,
};

async function runTemplate(given: Given, io: Io): Promise<void> {
  const path = textOf(given, "file");
  await refuseExisting(path, given);
  const written = await writeTemplate(path, { signal: io.signal });
  if (!written.ok) throw refused(`${path}：${describeWorkbookFault(written.code)}`);
  await writeLine(io.stdout, `${path}：已生成空白的人员信息采集表，各栏说明见表中“填表说明”和批注`);
}
