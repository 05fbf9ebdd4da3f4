import { describeKeyFault, type KeyRefusal } from "../services/keys/fault.ts";
import type { Role } from "../services/keys/key-file.ts";
import { type KeyState, readKeyState, unlockKeyStore } from "../services/keys/key-store.ts";
import type { UnlockedKeys } from "../services/keys/unlocked-keys.ts";
import { type Given, textIfAny } from "./command.ts";
import { DATA_OPTION, dataFolderOf } from "./data-folder.ts";
import { type CommandFailure, type Io, refused } from "./io.ts";
import { readSecret } from "./secret-input.ts";

/** For commands that need the keys of this installation. */
export const UNLOCK_OPTIONS = {
  ...DATA_OPTION,
  "passphrase-file": {
    type: "string",
    requiresArg: true,
    describe: "写有口令的文件；不写则在终端上输入，或从标准输入读一行",
  },
} as const;

/** An installation whose keys are open. */
export interface Installation {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
}

const ROLE_NAMES = { unit: "单位", bureau: "人社局" } as const satisfies Record<Role, string>;

/** What a role is called. */
export function nameRole(role: Role): string {
  return ROLE_NAMES[role];
}

/** Opens the keys with the passphrase, once it is sure that they are there and of the role that is needed. */
export async function unlock(given: Given, io: Io, role?: Role): Promise<Installation> {
  const dataFolder = dataFolderOf(given, io);
  await requireKeys(dataFolder, role);
  const passphrase = await readPassphrase(given, io);
  const unlocked = await unlockKeyStore(dataFolder, { passphrase });
  if (!unlocked.ok) throw keyRefusal(dataFolder, unlocked);
  return { dataFolder, keys: unlocked.keys };
}

/** What can be seen of the keys while locked; refused where there are none, or of the other role. */
export async function requireKeys(dataFolder: string, role?: Role): Promise<KeyState> {
  const read = await readKeyState(dataFolder);
  if (!read.ok) throw keyRefusal(dataFolder, read);
  const { state } = read;
  if (role !== undefined && state.role !== role) {
    throw refused(
      `${dataFolder}：这是${nameRole(state.role)}的数据文件夹，这个命令只供${nameRole(role)}使用；请用 --data 指定另一个`,
    );
  }
  return state;
}

/** The passphrase that is in force. */
export async function readPassphrase(given: Given, io: Io): Promise<string> {
  return readSecret(io, { prompt: "口令", file: textIfAny(given, "passphrase-file") });
}

/** A fault of the keys as a refusal that names the data folder. */
export function keyRefusal(dataFolder: string, fault: KeyRefusal): CommandFailure {
  return refused(`${dataFolder}：${describeKeyFault(fault)}`);
}
