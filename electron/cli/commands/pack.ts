import { join } from "node:path";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { ListSource } from "../../../shared/workbook/lists/candidates.ts";
import type { PublicityPeriod } from "../../../shared/workbook/lists/publicity-list.ts";
import { type BuildRefusal, describeBuildFault } from "../../services/packages/build-fault.ts";
import { buildPackage } from "../../services/packages/build-package.ts";
import {
  deliver,
  type DeliveredPackage,
  findTargetFault,
} from "../../services/packages/delivery.ts";
import type { PackageOrder } from "../../services/packages/package-order.ts";
import { sentShelf } from "../../services/packages/sent-shelf.ts";
import { PACKAGE_FILE } from "../../services/packages/shelf.ts";
import { readTrustedBureau } from "../../services/trust/trusted-bureau.ts";
import type { SentPackage } from "../../../shared/submission/sent-package.ts";
import { ATTACHMENT_OPTION, readAttachments } from "../attachments.ts";
import { CANDIDATE_OPTION, readCandidates } from "../candidates.ts";
import { type Command, type Given, isOn, numberIfAny, textIfAny, textOf } from "../command.ts";
import { CONFIRMATION_OPTIONS, confirmCandidates } from "../confirmations.ts";
import { inTurn } from "../in-turn.ts";
import { fileRefusal, loadUnit } from "../input.ts";
import { CommandFailure, type Io, progressLine, refused, writeLine, wrongUsage } from "../io.ts";
import { CYCLE_OPTIONS, packOn, readCycle, readDayOption } from "../options.ts";
import { OVERWRITE_OPTION } from "../output.ts";
import { findShelved, openSent, tidySent } from "../shelves.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";
import { UNIT_OPTIONS } from "../unit-options.ts";

export const packCommand: Command = {
  usage: "pack [file]",
  summary: "单位：把推荐人选的材料打成签名并加密的报送包（.jcp），附盖章用的封面",
  positionals: { file: { describe: "单位文件（.json）或人员信息采集表、花名册（.xlsx）" } },
  options: {
    to: {
      type: "string",
      requiresArg: true,
      demandOption: true,
      describe: "放报送包和封面的文件夹，如U盘",
    },
    ...CYCLE_OPTIONS,
    year: { ...CYCLE_OPTIONS.year, demandOption: false },
    ...CANDIDATE_OPTION,
    ...CONFIRMATION_OPTIONS,
    ...ATTACHMENT_OPTION,
    "publicity-from": { type: "string", requiresArg: true, describe: "公示开始日期" },
    "publicity-to": { type: "string", requiresArg: true, describe: "公示结束日期" },
    "replace-last": {
      type: "boolean",
      describe: "上一版没有送到人社局，或人社局没有收下（没有回执）：本次用同一版次代替它",
    },
    copy: {
      type: "string",
      requiresArg: true,
      describe: "不生成新的，把已生成的报送包再复制一份：编号或名称，如 u-001-2026-r1",
    },
    ...UNLOCK_OPTIONS,
    ...OVERWRITE_OPTION,
    ...UNIT_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [
    [
      "$0 pack 单位.json --year 2026 --candidate p-001:regular:provincial --confirmed-by 王某 --to U盘",
      "为一名推荐人选生成报送包",
    ],
    ["$0 pack --copy u-001-2026-r1 --to U盘", "把已生成的报送包再复制一份"],
  ],
  run: runPack,
};

async function runPack(given: Given, io: Io): Promise<void> {
  const copied = textIfAny(given, "copy");
  const installation = await unlock(given, io, "unit");
  const { dataFolder } = installation;
  if (copied === undefined) await inTurn(dataFolder, io, () => packNew(installation, given, io));
  else await packAgain(installation, copied, given, io);
}

/** Packs for a unit whose keys are open. */
export async function packNew(installation: Installation, given: Given, io: Io): Promise<void> {
  const order = await readOrder(given, io);
  const { dataFolder, keys } = installation;
  const trusted = await readTrustedBureau({ dataFolder, sealer: keys.sealer });
  if (!trusted.ok) throw trustRefusal(dataFolder, trusted);
  await tidySent(installation);
  const sender = { dataFolder, keys, bureau: trusted.bureau, now: io.now() };
  const built = await buildPackage(order, sender, targetOf(given), {
    signal: io.signal,
    onProgress: progressLine(io, "打包"),
  });
  if (!built.ok) throw buildRefusal(built, targetOf(given).folder);
  await report(built.sent, built, given, io);
}

async function readOrder(given: Given, io: Io): Promise<PackageOrder> {
  const file = textIfAny(given, "file");
  const year = numberIfAny(given, "year");
  if (file === undefined) throw wrongUsage("请写明单位文件，或用 --copy 写明已生成的报送包");
  if (year === undefined) throw wrongUsage("请用 --year 写明申报年度");
  const cycle = readCycle({
    year,
    "apply-on": textIfAny(given, "apply-on"),
    "cut-off": textIfAny(given, "cut-off"),
  });
  const source: ListSource = {
    unitFile: await loadUnit(file, given, io),
    cycle,
    pack: packOn(cycle.applyOn),
  };
  const answers = evaluate(source.unitFile, cycle, source.pack);
  const candidates = confirmCandidates(readCandidates(given, source, answers), given, io);
  const attachments = await readAttachments(given);
  const publicity = readPublicity(given);
  return { source, candidates, publicity, attachments, isReplacing: isOn(given, "replace-last") };
}

function readPublicity(given: Given): PublicityPeriod | null {
  const from = textIfAny(given, "publicity-from");
  const to = textIfAny(given, "publicity-to");
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) {
    throw wrongUsage("--publicity-from 和 --publicity-to 要同时写明");
  }
  if (readDayOption("publicity-from", from) > readDayOption("publicity-to", to)) {
    throw wrongUsage(`--publicity-to 不能早于 --publicity-from（${from}）`);
  }
  return { from, to };
}

