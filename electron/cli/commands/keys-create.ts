import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import type { Role } from "../../services/keys/key-file.ts";
import { createKeyStore, readKeyState } from "../../services/keys/key-store.ts";
import { type Command, type Given, isOn, textOf } from "../command.ts";
import { dataFolderOf } from "../data-folder.ts";
import { inTurn } from "../in-turn.ts";
import { type Io, writeLine, wrongUsage } from "../io.ts";
import { recoveryCodeLines } from "../recovery-code-lines.ts";
import { readNewPassphrase } from "../new-passphrase.ts";
import { keyRefusal, nameRole, UNLOCK_OPTIONS } from "../unlock.ts";

export const createKeysCommand: Command = {
  usage: "create",
  summary: "建立密钥：签名用、阅读用，由口令和恢复码保护",
  options: {
    role: {
      type: "string",
      requiresArg: true,
      demandOption: true,
      describe: "用在哪里：unit（单位）或 bureau（人社局）",
    },
    ...UNLOCK_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取（含恢复码，请妥善保管）" },
  },
  examples: [["$0 keys create --role unit", "在单位的电脑上建立密钥，口令在终端上输入两次"]],
  run: runCreate,
};

async function runCreate(given: Given, io: Io): Promise<void> {
  const role = readRole(textOf(given, "role"));
  const dataFolder = dataFolderOf(given, io);
  const present = await readKeyState(dataFolder);
  if (present.ok) throw keyRefusal(dataFolder, { ok: false, code: "keys-exist" });
  if (present.code !== "keys-missing") throw keyRefusal(dataFolder, present);
  const passphrase = await readNewPassphrase(io, given, "passphrase-file");
  const created = await inTurn(dataFolder, io, () =>
    createKeyStore(dataFolder, { role, passphrase, now: io.now() }),
  );
  if (!created.ok) throw keyRefusal(dataFolder, created);
  const { recoveryCode, keys } = created;
  const { kid } = keys.publicKeys;
  if (isOn(given, "json")) {
    const shown = { dataFolder, role, kid, fingerprint: fingerprintOf(kid), recoveryCode };
    await writeLine(io.stdout, JSON.stringify(shown));
    return;
  }
  const lines = [
    `${dataFolder}：已建立${nameRole(role)}的密钥`,
    `密钥指纹：${fingerprintOf(kid)}`,
    "",
    ...recoveryCodeLines(recoveryCode),
  ];
  for (const line of lines) await writeLine(io.stdout, line);
}

function readRole(text: string): Role {
  switch (text) {
    case "unit":
    case "单位":
      return "unit";
    case "bureau":
    case "人社局":
      return "bureau";
    default:
      throw wrongUsage(`--role 应为 unit（单位）或 bureau（人社局），现为“${text}”`);
  }
}
