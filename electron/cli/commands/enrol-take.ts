import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import type { Enrolment } from "../../../shared/submission/enrolment.ts";
import type { Confirmation, ConfirmedBy } from "../../../shared/submission/trust.ts";
import { describeTrustFault } from "../../services/trust/fault.ts";
import { enrolUnit } from "../../services/trust/enrolled-units.ts";
import { readBureauCardFile, readEnrolmentFile } from "../../services/trust/statement-file.ts";
import type { TakenStatement } from "../../services/trust/trust-file.ts";
import { trustBureau } from "../../services/trust/trusted-bureau.ts";
import { type Command, type Given, isOn, textIfAny, textOf } from "../command.ts";
import { inTurn } from "../in-turn.ts";
import { readInput } from "../input.ts";
import { type CommandFailure, type Io, refused, writeLine } from "../io.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

/** Taking somebody's keys: a bureau a unit's, a unit its bureau's. Nothing is taken without a comparison. */

const CONFIRMATION_OPTIONS = {
  fingerprint: {
    type: "string",
    requiresArg: true,
    describe: "电话里听到的密钥指纹（8组数字）；不写则只显示文件的指纹，不采用",
  },
  "accept-change": {
    type: "boolean",
    describe: "已在电话里问清对方更换了密钥（与 --fingerprint 同用）",
  },
  json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
} as const;

export const acceptCommand: Command = {
  usage: "accept <file>",
  summary: "人社局：核对指纹后登记单位的密钥",
  positionals: { file: { describe: "单位发来的登记申请（.jce）" } },
  options: { ...CONFIRMATION_OPTIONS, ...UNLOCK_OPTIONS },
  examples: [
    ["$0 enrol accept 登记申请.jce", "显示文件里的指纹，供电话核对"],
    ['$0 enrol accept 登记申请.jce --fingerprint "0123 4567 …"', "电话里听到的一致，登记"],
  ],
  run: runAccept,
};

export const trustCommand: Command = {
  usage: "trust <file>",
  summary: "单位：核对指纹后采用人社局信息卡",
  positionals: { file: { describe: "人社局发来的信息卡（.jcb）" } },
  options: { ...CONFIRMATION_OPTIONS, ...UNLOCK_OPTIONS },
  examples: [
    ["$0 enrol trust 人社局.jcb", "显示文件里的指纹，供电话核对"],
    ['$0 enrol trust 人社局.jcb --fingerprint "0123 4567 …"', "电话里听到的一致，采用"],
  ],
  run: runTrust,
};

async function runAccept(given: Given, io: Io): Promise<void> {
  const path = textOf(given, "file");
  const read = await readEnrolmentFile((await readInput(path)).toString("utf8"));
  if (!read.ok) throw trustRefusal(path, read);
  const request = read.statement;
  const place = placeOf(await unlock(given, io, "bureau"));
  const taken = await inTurn(place.dataFolder, io, () =>
    enrolUnit(place, request, confirmationOf(given), io.now()),
  );
  await report(
    { path, said: "已登记", statement: request, holder: request.unit },
    taken,
    given,
    io,
  );
}

async function runTrust(given: Given, io: Io): Promise<void> {
  const path = textOf(given, "file");
  const read = await readBureauCardFile((await readInput(path)).toString("utf8"));
  if (!read.ok) throw trustRefusal(path, read);
  const card = read.statement;
  const place = placeOf(await unlock(given, io, "unit"));
  const taken = await inTurn(place.dataFolder, io, () =>
    trustBureau(place, card, confirmationOf(given), io.now()),
  );
  await report({ path, said: "已采用", statement: card, holder: card.bureau }, taken, given, io);
}

function placeOf({ dataFolder, keys }: Installation) {
  return { dataFolder, sealer: keys.sealer };
}

function confirmationOf(given: Given): Confirmation {
  return {
    fingerprint: textIfAny(given, "fingerprint") ?? null,
    isChangeConfirmed: isOn(given, "accept-change"),
  };
}

interface Offer {
  readonly path: string;
  readonly said: string;
  readonly statement: Enrolment | BureauCard;
  readonly holder: { readonly id: string; readonly name: string };
}

const CONFIRMED_BY_LABELS = {
  telephone: "电话核对指纹",
  "old-key": "原密钥签名交接",
  "same-key": "密钥未变",
} as const satisfies Record<ConfirmedBy, string>;

async function report(offer: Offer, taken: TakenStatement, given: Given, io: Io): Promise<void> {
  if (!taken.ok) throw untaken(offer, taken);
  const { holder, statement, said } = offer;
  const { as, confirmedBy, previousKid } = taken.decision;
  const fingerprint = fingerprintOf(statement.keys.kid);
  const before = as === "change" && previousKid !== null ? fingerprintOf(previousKid) : null;
  if (isOn(given, "json")) {
    const shown = { ...holder, kid: statement.keys.kid, fingerprint, as, confirmedBy, before };
    await writeLine(io.stdout, JSON.stringify(shown));
    return;
  }
  const lines = [
    `${said}：${holder.name}（${holder.id}），依据：${CONFIRMED_BY_LABELS[confirmedBy]}`,
    ...(before === null ? [] : [`密钥已更换，旧指纹：${before}，从现在起停用`]),
    `密钥指纹：${fingerprint}`,
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}

/** Why nothing was taken, with what the clerk needs for the telephone call. */
function untaken(
  { path, statement, holder }: Offer,
  taken: TakenStatement & { readonly ok: false },
): CommandFailure {
  const { code, previousKid = null } = taken;
  const isMatterOfComparing =
    code === "fingerprint-needed" || code === "change-unconfirmed" || code === "statement-older";
  if (!isMatterOfComparing) return trustRefusal(path, taken);
  const { kid } = statement.keys;
  const isChange = previousKid !== null && previousKid !== kid;
  return refused(
    `${path}：${describeTrustFault(code)}`,
    ...(isChange ? [`登记的密钥指纹：${fingerprintOf(previousKid)}`] : []),
    `文件的密钥指纹：${fingerprintOf(kid)}`,
    `请拨打${holder.name}的办公电话（不要用文件里或来信中的号码），请对方逐组读出密钥指纹；` +
      `一致的，加上 --fingerprint "听到的指纹"${isChange ? " --accept-change" : ""} 重新运行`,
  );
}