async function packAgain(
  installation: Installation,
  reference: string,
  given: Given,
  io: Io,
): Promise<void> {
  const found = findShelved(await openSent(installation), reference);
  if (found === undefined) {
    throw refused(`${reference}：没有生成过这个报送包；请用 jiceng receipt list 查看`);
  }
  const target = targetOf(given);
  const { folder } = sentShelf(installation.dataFolder, installation.keys.sealer);
  try {
    const exists = await findTargetFault(target, found.entry.manifest);
    if (exists !== null) throw buildRefusal(exists, target.folder);
    const shelved = join(folder, found.name, PACKAGE_FILE);
    await report(found.entry, await deliver(shelved, found.entry, target, io.signal), given, io);
  } catch (error) {
    throw error instanceof CommandFailure ? error : fileRefusal(target.folder, error);
  }
}

function targetOf(given: Given) {
  return { folder: textOf(given, "to"), isOverwriting: isOn(given, "overwrite") };
}

function buildRefusal({ code, place }: BuildRefusal, folder: string): CommandFailure {
  return refused(`${place ?? folder}：${describeBuildFault(code)}`);
}

async function report(
  sent: SentPackage,
  { packagePath, coverPath }: DeliveredPackage,
  given: Given,
  io: Io,
): Promise<void> {
  const { manifest, tagmanifest, file } = sent;
  if (isOn(given, "json")) {
    const shown = { packagePath, coverPath, manifest, tagmanifest, file };
    await writeLine(io.stdout, JSON.stringify(shown));
    return;
  }
  const { people, forms, attachments } = manifest.counts;
  const lines = [
    `${packagePath}：第${manifest.revision}版，${people}人，表册${forms}份，附件${attachments}件，${file.size}字节`,
    `报送包编号：${manifest.id}`,
    `内容摘要（SHA-256）：${tagmanifest}`,
    `${coverPath}：封面，请打印后盖章、签字，与报送包一并送交`,
    "收到并核对人社局的回执后才算报送完成（jiceng receipt read）。",
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}
