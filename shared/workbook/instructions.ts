import type { CellStyle, PlannedRow, SheetPlan } from "./plan.ts";
import { ALL_SHEETS, INSTRUCTIONS_SHEET, WORKBOOK_TITLE } from "./sheets/registry.ts";

/** 填表说明: one page that a clerk reads before filling in. */

const GENERAL: readonly string[] = [
  "先填“单位”和“人员”，再填其余各表；没有内容的表空着，不要删除表或改表名。",
  "红色标题的栏必填；鼠标停在标题上会显示填写说明；有下拉箭头的栏从列表中选。",
  "各表用“人员编号”和“姓名”对应到人；没有重名的，只填姓名也可以。",
  "日期写成 2006-07-01 或 2006-07（只知道月份），也可以写 2006.07.01、2006年7月；不要只写年份。",
  "身份证号、统一社会信用代码、各种编号按文本填写；从别处复制时用“选择性粘贴－数值”，以免把格式带成数字。",
  "一行只填一条记录，不合并单元格，不在表中加合计行；可以增加自己的栏，导入时会列出来但不会采用。",
  "填好后在程序中导入。程序先全部检查再导入，有问题的行会列出所在的表、单元格和原因，可以改正后重新导入；同一份表导入多次不会重复。",
];

const WIDTHS = [4, 16, 62] as const;

/** The sheet 填表说明. */
export function instructionsPlan(): SheetPlan {
  return {
    name: INSTRUCTIONS_SHEET,
    columns: WIDTHS.map((width) => ({ width, style: "instruction" as const })),
    rows: instructionRows(),
    rowCount: GENERAL.length + ALL_SHEETS.length + 3,
    merged: [
      { top: 1, bottom: 1, left: 0, right: 2 },
      ...GENERAL.map((_, index) => ({ top: index + 2, bottom: index + 2, left: 1, right: 2 })),
    ],
    print: { orientation: "portrait" },
  };
}

function* instructionRows(): Generator<PlannedRow> {
  const TALL = 36;
  yield { cells: [styled(`${WORKBOOK_TITLE}填表说明`, "documentTitle")], height: TALL };
  for (const [index, line] of GENERAL.entries()) {
    yield { cells: [index + 1, line], height: TALL };
  }
  yield { cells: [null] };
  yield {
    cells: [null, styled("表", "instructionHeading"), styled("填什么", "instructionHeading")],
  };
  for (const { name, rowMeaning } of ALL_SHEETS) yield { cells: [null, name, `${rowMeaning}。`] };
}

function styled(value: string, style: CellStyle) {
  return { value, style };
}
