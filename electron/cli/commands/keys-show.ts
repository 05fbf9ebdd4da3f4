import { formatBeijing } from "../../../shared/calendar/instant.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import type { KeyState } from "../../services/keys/key-store.ts";
import { signingPem, sm2Pem } from "../../services/keys/pem.ts";
import { type Command, type Given, isOn, textIfAny } from "../command.ts";
import { DATA_OPTION, dataFolderOf } from "../data-folder.ts";
import { type Io, refused, write, writeLine, wrongUsage } from "../io.ts";
import { formatTable } from "../table.ts";
import { nameRole, requireKeys } from "../unlock.ts";

export const showKeysCommand: Command = {
  usage: "show",
  summary: "查看密钥指纹和公钥（不需要口令），以及是否演练过恢复",
  options: {
    ...DATA_OPTION,
    pem: {
      type: "string",
      requiresArg: true,
      describe: "只输出一个公钥（PEM），供 openssl 核验：signing（签名）或 sm2",
    },
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 keys show --pem signing > key.pem", "取得签名公钥，用 openssl 核验报送包"]],
  run: runShow,
};

async function runShow(given: Given, io: Io): Promise<void> {
  const dataFolder = dataFolderOf(given, io);
  const state = await requireKeys(dataFolder);
  const pem = textIfAny(given, "pem");
  if (pem !== undefined) {
    await write(io.stdout, pemOf(pem, state.publicKeys));
    return;
  }
  if (isOn(given, "json")) {
    const fingerprint = fingerprintOf(state.publicKeys.kid);
    await writeLine(io.stdout, JSON.stringify({ dataFolder, fingerprint, ...state }));
    return;
  }
  for (const line of formatTable(rowsOf(dataFolder, state))) await writeLine(io.stdout, line);
}

function pemOf(name: string, keys: PublicKeys): string {
  switch (name) {
    case "signing":
      return signingPem(keys);
    case "sm2": {
      const pem = sm2Pem(keys);
      if (pem === null) throw refused("这套密钥没有 SM2 公钥；请用 jiceng keys renew 更换密钥");
      return pem;
    }
    default:
      throw wrongUsage(`--pem 应为 signing 或 sm2，现为“${name}”`);
  }
}

function rowsOf(
  dataFolder: string,
  { role, publicKeys, createdAt, rehearsedAt }: KeyState,
): readonly (readonly string[])[] {
  return [
    ["数据文件夹", dataFolder],
    ["使用者", nameRole(role)],
    ["密钥指纹", fingerprintOf(publicKeys.kid)],
    ["签名公钥（Ed25519）", publicKeys.signing],
    ["公钥标识（kid）", publicKeys.kid],
    ["阅读公钥（age）", publicKeys.reading],
    ["SM2 公钥", publicKeys.sm2 ?? "无"],
    ["建立时间", `${formatBeijing(createdAt)}（北京时间）`],
    [
      "演练恢复",
      rehearsedAt === null
        ? "还没有；请运行 jiceng keys rehearse"
        : `${formatBeijing(rehearsedAt)}（北京时间）`,
    ],
  ];
}
