import type { CommandGroup } from "../command.ts";
import { createKeysCommand } from "./keys-create.ts";
import { changePassphraseCommand, recoverCommand, rehearseCommand } from "./keys-recovery.ts";
import { renewKeysCommand } from "./keys-renew.ts";
import { showKeysCommand } from "./keys-show.ts";

export const keysCommands: CommandGroup = {
  name: "keys",
  summary: "本机的密钥：建立、查看、演练恢复、改口令、用恢复码找回、更换",
  commands: [
    createKeysCommand,
    showKeysCommand,
    rehearseCommand,
    changePassphraseCommand,
    recoverCommand,
    renewKeysCommand,
  ],
};
