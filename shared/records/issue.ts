/**
 * What is wrong with a piece of data, and where. Codes are stable: the screen and the tests branch on
 * them, never on the sentence, which `describeIssue` looks up.
 */
export type Path = readonly (string | number)[];

/** For what needs no figures in its sentence. */
type NoDetails = Readonly<Record<string, never>>;

/** Each code with the figures that its sentence needs. */
export interface IssueDetails {
  json: { readonly line: number; readonly column: number };
  format: { readonly expected: string };
  "file.missing": NoDetails;
  "file.unknown": NoDetails;
  "file.text": NoDetails;
  "copy.differs": { readonly source: string; readonly expected: unknown };
  "key.unknown": NoDetails;
  "key.missing": NoDetails;
  type: { readonly expected: ValueKind };
  choice: { readonly allowed: readonly string[] };
  "extension.form": NoDetails;
  "catalogue.duplicate": { readonly first: Path };
  "candidate.duplicate": { readonly first: Path };
  "attachment.duplicate": { readonly first: Path };
  "assessment.missing": NoDetails;
  "confirmation.reason": NoDetails;
  "person.unknown": NoDetails;
  "person.surplus": NoDetails;
  "text.empty": NoDetails;
  "text.long": { readonly most: number };
  "text.control": NoDetails;
  "id.form": NoDetails;
  "list.long": { readonly most: number };
  "number.low": { readonly least: number };
  "number.high": { readonly most: number };
  "number.whole": NoDetails;
  "date.invalid": NoDetails;
  "period.reversed": { readonly from: string };
  "idNumber.form": NoDetails;
  "idNumber.checkDigit": NoDetails;
  "idNumber.date": NoDetails;
  "idNumber.birthDate": { readonly inNumber: string };
  "idNumber.sex": NoDetails;
  "idNumber.duplicate": { readonly first: Path };
  "creditCode.form": NoDetails;
  "creditCode.checkDigit": NoDetails;
  "person.duplicate": { readonly first: Path };
  "title.duplicate": { readonly first: Path };
  "training.duplicate": { readonly first: Path };
  "appraisal.duplicate": { readonly first: Path };
  "training.yearTotal": { readonly year: number; readonly total: number; readonly most: number };
  "appointment.title": NoDetails;
  "birth.before": { readonly birthDate: string };
  "instant.form": NoDetails;
  "sha256.form": NoDetails;
  "uuid.form": NoDetails;
  "publicKey.form": NoDetails;
  "address.form": NoDetails;
  "round.duplicate": { readonly first: Path };
  "candidacy.duplicate": { readonly first: Path };
  "candidacy.round": NoDetails;
  "candidacy.person": NoDetails;
  "candidacy.open": { readonly name: string; readonly year: number };
}

export type IssueCode = keyof IssueDetails;
export type ValueKind = "text" | "number" | "boolean" | "object" | "list" | "null";

export type Issue = {
  [Code in IssueCode]: {
    readonly code: Code;
    readonly path: Path;
    /** What was found there; undefined where nothing was. */
    readonly value: unknown;
    readonly details: IssueDetails[Code];
  };
}[IssueCode];

/** Collects what is wrong. */
export type Report = (issue: Issue) => void;

const KIND_LABELS = {
  text: "文字",
  number: "数字",
  boolean: "true 或 false",
  object: "一组字段",
  list: "列表",
  null: "空值",
} as const satisfies Record<ValueKind, string>;

/** Words a path for the reader: a field of the unit file, or a cell of the workbook it came from. */
export type PlaceWording = (path: Path) => string;

type Sentences = {
  [Code in IssueCode]: (details: IssueDetails[Code], placeOf: PlaceWording) => string;
};

/** A field left out and one left empty are the same to whoever fills in the form. */
const MISSING = "必填，请补上";

