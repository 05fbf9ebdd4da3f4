import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { formatIssue } from "../../../shared/records/issue.ts";
import { RECEIPT_STATUS_LABELS } from "../../../shared/submission/receipt.ts";
import { sentStateOf } from "../../../shared/submission/sent-package.ts";
import { describeKeepFault, keepReceipt } from "../../services/packages/keep-receipt.ts";
import { readTrustedBureau } from "../../services/trust/trusted-bureau.ts";
import { type Command, type Given, isOn, textOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { orPlace, readInput, requireFile } from "../input.ts";
import { type Io, refused, writeLine } from "../io.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const readReceiptCommand: Command = {
  usage: "read <file>",
  summary: "单位：核验人社局的回执（.jcr），存入对应的报送包；核验通过才算报送完成",
  positionals: { file: { describe: "回执（.jcr）" } },
  options: {
    ...UNLOCK_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 receipt read 回执.jcr", "核验并保存回执"]],
  run: runRead,
};

async function runRead(given: Given, io: Io): Promise<void> {
  const path = textOf(given, "file");
  await requireFile(path);
  const installation = await unlock(given, io, "unit");
  await inTurn(installation.dataFolder, io, () => readReceiptFor(installation, given, io));
}

/** Verifies and keeps a receipt for a unit whose keys are open. */
export async function readReceiptFor(
  installation: Installation,
  given: Given,
  io: Io,
): Promise<void> {
  const path = textOf(given, "file");
  const bytes = await readInput(path);
  const { dataFolder, keys } = installation;
  const trusted = await readTrustedBureau({ dataFolder, sealer: keys.sealer });
  if (!trusted.ok) throw trustRefusal(dataFolder, trusted);
  const { bureaus } = trusted;
  const kept = await orPlace({ dataFolder, path: dataFolder }, () =>
    keepReceipt(bytes, { dataFolder, keys, bureaus, now: io.now() }),
  );
  if (!kept.ok) {
    const issues = (kept.issues ?? []).map((issue) => `${path}：${formatIssue(issue)}`);
    throw refused(`${path}：${describeKeepFault(kept.code)}`, ...issues);
  }
  const { receipt, sent, isNew } = kept;
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify({ receipt, isNew }));
    return;
  }
  const { cycle, revision } = sent.manifest;
  const state = sentStateOf(sent);
  const lines = [
    `${path}：回执核验通过${isNew ? "，已保存" : "，以前已保存"}`,
    `${sent.bureauName}：${cycle.year}年度第${revision}版${RECEIPT_STATUS_LABELS[receipt.status]}（${formatBeijing(receipt.issuedAt)}出具，报送包${formatBeijing(receipt.receivedAt)}收到，均为北京时间）`,
    ...receipt.remarks.map(({ personId, text }) => `  ${personId ?? "全部"}：${text}`),
    ...(state === receipt.status || state === "packed"
      ? []
      : [`人社局以后另有回执，现在的结果是“${RECEIPT_STATUS_LABELS[state]}”`]),
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}
