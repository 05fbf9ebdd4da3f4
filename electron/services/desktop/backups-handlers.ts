import type { BACKUPS_METHODS } from "../../../shared/bridge/backups-methods.ts";
import { type Answer, hostError } from "../../../shared/bridge/method.ts";
import type { Refusal } from "../backups/backups.ts";
import { describeFolderFault, orFileFault } from "../files/faults.ts";
import { done, refuse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";
import { refuseBelowFloor } from "./space.ts";

const SENTENCES = {
  "backup-missing": "找不到这份备份，可能已被删除；请换一份",
  "backup-damaged": "这份备份不完整或已损坏，没有使用；请换一份",
  "backup-newer": "这份备份是更新版本的程序做的，本版本不能读取；请升级程序",
  "backup-not-begun": "备份中断了，没有留下不完整的文件；请重新备份",
} as const satisfies Record<Refusal["code"], string>;

/** Backups over the bridge: the pieces are sealed already, so they need no keys. */
export function makeBackupsHandlers(desk: Desk): GroupHandlers<typeof BACKUPS_METHODS> {
  const { backups } = desk;
  return {
    "backups.begin": async (given) => {
      const refusal = await refuseBelowFloor(desk);
      return refusal ?? orNotMade(async () => done({ id: await backups.begin(given) }));
    },
    "backups.append": async ({ id, documents }, bytes) => {
      if (bytes === null) return hostError("bad-input");
      return orNotMade(async () => {
        const appended = await backups.append(id, documents, bytes);
        return appended.ok ? done({}) : refuseBackup(appended);
      });
    },
    "backups.finish": ({ id }) =>
      orNotMade(async () => {
        const finished = await backups.finish(id);
        return finished.ok ? done(finished.info) : refuseBackup(finished);
      }),
    "backups.abort": async ({ id }) => {
      await backups.abort(id);
      return done({});
    },
    "backups.list": async () => done({ backups: [...(await backups.list())] }),
    "backups.verify": async ({ id }) => {
      const verified = await backups.verify(id);
      if (!verified.ok && verified.code !== "backup-damaged") return refuseBackup(verified);
      return done({ isWhole: verified.ok });
    },
    "backups.read": async ({ id, piece }) => {
      const read = await backups.read(id, piece);
      if (!read.ok) return refuseBackup(read);
      return done({ documents: read.documents, isEnd: read.isEnd }, read.bytes);
    },
  };
}

/** Work that writes a backup: what the disk says of a file does not tell what became of those that there were. */
async function orNotMade<Output>(work: () => Promise<Answer<Output>>): Promise<Answer<Output>> {
  const answered = await orFileFault(work);
  if (answered.ok || "error" in answered) return answered;
  const why = describeFolderFault(answered.code);
  return refuse(answered.code, `备份没有做成，原有的备份没有动：${why}`);
}

function refuseBackup({ code }: Refusal): ReturnType<typeof refuse> {
  return refuse(code, SENTENCES[code]);
}
