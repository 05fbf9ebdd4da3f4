import type { JOURNAL_METHODS } from "../../../shared/bridge/journal-methods.ts";
import type { JournalRefusal } from "../journal/journal.ts";
import { done, refuse, refuseInUse } from "./answers.ts";
import type { Desk, GroupHandlers } from "./desk.ts";

const SENTENCES = {
  "journal-gap": "操作日志缺少前面的记录，没有写入；程序会补齐后重试",
  "journal-fork": "操作日志中已有别的记录，与本机数据不一致，没有写入；请到“健康检查”页处理",
  "journal-mismatch": "要写入操作日志的记录在途中变了样，没有写入；请重新打开程序后再试",
  "journal-damaged": "操作日志的一部分已损坏，读不出来；请到“健康检查”页处理",
} as const satisfies Record<Exclude<JournalRefusal["code"], "folder-in-use">, string>;

/** The journal over the bridge: what it holds is sealed already, so it needs no keys. */
export function makeJournalHandlers({ journal }: Desk): GroupHandlers<typeof JOURNAL_METHODS> {
  return {
    "journal.append": async ({ entries, counts }) => {
      const appended = await journal.append(entries, counts);
      return appended.ok ? done({ head: appended.head }) : refuseJournal(appended);
    },
    "journal.state": async () => {
      const state = await journal.readState();
      if (!state.ok) return refuseJournal(state);
      const { head, headHash, bytes, lastAt, fault } = state;
      return done({ head, headHash, bytes, lastAt, fault });
    },
    "journal.read": async ({ from }) => {
      const read = await journal.read(from);
      return read.ok
        ? done({ entries: [...read.entries], isEnd: read.isEnd })
        : refuseJournal(read);
    },
    "journal.setAside": async ({ from }) => {
      const set = await journal.setAside(from);
      return set.ok ? done({ head: set.head }) : refuseJournal(set);
    },
  };
}

function refuseJournal({ code, head }: JournalRefusal): ReturnType<typeof refuse> {
  if (code === "folder-in-use") return refuseInUse();
  return refuse(code, SENTENCES[code], { head });
}
