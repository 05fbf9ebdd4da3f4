import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { listEnrolledUnits } from "../../services/trust/enrolled-units.ts";
import { readTrustedBureau } from "../../services/trust/trusted-bureau.ts";
import { type Command, type Given, isOn } from "../command.ts";
import { type Io, writeLine } from "../io.ts";
import { formatTable } from "../table.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { type Installation, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const listEnrolledCommand: Command = {
  usage: "list",
  summary: "列出登记过的密钥，包括已停用的：人社局列出各单位的，单位列出人社局的",
  options: {
    ...UNLOCK_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 enrol list", "列出登记情况"]],
  run: runList,
};

interface Row {
  readonly id: string;
  readonly name: string;
  readonly kid: string;
  readonly fingerprint: string;
  readonly takenAt: string;
  readonly revokedAt: string | null;
}

async function runList(given: Given, io: Io): Promise<void> {
  const installation = await unlock(given, io);
  const rows =
    installation.keys.role === "bureau"
      ? await unitRows(installation)
      : await bureauRows(installation);
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify(rows));
    return;
  }
  if (rows.length === 0) {
    await writeLine(io.stdout, "还没有登记任何密钥");
    return;
  }
  const table = [
    ["编号", "名称", "密钥指纹", "登记时间（北京时间）", "停用时间"],
    ...rows.map(({ id, name, fingerprint, takenAt, revokedAt }) => [
      id,
      name,
      fingerprint,
      formatBeijing(takenAt),
      revokedAt === null ? "" : formatBeijing(revokedAt),
    ]),
  ];
  for (const line of formatTable(table)) await writeLine(io.stdout, line);
}

async function unitRows({ dataFolder, keys }: Installation): Promise<readonly Row[]> {
  const read = await listEnrolledUnits({ dataFolder, sealer: keys.sealer });
  if (!read.ok) throw trustRefusal(dataFolder, read);
  return read.units.map(({ unit, keys: { kid }, enrolledAt, revokedAt }) => ({
    id: unit.id,
    name: unit.name,
    kid,
    fingerprint: fingerprintOf(kid),
    takenAt: enrolledAt,
    revokedAt,
  }));
}

async function bureauRows({ dataFolder, keys }: Installation): Promise<readonly Row[]> {
  const read = await readTrustedBureau({ dataFolder, sealer: keys.sealer });
  if (!read.ok) {
    if (read.code === "bureau-missing") return [];
    throw trustRefusal(dataFolder, read);
  }
  return read.bureaus.map(({ card, trustedAt, revokedAt }) => ({
    id: card.bureau.id,
    name: card.bureau.name,
    kid: card.keys.kid,
    fingerprint: fingerprintOf(card.keys.kid),
    takenAt: trustedAt,
    revokedAt,
  }));
}
