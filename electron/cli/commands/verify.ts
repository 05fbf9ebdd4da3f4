import { formatBeijing, formatInstant } from "../../../shared/calendar/instant.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import type { Remark } from "../../../shared/submission/receipt.ts";
import { describePackageRefusal } from "../../../shared/submission/refusal.ts";
import { copyFile } from "../../services/packages/copy-file.ts";
import { type Office, openOffice } from "../../services/packages/office.ts";
import type { PackageRefusal } from "../../services/packages/package-refusal.ts";
import { readOwnPackage } from "../../services/packages/read-package.ts";
import type { LedgerFault } from "../../services/packages/package-store.ts";
import { checkPackage, receivePackage } from "../../services/packages/receive-package.ts";
import { readKnownPacks } from "../../services/statements/known-packs.ts";
import { type Command, type Given, isOn, textIfAny, textOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { fileRefusal, orPlace, requireFile } from "../input.ts";
import { type CommandFailure, type Io, refused, writeLine, wrongUsage } from "../io.ts";
import { OVERWRITE_OPTION, refuseExisting } from "../output.ts";
import { openBureau, recordsRefusal } from "../shelves.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const verifyCommand: Command = {
  usage: "verify <file>",
  summary: "人社局：核验并收下报送包（.jcp），出具回执；单位：读回自己的报送包",
  positionals: { file: { describe: "报送包（.jcp）" } },
  options: {
    "check-only": { type: "boolean", describe: "只核验，不收下、不隔离、不出具回执" },
    "receipt-to": {
      type: "string",
      requiresArg: true,
      describe: "把“已收到”回执另存到这里（.jcr），交给单位",
    },
    ...UNLOCK_OPTIONS,
    ...OVERWRITE_OPTION,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [
    ["$0 verify u-001-2026-r1.jcp --receipt-to 回执.jcr", "核验、收下，并把回执另存一份"],
    ["$0 verify u-001-2026-r1.jcp --check-only", "只看能否通过核验"],
  ],
  run: runVerify,
};

async function runVerify(given: Given, io: Io): Promise<void> {
  const path = textOf(given, "file");
  await requireFile(path);
  const installation = await unlock(given, io);
  if (installation.keys.role === "unit") {
    await readBack(path, installation, given, io);
    return;
  }
  const verify = async () => verifyAsBureau(path, await openBureau(installation, io), given, io);
  if (isOn(given, "check-only")) await verify();
  else await inTurn(installation.dataFolder, io, verify);
}

/** What a command tells of a package. */
interface Verified {
  readonly code: "received" | "already-received" | "ok";
  readonly manifest: PackageManifest;
  readonly tagmanifest: string;
  readonly remarks: readonly Remark[];
  readonly receiptPath?: string;
}

async function readBack(
  path: string,
  { dataFolder, keys }: Installation,
  given: Given,
  io: Io,
): Promise<void> {
  if (textIfAny(given, "receipt-to") !== undefined) throw wrongUsage("--receipt-to 只供人社局使用");
  const known = await readKnownPacks(dataFolder, keys);
  if (!known.ok) throw trustRefusal(dataFolder, known);
  const setting = {
    packs: known.packs,
    signers: [{ keys: keys.publicKeys, revokedAt: null }],
    moment: formatInstant(io.now()),
    isSm2Asked: false,
  };
  const read = await orPlace({ dataFolder, path }, () =>
    readOwnPackage(path, keys.ageIdentities, setting),
  );
  if (!read.ok) throw packageRefusal(path, read);
  const { contents, tagmanifest, remarks } = read;
  const { manifest } = contents;
  await show(path, { code: "ok", manifest, tagmanifest, remarks }, given, io);
}

/** Receives a package, or only checks it, for a bureau whose keys are open. */
export async function verifyAsBureau(
  path: string,
  office: Office,
  given: Given,
  io: Io,
): Promise<void> {
  if (isOn(given, "check-only")) {
    const read = await orPlace({ dataFolder: office.dataFolder, path }, () =>
      checkPackage(path, office),
    );
    if (!read.ok) throw verifyRefusal(path, read);
    const { manifest, tagmanifest, remarks } = read;
    await show(path, { code: read.code, manifest, tagmanifest, remarks }, given, io);
    return;
  }
  const target = textIfAny(given, "receipt-to");
  if (target !== undefined) await refuseExisting(target, given);
  await openOffice(office);
  const { dataFolder } = office;
  const received = await orPlace({ dataFolder, path }, () =>
    receivePackage(path, office, { signal: io.signal }),
  );
  if (!received.ok) throw verifyRefusal(path, received);
  const { code, entry, receiptPath } = received;
  if (target !== undefined) await saveReceipt(receiptPath, target);
  const { manifest, tagmanifest, remarks } = entry;
  await show(
    path,
    { code, manifest, tagmanifest, remarks, receiptPath: target ?? receiptPath },
    given,
    io,
  );
}

/** Gives the receipt of a package that is received by now to where the user wants it. */
async function saveReceipt(receiptPath: string, target: string): Promise<void> {
  try {
    await copyFile(receiptPath, target);
  } catch (error) {
    throw refused(
      ...fileRefusal(target, error).lines,
      `报送包已收下，只是回执没有另存；它在 ${receiptPath}，再运行一次会得到同一份`,
    );
  }
}

type Refused = PackageRefusal | LedgerFault | (PackageRefusal & { readonly folder: string });

function verifyRefusal(path: string, fault: Refused): CommandFailure {
  if (fault.code === "records-damaged") return recordsRefusal(fault.folder);
  return packageRefusal(path, fault);
}

function packageRefusal(
  path: string,
  { code, notes, ...rest }: PackageRefusal & { readonly folder?: string },
): CommandFailure {
  const { folder } = rest;
  const kept = folder === undefined ? [] : [`${path}：${sayKept(code, folder)}，没有收下`];
  return refused(
    `${path}：${describePackageRefusal(code)}（${code}）`,
    ...notes.map((note) => `${path}：${note}`),
    ...kept,
  );
}

/** A file that is too large to be read is not copied either. */
function sayKept(code: PackageRefusal["code"], folder: string): string {
  return code === "too-big" ? `没有复制，原因记在 ${folder}` : `已隔离在 ${folder}`;
}

const HEADINGS = {
  received: "核验通过，已收下",
  "already-received": "以前已收下，回执与第一次相同",
  ok: "核验通过",
} as const satisfies Record<Verified["code"], string>;

async function show(path: string, verified: Verified, given: Given, io: Io): Promise<void> {
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify(verified));
    return;
  }
  const { code, manifest, tagmanifest, remarks, receiptPath } = verified;
  const { unit, cycle, revision, counts } = manifest;
  const lines = [
    `${path}：${HEADINGS[code]}`,
    `报送单位：${unit.name}（${unit.id}）　${cycle.year}年度　第${revision}版　${formatBeijing(manifest.createdAt)}生成`,
    `推荐${counts.people}人，审查结果${counts.assessments}项，表册${counts.forms}份，附件${counts.attachments}件`,
    `报送包编号：${manifest.id}`,
    `内容摘要（SHA-256，应与封面一致）：${tagmanifest}`,
    remarks.length === 0 ? "按随包记录重新判定，与随包的审查结果一致" : `备注${remarks.length}条：`,
    ...remarks.map(({ personId, text }) => `  ${personId ?? "全部"}：${text}`),
    ...(receiptPath === undefined ? [] : [`回执：${receiptPath}，请交给单位`]),
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}
