import type { KeyFault, KeyRefusal } from "../keys/fault.ts";
import { describeKeyFault } from "../keys/fault.ts";
import { refuse } from "./answers.ts";

/** Where the core's sentence names a command of the command line, the screen says it in its own words. */
const SCREEN_SENTENCES: Partial<Record<KeyFault, string>> = {
  "keys-missing": "还没有建立密钥；请先设置口令",
  "keys-exist": "这台电脑上已经建立过密钥，没有改动",
  "passphrase-wrong": "口令不对；请重新输入，忘记口令的请用恢复码",
};

/** A refusal of the key store as an answer of the bridge. */
export function refuseKeyFault(refusal: KeyRefusal): ReturnType<typeof refuse> {
  const { code, groups, found } = refusal;
  const message = SCREEN_SENTENCES[code] ?? describeKeyFault(refusal);
  if (groups === undefined && found === undefined) return refuse(code, message);
  return refuse(code, message, {
    ...(groups !== undefined && { groups: groups.join(",") }),
    ...(found !== undefined && { found }),
  });
}
