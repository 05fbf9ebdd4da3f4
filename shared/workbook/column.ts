/** A column of a workbook as data: import, export, template and documentation all derive from it. */

/** One choice of a drop-down list. */
export interface ChoiceOption {
  /** As it stands in the unit file. */
  readonly value: string;
  /** As it stands in the list. */
  readonly label: string;
  /** Other words that are read as this choice. */
  readonly synonyms: readonly string[];
}

export type ColumnType =
  | { readonly kind: "text" }
  | { readonly kind: "name" }
  /** An ASCII id of our own. */
  | { readonly kind: "id" }
  | { readonly kind: "idNumber" }
  | { readonly kind: "creditCode" }
  | { readonly kind: "start" }
  /** The end of a period; blank or 至今 while it runs. */
  | { readonly kind: "end" }
  | { readonly kind: "year" }
  /** A number; the words that may follow it (30学时). */
  | { readonly kind: "number"; readonly units: readonly string[] }
  | { readonly kind: "choice"; readonly options: readonly ChoiceOption[] }
  | { readonly kind: "yesNo" };

export interface Column {
  /** The field of the record; a dot leads into a part of it. */
  readonly key: string;
  readonly heading: string;
  readonly type: ColumnType;
  /** Other headings under which the column is recognised. */
  readonly synonyms?: readonly string[];
  readonly isRequired?: boolean;
  /** What a clerk has to know about it, one or two sentences. */
  readonly note: string;
  /** In characters of half width. */
  readonly width: number;
  /** Read where a file has it, but not written: 身份证号 on a sheet that names people by 人员编号. */
  readonly isReadOnly?: boolean;
}

/** The choices of an enumeration, with its labels and other words for them. */
export function choiceOf<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  synonyms?: Readonly<Partial<Record<Value, readonly string[]>>>,
): ColumnType {
  return {
    kind: "choice",
    options: values.map((value) => ({
      value,
      label: labels[value],
      synonyms: synonyms?.[value] ?? [],
    })),
  };
}

/** How a column's cells are formatted: text stays as typed, with its zeros and its dots. */
export type CellFormat = "@" | "0" | "General";

/**
 * The format of a column. Dates are text too: a cell that is not text turns 2006.10 into the number
 * 2006.1, and no date cell can say that only the month is known.
 */
export function formatOf({ kind }: ColumnType): CellFormat {
  switch (kind) {
    case "year":
      return "0";
    case "number":
      return "General";
    default:
      return "@";
  }
}

/** What a column holds, in words for its note and the documentation. */
export function describeType(type: ColumnType): string {
  switch (type.kind) {
    case "text":
      return "文字";
    case "name":
      return "姓名";
    case "id":
      return "编号（英文字母、数字和 . _ -）";
    case "idNumber":
      return "18位身份证号（文本）";
    case "creditCode":
      return "18位统一社会信用代码（文本）";
    case "start":
      return "日期，精确到日或到月";
    case "end":
      return "日期，精确到日或到月；空着或填“至今”表示仍在继续";
    case "year":
      return "四位年份";
    case "number":
      return "数字";
    case "choice":
      return `从下拉列表选：${type.options.map(({ label }) => label).join("、")}`;
    case "yesNo":
      return "是或否";
    default:
      return type satisfies never;
  }
}
