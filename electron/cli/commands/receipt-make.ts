import { RECEIPT_STATUS_LABELS, type Remark } from "../../../shared/submission/receipt.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { type Answer, answerPackage, ANSWERS } from "../../services/packages/answer-package.ts";
import type { Shelved } from "../../services/packages/shelf.ts";
import { type Command, type Given, isOn, textOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { orPlace } from "../input.ts";
import { type Io, refused, writeLine, wrongUsage } from "../io.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { readPersonTexts } from "../person-texts.ts";
import { findShelved, openReceived } from "../shelves.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

/** The code of what a clerk wrote. */
const BY_HAND = "bureau";
const CHOICES = ANSWERS.map((one) => `${one}（${RECEIPT_STATUS_LABELS[one]}）`).join("、");

export const makeReceiptCommand: Command = {
  usage: "make <package>",
  summary: "人社局：对收下的报送包出具回执（.jcr）",
  positionals: { package: { describe: "报送包编号，或名称，如 u-001-2026-r1" } },
  options: {
    status: { type: "string", requiresArg: true, demandOption: true, describe: `结果：${CHOICES}` },
    remark: {
      type: "string",
      array: true,
      requiresArg: true,
      describe: "意见：人员编号:文字，可重复；对整个报送包的意见写成 :文字",
    },
    to: {
      type: "string",
      requiresArg: true,
      demandOption: true,
      describe: "要生成的文件，如 回执.jcr",
    },
    ...UNLOCK_OPTIONS,
    ...OVERWRITE_OPTION,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [
    ["$0 receipt make u-001-2026-r1 --status accepted --to 回执.jcr", "受理"],
    [
      "$0 receipt make u-001-2026-r1 --status returned --remark p-001:学时证明不清楚 --to 回执.jcr",
      "退回修改，写明意见",
    ],
  ],
  run: runMake,
};

async function runMake(given: Given, io: Io): Promise<void> {
  readAnswer(textOf(given, "status"));
  await refuseExisting(textOf(given, "to"), given);
  const installation = await unlock(given, io, "bureau");
  await inTurn(installation.dataFolder, io, () => makeReceiptFor(installation, given, io));
}

/** Answers a package for a bureau whose keys are open. */
export async function makeReceiptFor(
  installation: Installation,
  given: Given,
  io: Io,
): Promise<void> {
  const target = textOf(given, "to");
  const status = readAnswer(textOf(given, "status"));
  const reference = textOf(given, "package");
  const found = findShelved(await openReceived(installation), reference);
  if (found === undefined) {
    throw refused(`${reference}：没有收下过这个报送包；请用 jiceng receipt list 查看`);
  }
  const remarks = readRemarks(given, found);
  const { dataFolder } = installation;
  const { receipt, isNew } = await orPlace({ dataFolder, path: target }, () =>
    answerPackage({ ...installation, now: io.now() }, found, { status, remarks }, target),
  );
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify({ receipt, isNew }));
    return;
  }
  const said = remarks.length === 0 ? "" : `，意见${remarks.length}条`;
  const done = isNew ? "已出具回执" : "与上一次的回执相同，重新给出";
  await writeLine(
    io.stdout,
    `${target}：${done}“${RECEIPT_STATUS_LABELS[status]}”${said}，请交给单位`,
  );
}

function readAnswer(text: string): Answer {
  const found = ANSWERS.find((one) => one === text || RECEIPT_STATUS_LABELS[one] === text);
  if (found === undefined) throw wrongUsage(`--status 应为：${CHOICES}，现为“${text}”`);
  return found;
}

function readRemarks(given: Given, { entry }: Shelved<LedgerEntry>): readonly Remark[] {
  const texts = readPersonTexts(given, "remark");
  const unknown = texts.filter(
    ({ personId }) => personId !== null && !entry.personIds.includes(personId),
  );
  if (unknown.length > 0) {
    throw refused(
      ...unknown.map(({ personId }) => `--remark ${personId ?? ""}：报送包里没有这个编号的人员`),
    );
  }
  return texts.map(({ personId, text }) => ({ personId, code: BY_HAND, text }));
}
