import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { unitProfileOf } from "../../../shared/submission/profiles.ts";
import { issueEnrolment } from "../../services/trust/own-statement.ts";
import { type Command, type Given, textOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { loadUnit, writeForOthers } from "../input.ts";
import { type Io, writeLine } from "../io.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { UNIT_OPTIONS } from "../unit-options.ts";
import { unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const requestCommand: Command = {
  usage: "request <file>",
  summary: "单位：生成登记申请（.jce），送人社局登记本单位的密钥",
  positionals: {
    file: { describe: "单位文件（.json）或人员信息采集表（.xlsx），取其中的单位情况" },
  },
  options: {
    to: {
      type: "string",
      requiresArg: true,
      demandOption: true,
      describe: "要生成的文件，如 登记申请.jce",
    },
    ...UNLOCK_OPTIONS,
    ...OVERWRITE_OPTION,
    ...UNIT_OPTIONS,
  },
  examples: [["$0 enrol request 单位.json --to 登记申请.jce", "生成后发给人社局，并电话读出指纹"]],
  run: runRequest,
};

async function runRequest(given: Given, io: Io): Promise<void> {
  const target = textOf(given, "to");
  await refuseExisting(target, given);
  const { unit } = await loadUnit(textOf(given, "file"), given, io);
  const { dataFolder, keys } = await unlock(given, io, "unit");
  const issued = await inTurn(dataFolder, io, () =>
    issueEnrolment(dataFolder, keys, unitProfileOf(unit), io.now()),
  );
  if (!issued.ok) throw trustRefusal(dataFolder, issued);
  await writeForOthers(target, issued.text);
  const lines = [
    `${target}：已生成${unit.name}的登记申请`,
    `密钥指纹：${fingerprintOf(keys.publicKeys.kid)}`,
    "请把文件发给人社局，并在人社局来电时逐组读出上面的指纹。",
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}