const SENTENCES: Sentences = {
  json: ({ line, column }) => `不是有效的 JSON 文件，第${line}行第${column}列附近有误`,
  format: ({ expected }) => `不是本程序的文件，format 应为“${expected}”`,
  "file.missing": () => "报送包里没有这个文件",
  "file.unknown": () => "报送包里不应有这个文件",
  "file.text": () => "不是 UTF-8 编码的文本",
  "copy.differs": ({ source, expected }) => `与${source}不一致，应为“${formatValue(expected)}”`,
  "key.unknown": () => "不认识这个字段，请删去或改正字段名",
  "key.missing": () => MISSING,
  type: ({ expected }) => `类型不对，应为${KIND_LABELS[expected]}`,
  choice: ({ allowed }) => `不在可选范围内，应为：${allowed.join("、")}`,
  "extension.form": () => "扩展名只能用小写英文字母和数字，最多8个字符",
  "catalogue.duplicate": ({ first }, placeOf) => `与${placeOf(first)}是同一个单位`,
  "candidate.duplicate": ({ first }, placeOf) => `与${placeOf(first)}是同一人同一申报事项`,
  "attachment.duplicate": ({ first }, placeOf) => `与${placeOf(first)}是同一人的同一附件`,
  "assessment.missing": () => "没有与这个申报事项对应的审查结果",
  "confirmation.reason": () => "比对结论不是“可以申报”，确认推荐时应写明理由",
  "person.unknown": () => "报送包里没有这个编号的人员",
  "person.surplus": () => "不是推荐人选，不应随报送包报送",
  "text.empty": () => MISSING,
  "text.long": ({ most }) => `太长，最多${most}个字`,
  "text.control": () => "含有看不见的控制字符，请重新录入",
  "id.form": () => "编号只能用英文字母、数字和 . _ -，以字母或数字开头，最多64个字符",
  "list.long": ({ most }) => `条数太多，最多${most}条`,
  "number.low": ({ least }) => `太小，不能小于${least}`,
  "number.high": ({ most }) => `太大，不能大于${most}`,
  "number.whole": () => "应为整数",
  "date.invalid": () => "日期不存在或写法不对，应写成 2006-07-01 或 2006-07",
  "period.reversed": ({ from }) => `结束日期早于开始日期（${from}）`,
  "idNumber.form": () => "身份证号应为18位：17位数字加一位数字或X",
  "idNumber.checkDigit": () => "身份证号校验码不对，请对照证件重新录入",
  "idNumber.date": () => "身份证号中的出生日期不存在，请对照证件重新录入",
  "idNumber.birthDate": ({ inNumber }) => `出生日期与身份证号不一致，身份证号中为${inNumber}`,
  "idNumber.sex": () => "性别与身份证号不一致",
  "idNumber.duplicate": ({ first }, placeOf) => `身份证号与${placeOf(first)}重复`,
  "creditCode.form": () => "统一社会信用代码应为18位数字或大写字母（不用 I、O、S、V、Z）",
  "creditCode.checkDigit": () => "统一社会信用代码校验码不对，请对照证书重新录入",
  "person.duplicate": ({ first }, placeOf) => `人员编号与${placeOf(first)}重复`,
  "title.duplicate": ({ first }, placeOf) => `职称编号与${placeOf(first)}重复`,
  "training.duplicate": ({ first }, placeOf) => `学时记录编号与${placeOf(first)}重复`,
  "appraisal.duplicate": ({ first }, placeOf) =>
    `同一年度已有考核结果（${placeOf(first)}），每年只能有一个`,
  "training.yearTotal": ({ year, total, most }) =>
    `${year}年学时合计${total}，超过一年的小时数${most}`,
  "appointment.title": () => "没有这个编号的职称，请先登记职称或改正编号",
  "birth.before": ({ birthDate }) => `早于出生日期（${birthDate}）`,
  "instant.form": () => "时间不存在或写法不对，应写成 2026-11-23T08:15:30Z",
  "sha256.form": () => "摘要应为64位小写十六进制数",
  "uuid.form": () => "报送包编号写法不对，应为第7版 UUID（小写）",
  "publicKey.form": () => "公钥不完整或写法不对，请对方重新生成文件",
  "address.form": () => "接收地址应以 https:// 或 http:// 开头，不含空格和账号",
  "round.duplicate": ({ first }, placeOf) => `申报年度与${placeOf(first)}重复`,
  "candidacy.duplicate": ({ first }, placeOf) => `报名编号与${placeOf(first)}重复`,
  "candidacy.round": () => "没有这个申报年度，请先开启这一年度",
  "candidacy.person": () => "名册中没有这个编号的人员，请先登记人员",
  "candidacy.open": ({ name, year }) =>
    `${name}已报名${year}年度推荐，该年度尚未归档，不能删除此人；请先删去其报名，或待该年度归档后再删`,
};

function sentenceOf<Code extends IssueCode>(
  code: Code,
  details: IssueDetails[Code],
  placeOf: PlaceWording,
): string {
  return SENTENCES[code](details, placeOf);
}

/** One Chinese sentence that says what is wrong and what is expected, without place and value. */
export function describeIssue(issue: Issue, placeOf: PlaceWording = formatPath): string {
  return sentenceOf(issue.code, issue.details, placeOf);
}

/** A path as it is written in JavaScript, `people[3].postings[1].to`. */
export function formatPath(path: Path): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? step : `.${step}`;
  }
  return text;
}

const VALUE_SHOWN = 60;

/** The value found, cut to what fits a line; empty for nothing. */
export function formatValue(value: unknown): string {
  if (value === undefined) return "";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  const line = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, "·");
  return line.length > VALUE_SHOWN ? `${line.slice(0, VALUE_SHOWN)}…` : line;
}

/** Place, sentence and value in one line: `people[3].postings[1].to：结束日期早于开始日期（…），现为“…”`. */
export function formatIssue(issue: Issue): string {
  const place = formatPath(issue.path);
  const found = formatValue(issue.value);
  const head = place === "" ? "" : `${place}：`;
  const tail = found === "" ? "" : `，现为“${found}”`;
  return `${head}${describeIssue(issue)}${tail}`;
}
