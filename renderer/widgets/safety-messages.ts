import { defineMessages } from "../i18n/messages.ts";

/** One sentence for each way in which backups, journal, keys, disk and clock can stand. */
export const SAFETY_MESSAGES = defineMessages(
  "safety",
  {
    "state.good": "正常",
    "state.warn": "注意",
    "state.bad": "要处理",
    "state.unknown": "不清楚",
    unread: "读不出来：{{message}}",
    "backup.none": "还没有备份，请立即备份一次",
    "backup.nothing": "还没有需要备份的记录",
    "backup.old": "最近一次备份是{{days}}天前的，请立即备份",
    "backup.late": "最近一次备份是{{days}}天前的",
    "backup.ahead":
      "最近一次备份的时间比现在的电脑时间还晚，看不出是多久以前做的；请校准电脑时间，再备份一次",
    "backup.fresh": "最近一次备份是新的",
    "journal.truncated": "操作日志的末尾不完整，完整的部分到第{{number}}条为止；请立即备份",
    "journal.damaged": "操作日志已损坏，完整的部分到第{{number}}条为止；请立即备份",
    "journal.behind": "操作日志少{{missing}}条，还没有写到磁盘上；请检查磁盘后重新打开程序",
    "journal.ahead": "数据库比操作日志少{{missing}}条，请用操作日志重建",
    "journal.empty": "还没有修改记录，操作日志是空的",
    "journal.whole": "每一次修改都已写入操作日志，共{{head}}条",
    "keys.unrehearsed": "恢复码还没有演练过；忘记口令时不能确定能否打开数据",
    "keys.rehearsed": "恢复码已演练过，忘记口令时可以用它打开",
    "disk.unknown": "系统没有告诉本程序磁盘还剩多少空间",
    "disk.full": "磁盘只剩{{free}}，低于{{floor}}，已停止写入；请清理磁盘",
    "disk.low": "磁盘剩余{{free}}，快到下限{{floor}}了；请清理磁盘",
    "disk.enough": "磁盘剩余{{free}}，低于{{floor}}时停止写入",
    "quota.unknown": "浏览器没有告诉本程序还能存多少",
    "quota.low": "浏览器只允许存{{quota}}，已用{{used}}；请清理磁盘",
    "quota.enough": "已用{{used}}，浏览器最多允许{{quota}}",
    "persist.unknown": "浏览器没有答复是否长期保留数据",
    "persist.yes": "浏览器已答应长期保留数据",
    "persist.no": "浏览器没有答应长期保留数据，磁盘紧张时可能清除；操作日志和备份不受影响",
    "counts.first": "数据库里有{{people}}人、{{entries}}条修改记录",
    "counts.same": "数据库里有{{people}}人、{{entries}}条修改记录，与上次一致",
    "counts.smaller":
      "数据库里只有{{people}}人、{{entries}}条修改记录，上次是{{peopleBefore}}人、{{entriesBefore}}条；请先恢复，再继续录入",
    "clock.first": "还没有可以对照的时间",
    "clock.right": "电脑时间不早于最近一次修改的时间",
    "clock.behind": "电脑时间比最近一次修改还早{{minutes}}分钟，请校准电脑时间",
  },
  {
    "state.good": "In order",
    "state.warn": "Note",
    "state.bad": "Act",
    "state.unknown": "Not known",
    unread: "Cannot be read: {{message}}",
    "backup.none": "There is no backup yet. Make one now.",
    "backup.nothing": "There is nothing to back up yet.",
    "backup.old": "The last backup is {{days}} days old. Make one now.",
    "backup.late": "The last backup is {{days}} days old.",
    "backup.ahead":
      "The last backup is of a time to come, so nobody knows how old it is. Set the clock right, then back up once more.",
    "backup.fresh": "The last backup is recent.",
    "journal.truncated":
      "The journal breaks off; it is whole up to entry {{number}}. Make a backup now.",
    "journal.damaged":
      "The journal is damaged; it is whole up to entry {{number}}. Make a backup now.",
    "journal.behind":
      "{{missing}} changes are not yet in the journal. Check the disk, then reopen the program.",
    "journal.ahead": "The database lacks {{missing}} changes that the journal has. Rebuild it.",
    "journal.empty": "No changes yet; the journal is empty.",
    "journal.whole": "Every change is in the journal, {{head}} in all.",
    "keys.unrehearsed":
      "The recovery code was never rehearsed; nobody knows whether it would open the data.",
    "keys.rehearsed": "The recovery code was rehearsed; it opens the data without the passphrase.",
    "disk.unknown": "The system does not tell how much space the disk has left.",
    "disk.full":
      "Only {{free}} left on the disk, below {{floor}}: writing has stopped. Free some space.",
    "disk.low": "{{free}} left on the disk, close to the floor of {{floor}}. Free some space.",
    "disk.enough": "{{free}} left on the disk; writing stops below {{floor}}.",
    "quota.unknown": "The browser does not tell how much may be stored.",
    "quota.low": "The browser allows {{quota}}, of which {{used}} are used. Free some space.",
    "quota.enough": "{{used}} used of the {{quota}} that the browser allows.",
    "persist.unknown": "The browser has not said whether it will keep the data.",
    "persist.yes": "The browser has promised to keep the data.",
    "persist.no":
      "The browser has not promised to keep the data and may clear it when the disk is full; journal and backups are not affected.",
    "counts.first": "In the database: people {{people}}, changes {{entries}}.",
    "counts.same": "In the database: people {{people}}, changes {{entries}}, as last time.",
    "counts.smaller":
      "Only {{people}} people and {{entries}} changes in the database; last time there were {{peopleBefore}} and {{entriesBefore}}. Restore first, then go on.",
    "clock.first": "There is no time to compare with yet.",
    "clock.right": "The clock is not behind the last change.",
    "clock.behind": "The clock is {{minutes}} minutes behind the last change. Set it right.",
  },
);

export type SafetyMessage = keyof (typeof SAFETY_MESSAGES)["messages"]["zh-CN"];
