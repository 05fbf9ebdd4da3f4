import { defineMessages } from "../../i18n/messages.ts";

/** What stands at the lock, and where the records do not open. */
export const lockMessages = defineMessages(
  "lock",
  {
    title: "已锁定",
    note: "记录已加密保存，请输入口令。",
    passphrase: "口令",
    unlock: "解锁",
    unlocking: "正在解锁……",
    wrong: "口令不对，请检查大小写和输入法后再试",
    useCode: "忘记口令，用恢复码",
    usePassphrase: "改用口令",
    useOs: "用本机账户解锁",
    codeTitle: "用恢复码打开",
    codeNote:
      "请输入保管在单位的恢复码（24组，每组3位），并设一个新口令。原来的口令随即作废，恢复码不变。",
    code: "恢复码",
    codeHint: "空格、换行可有可无",
    newPassphrase: "新口令",
    codeOpen: "打开并换用新口令",
    opening: "正在打开记录……",
    connecting: "正在连接后台程序……",
    "unreachable.title": "连接不上后台程序",
    "unreachable.text": "请关闭这个窗口，重新启动“基层职称”。已经保存的记录是安全的。",
    "refused.newer-data": "这些数据由更新的版本保存",
    "refused.shrunk": "记录比上次少了很多",
    "refused.wiped": "数据库是空的，日志里有记录",
    "refused.journal-ahead": "日志比数据库新",
    "refused.journal-damaged": "操作日志有损坏",
    "refused.other-window": "已在另一个窗口打开",
    "refused.wrong-key": "密钥与数据不符",
    "refused.database-failed": "数据库打不开",
    "why.newer-data":
      "本版本不能打开，请先安装新版本。暂时装不上的，可以回到升级前的记录接着用，升级以后的修改另存保留。",
    "why.shrunk": "为免把原来的内容覆盖掉，没有打开。请从日志重建；重建时可以选一份备份作起点。",
    "why.wiped":
      "可能清理过浏览器的数据，或换过浏览器。已保存的内容都在操作日志里，从日志重建就能找回。",
    "why.journal-ahead": "可能断过电。从日志重建就能找回，已保存的内容不会丢失。",
    "why.journal-damaged":
      "日志有损坏，或与数据库不是同一份。请从日志重建；找不回全部的话，会先说明能找回多少。",
    "why.other-window": "请用已经打开的那个窗口；要在这里用，先关闭那个窗口，再点“重新打开”。",
    "why.wrong-key": "数据库是用另一把密钥加密的。请确认数据文件夹没有换过。",
    "why.database-failed": "请关闭程序后重试；仍然打不开的，可以从日志重建。",
    "refused.people": "数据库中有{{now}}人，上次有{{before}}人。",
    "refused.entries": "数据库中有{{now}}条变更；日志中完好的有{{whole}}条。",
    "refused.versions": "数据版本 {{onDisk}}，本程序最高支持 {{version}}。",
    "refused.safe": "没有改动任何数据。",
    "refused.retry": "重新打开",
    "refused.lock": "锁定",
    "rebuild.offer": "从日志重建",
    "rebuild.offerBefore": "回到升级前……",
    "rebuild.title": "从日志重建记录",
    "rebuild.text":
      "程序将按操作日志逐条重做，写进一个新的数据库；现有数据库不删除，重建成功后才换用。",
    "rebuild.from": "从哪里开始",
    "rebuild.fromJournal": "只用日志，从第一条开始",
    "rebuild.fromBackup": "{{at}}的备份（{{people}}人，到第{{head}}条），再接上日志",
    "rebuild.partial":
      "只能重建到第{{whole}}条变更，之后的找不回来（原有{{before}}条）。也可以改从较新的备份开始。",
    "rebuild.nothing":
      "日志里没有一条完好的变更（原有{{before}}条），只能得到一个空的数据库。有备份的，请改从备份开始。",
    "rebuild.newer":
      "日志从第{{next}}条起由更新的版本写入，本版本读不了。可以重建到第{{whole}}条，也就是升级以前；以后的修改另存在本机，不会删除，装回新版本后可用它做的备份恢复。",
    "rebuild.acceptPartial": "知道了，重建到第{{whole}}条",
    "rebuild.acceptNothing": "知道了，从空的数据库开始",
    "rebuild.start": "开始重建",
    "rebuild.progress": "已重做{{done}}条，共{{total}}条",
    "rebuild.failed": "重建没有完成：{{message}}。现有数据没有改动，可以再试。",
    "rebuild.working": "正在重建……",
  },
  {
    title: "Locked",
    note: "The records are encrypted. Please give the passphrase.",
    passphrase: "Passphrase",
    unlock: "Unlock",
    unlocking: "Unlocking…",
    wrong: "The passphrase is wrong; check capitals and the input method, then try again",
    useCode: "Passphrase forgotten: use the recovery code",
    usePassphrase: "Use the passphrase",
    useOs: "Unlock with this computer's account",
    codeTitle: "Open with the recovery code",
    codeNote:
      "Type the recovery code kept at your unit (24 groups of three digits) and set a new passphrase. The old one stops working; the code stays.",
    code: "Recovery code",
    codeHint: "Blanks and line breaks do not matter",
    newPassphrase: "New passphrase",
    codeOpen: "Open and use the new passphrase",
    opening: "Opening the records…",
    connecting: "Connecting to the program…",
    "unreachable.title": "The program cannot be reached",
    "unreachable.text": "Close this window and start Jiceng again. Saved records are safe.",
    "refused.newer-data": "A newer version saved these data",
    "refused.shrunk": "There are far fewer records than last time",
    "refused.wiped": "The database is empty, the journal is not",
    "refused.journal-ahead": "The journal is ahead of the database",
    "refused.journal-damaged": "The journal is damaged",
    "refused.other-window": "Open in another window",
    "refused.wrong-key": "The key does not fit the data",
    "refused.database-failed": "The database does not open",
    "why.newer-data":
      "This version cannot open them. Please install the new version first. Where that has to wait, go back to the records from before the upgrade; what was changed since is kept aside.",
    "why.shrunk":
      "It was not opened, so that nothing is overwritten. Rebuild from the journal; a backup can be chosen to begin with.",
    "why.wiped":
      "The browser's data may have been cleared, or another browser is in use. All that was saved is in the journal; rebuilding brings it back.",
    "why.journal-ahead":
      "The power may have failed. Rebuilding from the journal brings everything back; nothing saved is lost.",
    "why.journal-damaged":
      "The journal is damaged, or belongs to another database. Rebuild from the journal; if not all can be had, you are told first how much.",
    "why.other-window":
      "Use the window that is open. To work here, close that one first, then choose “Open again”.",
    "why.wrong-key":
      "The database was encrypted with another key. Make sure that the data folder was not exchanged.",
    "why.database-failed":
      "Close the program and try again. If that does not help, rebuild from the journal.",
    "refused.people": "People in the database: {{now}}; last time: {{before}}.",
    "refused.entries": "Changes in the database: {{now}}; whole ones in the journal: {{whole}}.",
    "refused.versions": "The data have version {{onDisk}}; this program knows up to {{version}}.",
    "refused.safe": "Nothing was changed.",
    "refused.retry": "Open again",
    "refused.lock": "Lock",
    "rebuild.offer": "Rebuild from the journal",
    "rebuild.offerBefore": "Back to before the upgrade…",
    "rebuild.title": "Rebuild the records from the journal",
    "rebuild.text":
      "The journal is replayed into a new database. The present one is not deleted, and the new one is used only when it is complete.",
    "rebuild.from": "Begin with",
    "rebuild.fromJournal": "The journal alone, from its first entry",
    "rebuild.fromBackup":
      "The backup of {{at}} ({{people}} people, up to number {{head}}), then the journal",
    "rebuild.partial":
      "It can be rebuilt up to change {{whole}} only; later ones are lost (there were {{before}}). A newer backup may hold more.",
    "rebuild.nothing":
      "The journal holds no whole change (there were {{before}}): the database would be empty. If there is a backup, begin with it.",
    "rebuild.newer":
      "From entry {{next}} on the journal was written by a newer version, which this one cannot read. It can be rebuilt up to entry {{whole}}, before the upgrade; later changes are kept aside on this computer, and can be restored from the newer version's backups once it is installed again.",
    "rebuild.acceptPartial": "Understood: rebuild up to {{whole}}",
    "rebuild.acceptNothing": "Understood: begin with an empty database",
    "rebuild.start": "Start to rebuild",
    "rebuild.progress": "{{done}} of {{total}} done",
    "rebuild.failed": "Not rebuilt: {{message}}. The present data are unchanged; try again.",
    "rebuild.working": "Rebuilding…",
  },
);
