import type { Recogniser } from "../import/headings.ts";
import type { Recognised } from "../import/mapping.ts";
import { bareHeadingKey, headingKey } from "../text.ts";
import { EDUCATION_FIELDS, EDUCATION_GROUPS } from "./education-fields.ts";
import { ROSTER_FIELDS, type RosterField } from "./fields.ts";
import { IGNORED_HEADINGS } from "./ignored-headings.ts";

/** Tells what a roster's heading means: `name`, `fullTime.level`, `appraisal.2023`, `training.2023.public`. */

/** A heading's key with its many words for a time made one, and 何时毕业 turned about: 毕业时间. */
function plainKey(heading: string): string {
  const key = headingKey(heading);
  const asked = /^何(?:时|年何月)(?=.)/.exec(key);
  return asked === null
    ? key.replace(/(?:日期|年月日?|年份)$/, "时间")
    : `${key.slice(asked[0].length)}时间`;
}

function keysOf(fields: readonly RosterField[]): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(({ key, headings }) => headings.map((word) => [plainKey(word), key] as const)),
  );
}

const SINGLE = keysOf(ROSTER_FIELDS);
const EDUCATION = keysOf(EDUCATION_FIELDS);
const IGNORED = new Set(IGNORED_HEADINGS.map(plainKey));
/** 来校工作时间, 进入本单位时间, 到现单位任教时间: since when somebody is here, in however many words. */
const SINCE_WHEN_HERE =
  /^(?!单位|学校|医院|[院校站所岗]|中心)(?:来|到|进|入|进入|调入|调到|在|自)?(?:本|现|我|该|所在)?(?:单位|学校|医院|卫生院|院|校|站|所|中心|岗)(?:工作|任教|从教|任职|报到|上班)?(?:起始|开始|起)?时间$/;
/** What is said of somebody else than the person. */
const OF_OTHERS = /配偶|家庭|父亲|母亲|子女|紧急联系/;
const YEAR = /(?:19|20)\d{2}/g;

/** 学历（全日制） is 全日制学历. */
const GROUP_IN_BRACKETS = /^(.+?)[(（](全日制|非全日制|在职|最高|第一)(?:教育|学历)?[)）]$/;

/** Recognises by the whole heading first, and without its group or brackets only after that. */
export const recogniseRosterHeading: Recogniser = (candidates) => {
  const [whole = ""] = candidates;
  if (OF_OTHERS.test(whole)) return { state: "ignored" };
  for (const candidate of candidates) {
    const found =
      recogniseKey(plainKey(candidate.replace(GROUP_IN_BRACKETS, "$2$1"))) ??
      recogniseKey(plainKey(bareHeadingKey(candidate))) ??
      recogniseKey(plainKey(candidate.replaceAll(/情况|信息/g, "")));
    if (found !== null) return found;
  }
  return null;
};

function recogniseKey(key: string): Recognised | null {
  const single = SINGLE.get(key);
  if (single !== undefined) return { state: "used", key: single };
  if (IGNORED.has(key)) return { state: "ignored" };
  if (SINCE_WHEN_HERE.test(key)) {
    return { state: "used", key: "unitStart" };
  }
  return recogniseYear(key) ?? recogniseEducation(key);
}

/** 2023年考核, 年度考核2023, 2023年公需学时, 继续教育2023年专业科目. */
function recogniseYear(key: string): Recognised | null {
  const years = key.match(YEAR) ?? [];
  const [year] = years;
  if (year === undefined || years.length > 1) return null;
  if (/考核|考评/.test(key)) return { state: "used", key: `appraisal.${year}` };
  if (!/学时|继续教育|继教|公需|专业科目|专业课/.test(key)) return null;
  const category = key.includes("公需") ? "public" : /专业/.test(key) ? "professional" : "total";
  return { state: "used", key: `training.${year}.${category}` };
}

/** What says nothing without the words before it: a 学校 may be where somebody works. */
const IN_GROUP = new Map([
  ["学校", "school"],
  ["学历学校", "school"],
  ["学校及专业", "schoolAndMajor"],
  ["学校和专业", "schoolAndMajor"],
  ["学校专业", "schoolAndMajor"],
  ["学历时间", "graduatedOn"],
]);

function recogniseEducation(key: string): Recognised | null {
  for (const { id, words } of EDUCATION_GROUPS) {
    const match = words.exec(key);
    if (match?.index !== 0) continue;
    const rest = key.slice(match[0].length);
    const part =
      EDUCATION.get(rest) ?? EDUCATION.get(rest.replace(/^学历(?=.)/, "")) ?? IN_GROUP.get(rest);
    if (part !== undefined) return { state: "used", key: `${id}.${part}` };
  }
  const part = EDUCATION.get(key) ?? EDUCATION.get(key.replace(/^学历(?:学位)?(?=.)/, ""));
  return part === undefined ? null : { state: "used", key: `highest.${part}` };
}
