import {
  changePassphrase,
  rehearseRecovery,
  renewRecoveryCode,
} from "../../services/keys/change-keys.ts";
import { type KeyRefusal } from "../../services/keys/fault.ts";
import { unlockKeyStore } from "../../services/keys/key-store.ts";
import type { Credential } from "../../services/keys/slots.ts";
import { type Command, type Given, isOn, textIfAny } from "../command.ts";
import { DATA_OPTION, dataFolderOf } from "../data-folder.ts";
import { inTurn } from "../in-turn.ts";
import { type Io, writeLine } from "../io.ts";
import { readNewPassphrase } from "../new-passphrase.ts";
import { recoveryCodeLines } from "../recovery-code-lines.ts";
import { readSecret } from "../secret-input.ts";
import { keyRefusal, readPassphrase, requireKeys, UNLOCK_OPTIONS } from "../unlock.ts";

/** Recovery code and passphrase: proving the one, changing the other. */

const RECOVERY_OPTION = {
  "recovery-code-file": {
    type: "string",
    requiresArg: true,
    describe: "写有恢复码的文件；不写则在终端上输入（一行写完），或从标准输入读一行",
  },
} as const;

const NEW_PASSPHRASE_OPTION = {
  "new-passphrase-file": {
    type: "string",
    requiresArg: true,
    describe: "写有新口令的文件；不写则在终端上输入两次，或从标准输入读下一行",
  },
} as const;

/** A code in a file may stand in its four lines. */
const RECOVERY_CODE_LINES = 4;

export const rehearseCommand: Command = {
  usage: "rehearse",
  summary: "演练恢复：照抄件输入恢复码，证明它能打开密钥",
  options: { ...DATA_OPTION, ...RECOVERY_OPTION },
  examples: [["$0 keys rehearse", "在终端上输入抄写的24组数字"]],
  run: runRehearse,
};

export const changePassphraseCommand: Command = {
  usage: "change-passphrase",
  summary: "改口令：先输入现在的口令，再输入新口令；恢复码不变",
  options: { ...UNLOCK_OPTIONS, ...NEW_PASSPHRASE_OPTION },
  examples: [["$0 keys change-passphrase", "口令在终端上输入"]],
  run: runChangePassphrase,
};

export const recoverCommand: Command = {
  usage: "recover",
  summary: "忘记口令时：用恢复码打开密钥，另设新口令",
  options: {
    ...DATA_OPTION,
    ...RECOVERY_OPTION,
    ...NEW_PASSPHRASE_OPTION,
    "new-code": { type: "boolean", describe: "同时换新恢复码，旧的作废（旧的可能被别人看到时）" },
  },
  examples: [["$0 keys recover", "先输入恢复码，再输入两次新口令"]],
  run: runRecover,
};

async function runRehearse(given: Given, io: Io): Promise<void> {
  const dataFolder = dataFolderOf(given, io);
  await requireKeys(dataFolder);
  const recoveryCode = await readRecoveryCode(given, io);
  await change(dataFolder, io, () => rehearseRecovery(dataFolder, recoveryCode, io.now()));
  await writeLine(io.stdout, `${dataFolder}：恢复码正确，能打开密钥；密钥建立完毕`);
}

async function runChangePassphrase(given: Given, io: Io): Promise<void> {
  const dataFolder = dataFolderOf(given, io);
  await requireKeys(dataFolder);
  await replacePassphrase(dataFolder, { passphrase: await readPassphrase(given, io) }, given, io);
  await writeLine(io.stdout, `${dataFolder}：已改口令，旧口令作废；恢复码不变`);
}

async function runRecover(given: Given, io: Io): Promise<void> {
  const dataFolder = dataFolderOf(given, io);
  await requireKeys(dataFolder);
  const credential = { recoveryCode: await readRecoveryCode(given, io) };
  await replacePassphrase(dataFolder, credential, given, io);
  await writeLine(io.stdout, `${dataFolder}：已用恢复码打开密钥，新口令已生效`);
  if (!isOn(given, "new-code")) return;
  const { recoveryCode } = await change(dataFolder, io, () =>
    renewRecoveryCode(dataFolder, credential),
  );
  for (const line of recoveryCodeLines(recoveryCode)) await writeLine(io.stdout, line);
}

/** The old way in is tried before a new passphrase is asked for: nobody should think one up in vain. */
async function replacePassphrase(
  dataFolder: string,
  credential: Credential,
  given: Given,
  io: Io,
): Promise<void> {
  await orRefuse(dataFolder, unlockKeyStore(dataFolder, credential));
  const passphrase = await readNewPassphrase(io, given, "new-passphrase-file");
  await change(dataFolder, io, () => changePassphrase(dataFolder, credential, passphrase));
}

async function readRecoveryCode(given: Given, io: Io): Promise<string> {
  const file = textIfAny(given, "recovery-code-file");
  const lines = file === undefined ? 1 : RECOVERY_CODE_LINES;
  return readSecret(io, { prompt: "恢复码（24组数字，一行写完）", file, lines, isShown: true });
}

function change<Result extends { readonly ok: true }>(
  dataFolder: string,
  io: Io,
  work: () => Promise<Result | KeyRefusal>,
): Promise<Result> {
  return orRefuse(dataFolder, inTurn(dataFolder, io, work));
}

async function orRefuse<Result extends { readonly ok: true }>(
  dataFolder: string,
  work: Promise<Result | KeyRefusal>,
): Promise<Result> {
  const result = await work;
  if (result.ok) return result;
  throw keyRefusal(dataFolder, result);
}
