import { SERIES, SERIES_LABELS, type Series } from "../../shared/records/series.ts";
import { checkUnitFile, UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { POST_GROUPS } from "../../shared/records/unit.ts";
import { formatIssue } from "../../shared/records/issue.ts";
import { type Given, isOn, textIfAny } from "./command.ts";
import { wrongUsage } from "./io.ts";

/** What a roster does not say of its unit: needed where it is read without a unit file beside it. */
export const UNIT_OPTIONS = {
  "unit-name": {
    type: "string",
    requiresArg: true,
    describe: "单位名称；花名册里没有单位情况，第一次导入时要写明",
  },
  "unit-series": {
    type: "string",
    requiresArg: true,
    describe: `单位的主要系列：${SERIES.map((one) => `${one}（${SERIES_LABELS[one]}）`).join("、")}`,
  },
  "unit-id": {
    type: "string",
    requiresArg: true,
    describe: "单位编号（英文字母、数字），县级人社局据此识别单位；不写为 unit-1",
  },
  "unit-posts": {
    type: "string",
    requiresArg: true,
    describe: "核定岗位数：初级,中级,副高级,正高级，如 12,8,3,1；不写为未知",
  },
  "outside-catalogue": { type: "boolean", describe: "单位不在基层单位目录清单内" },
} as const;

/** The unit that the options describe, with nobody in it yet; null where none is described. */
export function readUnitOptions(given: Given): UnitFile | null {
  const name = textIfAny(given, "unit-name");
  if (name === undefined) return null;
  const data = {
    format: UNIT_FILE_FORMAT,
    unit: {
      id: textIfAny(given, "unit-id") ?? "unit-1",
      name,
      series: readSeries(textIfAny(given, "unit-series")),
      inCatalogue: !isOn(given, "outside-catalogue"),
      posts: readPosts(textIfAny(given, "unit-posts")),
    },
    people: [],
  };
  const checked = checkUnitFile(data);
  if (checked.ok) return checked.value;
  throw wrongUsage(...checked.issues.map(formatIssue));
}

/** A series by its code or its Chinese name. */
function readSeries(text: string | undefined): Series {
  if (text === undefined) throw wrongUsage("写了 --unit-name，还要用 --unit-series 写明主要系列");
  const found = SERIES.find((one) => one === text || SERIES_LABELS[one] === text);
  if (found !== undefined) return found;
  const known = SERIES.map((one) => `${one}（${SERIES_LABELS[one]}）`).join("、");
  throw wrongUsage(`--unit-series 应为：${known}，现为“${text}”`);
}

function readPosts(text: string | undefined): Readonly<Record<string, number>> | null {
  if (text === undefined) return null;
  const numbers = text.split(/[,，]/).map((part) => Number(part.trim()));
  if (numbers.length !== POST_GROUPS.length || !numbers.every(Number.isInteger)) {
    throw wrongUsage(`--unit-posts 应为四个整数，如 12,8,3,1，现为“${text}”`);
  }
  return Object.fromEntries(POST_GROUPS.map((group, index) => [group, numbers[index] ?? 0]));
}
