import { defineMessages } from "../i18n/messages.ts";

/** What the appeals of a candidate say. */
export const appealMessages = defineMessages(
  "round-appeals",
  {
    appeals: "本人申诉",
    "appeals.help":
      "本人对审核意见或推荐结果不服的，在这里登记。申诉没有处理完，不能开始公示，也不能生成报送包。结论由人作出；需要更改审核意见或推荐结果的，请另行更改。",
    "appeals.none": "没有申诉",
    "appeal.add": "登记申诉",
    "appeal.handle": "登记处理情况",
    "appeal.open": "未办结",
    "appeal.received": "{{on}}收到",
    "appeal.handled": "处理情况：{{handling}}",
    "appeal.signed": "{{by}}于{{at}}登记",
    "appeal.receivedOn": "收到日期",
    "appeal.text": "申诉内容",
    "appeal.textHint": "不服哪一项、理由是什么",
    "appeal.save": "保存",
  },
  {
    appeals: "Appeals",
    "appeals.help":
      "Where the person contests the check or the outcome. While an appeal is open no notice is hung and no package is built. People decide, and change the check or the outcome where that is due.",
    "appeals.none": "None",
    "appeal.add": "Enter an appeal",
    "appeal.handle": "Enter its handling",
    "appeal.open": "open",
    "appeal.received": "received on {{on}}",
    "appeal.handled": "Handling: {{handling}}",
    "appeal.signed": "entered by {{by}} on {{at}}",
    "appeal.receivedOn": "Received",
    "appeal.text": "What it says",
    "appeal.textHint": "What is contested, and why",
    "appeal.save": "Save",
  },
);
