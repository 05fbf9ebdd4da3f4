import { defineMessages } from "../i18n/messages.ts";

/** What the card on the ledger's backups says. */
export const ledgerMessages = defineMessages(
  "bureauLedger",
  {
    title: "受理台账备份",
    help: "台账里的办理意见、评审结果、改革规划和抽查记录不在报送包里，所以单独备份，内容是加密的；每天自动备份一次。报送包和回执在数据文件夹里另有原件。",
    make: "立即备份台账",
    made: "台账已备份，共{{rows}}条",
    unread: "台账备份读不出来",
    none: "还没有台账备份",
    at: "时间",
    rows: "条数",
    size: "大小",
    action: "操作",
    rowsOf: "{{rows}}条",
    restore: "恢复……",
    restoreOf: "恢复{{at}}的台账备份",
    "restore.title": "恢复到{{at}}的台账？",
    "restore.text":
      "办理意见、评审结果、改革规划和抽查记录将换成这份备份里的{{rows}}条。已经出具的回执不受影响。现在的台账会先自动备份，可以再恢复回来。",
    "restore.ok": "恢复",
    "restore.done": "已恢复{{rows}}条；恢复前的台账备份在{{at}}",
  },
  {
    title: "Backups of the ledger",
    help: "Decisions, results, the plan and the samples are not in the packages, so they are backed up by themselves, sealed; once a day by itself. Packages and receipts lie as originals in the data folder.",
    make: "Back the ledger up",
    made: "The ledger has been backed up, {{rows}} rows",
    unread: "The backups of the ledger could not be read",
    none: "There is no backup of the ledger yet",
    at: "Made at",
    rows: "Rows",
    size: "Size",
    action: "Actions",
    rowsOf: "{{rows}}",
    restore: "Restore…",
    restoreOf: "Restore the ledger of {{at}}",
    "restore.title": "Go back to the ledger of {{at}}?",
    "restore.text":
      "Decisions, results, plan and samples will be those {{rows}} of this backup. Receipts that were issued stay as they are. The ledger as it is now is backed up first, so that you can go back.",
    "restore.ok": "Restore",
    "restore.done": "{{rows}} restored; the ledger as it was before lies in the backup of {{at}}",
  },
);
