import { type Column, describeType, formatOf } from "../shared/workbook/column.ts";
import { DATE_FORMS } from "../shared/workbook/cell-issue.ts";
import { COLUMN_STATE_LABELS } from "../shared/workbook/import/mapping.ts";
import { IGNORED_LABELS } from "../shared/workbook/import/row.ts";
import {
  DEFAULT_IDS,
  describeDefault,
  ROSTER_DEFAULTS,
} from "../shared/workbook/roster/defaults.ts";
import { EDUCATION_FIELDS, EDUCATION_GROUPS } from "../shared/workbook/roster/education-fields.ts";
import { ROSTER_FIELDS, type RosterField } from "../shared/workbook/roster/fields.ts";
import { IGNORED_HEADINGS } from "../shared/workbook/roster/ignored-headings.ts";
import type { SheetSpec } from "../shared/workbook/sheet-spec.ts";
import { ALL_SHEETS, WORKBOOK_TITLE } from "../shared/workbook/sheets/registry.ts";

/** docs/workbook.md, drawn up from the same data as template, import and export. */

/** Where it stands, from the repository's root. */
export const WORKBOOK_DOCUMENTATION = "docs/workbook.md";

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

function columnRow({ heading, type, isRequired, isReadOnly, note, synonyms = [] }: Column) {
  return [
    heading,
    isReadOnly === true ? "只在导入时识别" : isRequired === true ? "必填" : "",
    describeType(type),
    formatOf(type),
    note,
    synonyms.join("、"),
  ];
}

function sheetSection({ name, rowMeaning, columns }: SheetSpec): string {
  const headings = ["栏", "必填", "内容", "单元格格式", "说明", "也认作"];
  return [`### ${name}`, `${rowMeaning}。`, table(headings, columns.map(columnRow))].join("\n\n");
}

function fieldRow({ label, headings }: RosterField, key: string): readonly string[] {
  return [label, `\`${key}\``, headings.join("、")];
}

function rosterSection(): string {
  const groups = EDUCATION_GROUPS.map(({ label, id }) => `${label}（\`${id}\`）`).join("、");
  const headings = ["内容", "字段", "认作这一栏的标题"];
  return [
    "## 花名册",
    "一人一行的花名册不必改成采集表，可以直接导入。标题上方的大标题、空行、合计行、签字行会跳过并列出；标题可以分两三行、有合并单元格。",
    table(
      headings,
      ROSTER_FIELDS.map((field) => fieldRow(field, field.key)),
    ),
    `学历分${groups}三组，如“全日制毕业院校”“在职学历”；不写哪一组的算最高学历。`,
    table(
      headings,
      EDUCATION_FIELDS.map((field) => fieldRow(field, `highest.${field.key}`)),
    ),
    "带年份的栏：标题中有年份和“考核”的是年度考核（`appraisal.2024`）；有年份和“学时”“继续教育”“公需”“专业科目”的是学时（`training.2024.public`、`training.2024.professional`、`training.2024.total`）。",
    `认识但不登记的栏：${IGNORED_HEADINGS.join("、")}。`,
    "### 花名册没有写明的",
    "花名册没有写明而又必须登记的内容按下面的约定登记。每次导入都会列出用到了哪些约定、涉及多少人；已经登记的内容不因约定而改动。",
    table(
      ["约定", "内容"],
      DEFAULT_IDS.map((id) => [`\`${id}\``, describeDefault(id, ROSTER_DEFAULTS)]),
    ),
  ].join("\n\n");
}

/** The whole document. */
export function workbookDocumentation(): string {
  return [
    "# 工作簿",
    "本文由 `node out/build/write-workbook-documentation.js` 生成，请不要直接修改。",
    "## 导入的规矩",
    [
      "- 先全部读完、检查完，再由使用者决定全部导入、只导入没有问题的行，或选定的行；有问题时什么都不改动。",
      "- 读到的行数等于新增、修改、未变、拒绝与跳过之和；每个问题写明工作表、单元格、原值和要求。",
      "- 只新增和修改，从不删除；空着的单元格不会抹去已登记的内容。同一份表导入多次不会重复。",
      "- 人员按人员编号、身份证号、姓名加出生日期的次序对应；只有部分相同的不猜测，列为问题。",
      `- 日期：${DATE_FORMS}，也可以是 1998.07、199807、19980701 或 Excel 日期；数字 1998.1 分不清1月还是10月，不接受。`,
      "- 身份证号、统一社会信用代码、各种编号必须存成文本；存成数字的不接受。",
      "- 公式取其结果；没有计算过或出错的公式不接受。竖向合并的单元格，所含各行都算有这个内容。",
      `- 栏的状态：${Object.values(COLUMN_STATE_LABELS).join("；")}。跳过的行：${Object.values(IGNORED_LABELS).join("、")}。`,
    ].join("\n"),
    `## ${WORKBOOK_TITLE}`,
    "标题行之下每行一条记录。日期按文本存放，以免 Excel 把 2006.10 改成 2006.1。",
    ...ALL_SHEETS.map(sheetSection),
    rosterSection(),
    "",
  ].join("\n\n");
}
