import { defineMessages } from "../i18n/messages.ts";

/** What the reports of a bureau have in common. */
export const frameMessages = defineMessages(
  "bureauFrame",
  {
    year: "年度",
    yearOf: "{{year}}年度",
    scope: "范围",
    "scope.all": "全部申报",
    "scope.accepted": "已受理的",
    "scope.passed": "评审通过的",
    unread: "没有读出来",
    "empty.title": "还没有收到报送包",
    "empty.hint": "收到基层单位的报送包以后，这里按年度列出数字。",
    "empty.go": "去受理台接收",
  },
  {
    year: "Year",
    yearOf: "Round of {{year}}",
    scope: "Scope",
    "scope.all": "Everything put forward",
    "scope.accepted": "Accepted",
    "scope.passed": "Passed",
    unread: "This could not be read",
    "empty.title": "No packages have come yet",
    "empty.hint": "The figures of each year stand here once units have sent their packages.",
    "empty.go": "Receive one at the inbox",
  },
);
