import type { EditRefusal, WorkRefusal } from "../types.ts";
import type { OpenRefusalCode } from "./open-result.ts";

type Code = Exclude<EditRefusal["code"], "invalid">;

/** What a refused edit is told in words. */
export const EDIT_SENTENCES = {
  "nothing-changed": "内容没有变化，不需要保存",
  "nothing-to-undo": "没有可以撤销或重做的操作",
  "changed-since": "这些记录后来又改过，不能直接撤销；请打开记录手工更正",
  "space-low": "磁盘剩余空间太少，为免数据受损已暂停写入；请清理磁盘后再试",
  "journal-failed":
    "改动已存入本机数据库，但没能写进操作日志，已暂停录入；程序会自动补写，请查看“健康检查”页",
  shrunk: "数据库里的人员比上次少了很多，为免覆盖已暂停写入；请到“健康检查”页处理",
  locked: "数据已锁定，请先解锁",
  "database-failed": "没有存进数据库，改动没有生效；请重试，仍不行请到“健康检查”页查看",
} as const satisfies Record<Code, string>;

/** An edit refused for a reason other than its content. */
export function refuseEdit(code: Code, message: string = EDIT_SENTENCES[code]): EditRefusal {
  return { ok: false, code, message };
}

/** A refused edit as a refusal of larger work. */
export function wordRefusal(refusal: EditRefusal): WorkRefusal {
  if (refusal.code !== "invalid") return refusal;
  const { code } = refusal;
  return { ok: false, code, message: "记录不符合要求，没有保存" };
}

/** Why the records were not opened, in words. */
export const OPEN_SENTENCES = {
  "newer-data": "这些数据是较新版本的程序保存的，本版本不能打开；请安装新版本，数据没有改动",
  shrunk: "数据库里的记录比上次少了很多；为免覆盖没有打开，请从备份恢复或从操作日志重建",
  wiped: "浏览器中的数据库是空的，但操作日志里有记录；可以从操作日志重建，已保存的内容不会丢失",
  "journal-ahead": "操作日志比数据库新（可能断过电）；可以从操作日志重建，已保存的内容不会丢失",
  "journal-damaged": "操作日志有损坏，或与数据库不是同一份；请查看详情后选择重建或从备份恢复",
  "other-window": "程序已在另一个窗口打开；请使用那个窗口，或关闭它后重试",
  "wrong-key": "数据库是用另一把密钥加密的，打不开；请确认数据文件夹没有换过",
  "database-failed": "数据库打不开；请关闭程序后重试，仍不行可以从操作日志重建",
} as const satisfies Record<OpenRefusalCode, string>;
