import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { renewKeys } from "../../services/keys/change-keys.ts";
import { type Command, type Given, isOn } from "../command.ts";
import { dataFolderOf } from "../data-folder.ts";
import { inTurn } from "../in-turn.ts";
import { type Io, writeLine } from "../io.ts";
import { keyRefusal, readPassphrase, requireKeys, UNLOCK_OPTIONS } from "../unlock.ts";

export const renewKeysCommand: Command = {
  usage: "renew",
  summary: "更换密钥：建立新密钥，由旧密钥签名交接；旧的报送包和回执仍能打开",
  options: {
    ...UNLOCK_OPTIONS,
    json: { type: "boolean", describe: "输出 JSON，供其他程序读取" },
  },
  examples: [["$0 keys renew", "更换后要重新发送登记申请（单位）或信息卡（人社局）"]],
  run: runRenew,
};

async function runRenew(given: Given, io: Io): Promise<void> {
  const dataFolder = dataFolderOf(given, io);
  const { role, publicKeys } = await requireKeys(dataFolder);
  const passphrase = await readPassphrase(given, io);
  const renewed = await inTurn(dataFolder, io, () => renewKeys(dataFolder, { passphrase }));
  if (!renewed.ok) throw keyRefusal(dataFolder, renewed);
  const before = fingerprintOf(publicKeys.kid);
  const { kid } = renewed.keys.publicKeys;
  const fingerprint = fingerprintOf(kid);
  if (isOn(given, "json")) {
    await writeLine(io.stdout, JSON.stringify({ dataFolder, kid, fingerprint, before }));
    return;
  }
  const next =
    role === "unit"
      ? "请用 jiceng enrol request 重新生成登记申请，送人社局"
      : "请用 jiceng enrol card 重新生成信息卡，发给各单位";
  const lines = [`${dataFolder}：已更换密钥`, `旧指纹：${before}`, `新指纹：${fingerprint}`, next];
  for (const line of lines) await writeLine(io.stdout, line);
}
