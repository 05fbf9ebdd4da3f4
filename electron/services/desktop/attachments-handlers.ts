import type { ATTACHMENTS_METHODS } from "../../../shared/bridge/attachments-methods.ts";
import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import {
  getAttachment,
  listAttachments,
  putAttachment,
  removeAttachments,
} from "../attachments/attachments.ts";
import { inOrder } from "../files/in-order.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";

const SENTENCES = {
  "attachment-missing": "附件文件不在数据文件夹里；请重新添加，或从备份的数据文件夹中恢复",
  "attachment-damaged": "附件文件已损坏，打不开；请重新添加",
} as const;

/** Files beside the records. Locked keys refuse all of these. */
export function makeAttachmentsHandlers(desk: Desk): GroupHandlers<typeof ATTACHMENTS_METHODS> {
  const { dataFolder } = desk;
  // One at a time: each may be as large as memory is dear, and two of the same must not write at once.
  const queue = inOrder();
  const unlocked = <Output>(
    work: (keys: UnlockedKeys) => Promise<Answer<Output>>,
  ): Promise<Answer<Output>> =>
    queue(() => {
      const { keys } = desk.keyRing;
      return keys === null ? Promise.resolve(hostError("locked")) : work(keys);
    });
  return {
    "attachments.put": (_input, bytes) =>
      unlocked(async (keys) => {
        if (bytes === null) return hostError("bad-input");
        const refusal = await refuseBelowFloor(desk);
        return refusal ?? done(await putAttachment(dataFolder, keys, bytes));
      }),
    "attachments.get": ({ sha256 }) =>
      unlocked(async (keys) => {
        const got = await getAttachment(dataFolder, keys, sha256);
        return got.ok ? done({}, got.bytes) : refuse(got.code, SENTENCES[got.code]);
      }),
    "attachments.list": () =>
      unlocked(async () => done({ files: [...(await listAttachments(dataFolder))] })),
    "attachments.remove": ({ sha256s }) =>
      unlocked(async () => done({ removed: await removeAttachments(dataFolder, sha256s) })),
  };
}
