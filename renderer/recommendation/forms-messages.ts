import { defineMessages } from "../i18n/messages.ts";

/** What the forms of a round say. */
export const formsMessages = defineMessages(
  "round-forms",
  {
    forms: "表单",
    "forms.help":
      "表单按档案和本年度办理情况生成。点“查看”按打印样式显示，可用浏览器打印或存为PDF；也可以存为Excel工作簿。",
    form: "表单",
    what: "用途",
    actions: "操作",
    view: "查看",
    back: "返回",
    preview: "下面是打印样式",
    print: "打印",
    workbook: "存为工作簿",
    workbookOf: "把{{form}}存为工作簿",
    "what.confirmation": "由申报人签字，在申报人页面里逐人打印",
    "what.roster": "报名人员一览，随报送材料上报",
    "what.review": "逐项条件的比对结果，供审核人签署意见",
    "what.publicity": "张贴公示，不含身份证号和电话号码",
    "why.nobody": "还没有可以列入的人",
    "why.candidate": "在申报人页面里打印",
  },
  {
    forms: "Forms",
    "forms.help":
      "Drawn up from the records and the round. Show one as it prints, print it or save it as PDF by the browser; or save it as a workbook.",
    form: "Form",
    what: "For",
    actions: "Actions",
    view: "Show",
    back: "Back",
    preview: "As it prints",
    print: "Print",
    workbook: "Save as workbook",
    workbookOf: "Save {{form}} as a workbook",
    "what.confirmation": "Signed by the candidate; printed from each one's page",
    "what.roster": "Everybody who applies, handed in with the papers",
    "what.review": "What was compared, for the checker's opinion",
    "what.publicity": "Hung on the wall, without ID and telephone numbers",
    "why.nobody": "There is nobody to put on it yet",
    "why.candidate": "Printed from a candidate's page",
  },
);
