import { type CellFault, type CellValue, type DateSystem, isFault, showCell } from "./cell.ts";
import type { ChoiceOption, ColumnType } from "./column.ts";
import { isRunningWord, readDate } from "./dates.ts";
import { type CellRefusal, read, type Reading, refuse } from "./reading.ts";
import { cleanCode, cleanText, foldWidth, headingKey } from "./text.ts";

/** What a cell may become in a record. */
export type FieldValue = string | number | boolean | null;

/** Reads a cell that is not blank as its column's type has it. Nothing is guessed. */
export function readCell(
  type: ColumnType,
  value: CellValue,
  system: DateSystem,
): Reading<FieldValue> {
  if (isFault(value)) return refuseFault(value);
  switch (type.kind) {
    case "text":
      return readText(value);
    case "name":
      return typeof value === "string" ? read(cleanText(value)) : refuse("cell.text", {});
    case "id":
    case "idNumber":
    case "creditCode":
      return readCode(type.kind, value);
    case "start":
      return readDate(value, system);
    case "end":
      return isRunningWord(value) ? read(null) : readDate(value, system);
    case "year":
      return readYear(value);
    case "number":
      return readNumber(value, type.units);
    case "choice":
      return readChoice(type.options, value);
    case "yesNo":
      return readYesNo(value);
    default:
      return type satisfies never;
  }
}

/** A formula without a result, or with none to be had. */
export function refuseFault({ fault, text }: CellFault): CellRefusal {
  return fault === "error"
    ? refuse("cell.error", { error: text })
    : refuse("cell.uncalculated", {});
}

/** A number in a text column is a text of digits; only codes lose by having been a number. */
function readText(value: CellValue): Reading<string> {
  if (typeof value === "string") return read(cleanText(value));
  return typeof value === "number" ? read(String(value)) : refuse("cell.text", {});
}

function readCode(kind: "id" | "idNumber" | "creditCode", value: CellValue): Reading<string> {
  if (typeof value === "number") return refuse("code.numeric", {});
  if (typeof value !== "string") return refuse("cell.text", {});
  const code = cleanCode(value);
  return read(kind === "id" ? code : code.toUpperCase());
}

function readYear(value: CellValue): Reading<number> {
  const digits = foldWidth(showCell(value)).replaceAll(/\s/g, "");
  const match = /^(\d{4})(?:年|年度)?$/.exec(digits);
  return match === null ? refuse("year.form", {}) : read(Number(match[1]));
}

function readNumber(value: CellValue, units: readonly string[]): Reading<number> {
  if (typeof value === "number") return read(value);
  if (typeof value !== "string") return refuse("number.form", {});
  let text = foldWidth(value).replaceAll(/\s/g, "");
  const unit = units.find((word) => text.endsWith(word));
  if (unit !== undefined) text = text.slice(0, -unit.length);
  return /^-?\d{1,12}(?:\.\d{1,9})?$/.test(text) ? read(Number(text)) : refuse("number.form", {});
}

function readChoice(options: readonly ChoiceOption[], value: CellValue): Reading<string> {
  if (typeof value === "string") {
    const found = wordsOf(options).get(headingKey(value));
    if (found !== undefined) return read(found);
  }
  return refuse("choice.unknown", { allowed: options.map(({ label }) => label) });
}

type Words = ReadonlyMap<string, string>;

/** The words of each list of choices, looked up for every cell of its columns. */
const WORDS = new WeakMap<readonly ChoiceOption[], Words>();

function wordsOf(options: readonly ChoiceOption[]): Words {
  const known = WORDS.get(options);
  if (known !== undefined) return known;
  const words = new Map(
    options.flatMap(({ value, label, synonyms }) =>
      [label, ...synonyms].map((word) => [headingKey(word), value] as const),
    ),
  );
  WORDS.set(options, words);
  return words;
}

const YES = new Set(["是", "√", "✓", "✔", "对", "有", "y", "yes", "true"]);
const NO = new Set(["否", "×", "✗", "✘", "不是", "无", "没有", "n", "no", "false"]);

function readYesNo(value: CellValue): Reading<boolean> {
  if (typeof value === "boolean") return read(value);
  if (typeof value === "string") {
    const word = headingKey(value);
    if (YES.has(word)) return read(true);
    if (NO.has(word)) return read(false);
  }
  return refuse("yesNo.form", {});
}
