/**
 * What can be wrong with a cell before it becomes a record. Codes are stable, the sentence is looked
 * up by code; what is wrong with records says `shared/records/issue.ts`.
 */
type NoDetails = Readonly<Record<string, never>>;

export interface CellIssueDetails {
  "cell.error": { readonly error: string };
  "cell.uncalculated": NoDetails;
  "cell.required": NoDetails;
  "cell.text": NoDetails;
  "code.numeric": NoDetails;
  "date.form": NoDetails;
  "date.yearOnly": { readonly year: number };
  "date.twoDigitYear": NoDetails;
  "date.ambiguousMonth": { readonly year: number };
  "date.notExisting": NoDetails;
  "date.range": NoDetails;
  "date.zone": NoDetails;
  "date.running": NoDetails;
  "number.form": NoDetails;
  "year.form": NoDetails;
  "yesNo.form": NoDetails;
  "choice.unknown": { readonly allowed: readonly string[] };
  "title.unknown": { readonly candidates: readonly string[] };
  "title.level": NoDetails;
}

export type CellIssueCode = keyof CellIssueDetails;

/** How a date is written; said wherever one is refused. */
export const DATE_FORMS = "请写成 2006-07-01、2006.07 或 2006年7月1日";

type Sentences = { [Code in CellIssueCode]: (details: CellIssueDetails[Code]) => string };

const SENTENCES: Sentences = {
  "cell.error": ({ error }) => `公式出错（${error}），请改正公式或直接填写内容`,
  "cell.uncalculated": () => "公式没有计算结果，请用 Excel 或 WPS 打开、保存一次后再导入",
  "cell.required": () => "必填，请补上",
  "cell.text": () => "应填文字",
  "code.numeric": () =>
    "号码不能存成数字（开头的0和15位以后的数字会丢失），请先把单元格格式设为“文本”，再对照证件重新录入",
  "date.form": () => `看不出是哪一天，${DATE_FORMS}`,
  "date.yearOnly": ({ year }) => `只有年份，缺少月份，请写成 ${year}-07 或 ${year}-07-01`,
  "date.twoDigitYear": () => `年份应写四位，${DATE_FORMS}`,
  "date.ambiguousMonth": ({ year }) =>
    `分不清是1月还是10月（Excel 会把 ${year}.10 存成 ${year}.1），请先把单元格格式设为“文本”，再写成 ${year}-01 或 ${year}-10`,
  "date.notExisting": () => "没有这一天，请核对年月日",
  "date.range": () => "年份应在1900年至2100年之间",
  "date.zone": () => `带有时区的时间可能差一天，${DATE_FORMS}`,
  "date.running": () => "这里应填具体日期，不能写“至今”",
  "number.form": () => "应填数字",
  "year.form": () => "应填四位年份，如 2024",
  "yesNo.form": () => "应填“是”或“否”",
  "choice.unknown": ({ allowed }) => `不在可选范围内，应为：${allowed.join("、")}`,
  "title.unknown": ({ candidates }) =>
    candidates.length === 0
      ? "不认识这个职称名称，请写全称，如 主治医师、一级教师"
      : `不认识这个职称名称，是不是：${candidates.join("、")}`,
  "title.level": () => "这里应填职称名称（如 主治医师、一级教师），不是级别",
};

/** One Chinese sentence that says what was expected of a cell. */
export function describeCellIssue<Code extends CellIssueCode>(
  code: Code,
  details: CellIssueDetails[Code],
): string {
  return SENTENCES[code](details);
}
