import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { revokeUnit } from "../../services/trust/enrolled-units.ts";
import { revokeBureau } from "../../services/trust/trusted-bureau.ts";
import { type Command, type Given, textIfAny } from "../command.ts";
import { dataFolderOf } from "../data-folder.ts";
import { inTurn } from "../in-turn.ts";
import { type Io, writeLine, wrongUsage } from "../io.ts";
import { trustRefusal } from "../trust-refusal.ts";
import { requireKeys, unlock, UNLOCK_OPTIONS } from "../unlock.ts";

export const revokeCommand: Command = {
  usage: "revoke",
  summary: "停用密钥（丢失、被盗、撤并时）：从现在起用它签名的文件一律不收",
  options: {
    unit: {
      type: "string",
      requiresArg: true,
      describe: "人社局：要停用哪个单位的密钥（单位编号）",
    },
    reason: { type: "string", requiresArg: true, describe: "停用的原因，留存备查" },
    ...UNLOCK_OPTIONS,
  },
  examples: [
    ["$0 enrol revoke --unit u-001 --reason 电脑被盗", "人社局停用一个单位的密钥"],
    ["$0 enrol revoke --reason 人社局来电通知", "单位停用人社局的密钥"],
  ],
  run: runRevoke,
};

async function runRevoke(given: Given, io: Io): Promise<void> {
  const { role } = await requireKeys(dataFolderOf(given, io));
  const unitId = textIfAny(given, "unit");
  if (role === "bureau" && unitId === undefined) throw wrongUsage("请用 --unit 写明单位编号");
  if (role === "unit" && unitId !== undefined)
    throw wrongUsage("单位停用人社局的密钥，不写 --unit");
  const { dataFolder, keys } = await unlock(given, io);
  const place = { dataFolder, sealer: keys.sealer };
  const reason = textIfAny(given, "reason") ?? null;
  const revoked = await inTurn(dataFolder, io, async () =>
    unitId === undefined
      ? revokeBureau(place, reason, io.now())
      : revokeUnit(place, unitId, reason, io.now()),
  );
  if (!revoked.ok) throw trustRefusal(unitId ?? dataFolder, revoked);
  await writeLine(
    io.stdout,
    `已停用${unitId ?? "人社局"}的密钥：${fingerprintOf(revoked.keys.kid)}`,
  );
}
