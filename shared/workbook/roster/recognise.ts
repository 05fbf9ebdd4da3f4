import type { Recogniser } from "../import/headings.ts";
import type { Recognised } from "../import/mapping.ts";
import { bareHeadingKey, headingKey } from "../text.ts";
import { EDUCATION_FIELDS, EDUCATION_GROUPS } from "./education-fields.ts";
import { ROSTER_FIELDS, type RosterField } from "./fields.ts";
import { IGNORED_HEADINGS } from "./ignored-headings.ts";

/** Tells what a roster's heading means: `name`, `fullTime.level`, `appraisal.2023`, `training.2023.public`. */

function keysOf(fields: readonly RosterField[]): ReadonlyMap<string, string> {
  return new Map(
    fields.flatMap(({ key, headings }) => headings.map((word) => [headingKey(word), key] as const)),
  );
}

const SINGLE = keysOf(ROSTER_FIELDS);
const EDUCATION = keysOf(EDUCATION_FIELDS);
const IGNORED = new Set(IGNORED_HEADINGS.map(headingKey));
/** What is said of somebody else than the person. */
const OF_OTHERS = /配偶|家庭|父亲|母亲|子女|紧急联系/;
const YEAR = /(?:19|20)\d{2}/g;

/** Recognises by the whole heading first, and without its group or brackets only after that. */
export const recogniseRosterHeading: Recogniser = (candidates) => {
  const [whole = ""] = candidates;
  if (OF_OTHERS.test(whole)) return { state: "ignored" };
  for (const candidate of candidates) {
    const plain = candidate.replaceAll(/情况|信息/g, "");
    const found =
      recogniseKey(headingKey(candidate)) ??
      recogniseKey(bareHeadingKey(candidate)) ??
      recogniseKey(headingKey(plain));
    if (found !== null) return found;
  }
  return null;
};

function recogniseKey(key: string): Recognised | null {
  const single = SINGLE.get(key);
  if (single !== undefined) return { state: "used", key: single };
  if (IGNORED.has(key)) return { state: "ignored" };
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

function recogniseEducation(key: string): Recognised | null {
  for (const { id, words } of EDUCATION_GROUPS) {
    const match = words.exec(key);
    if (match?.index !== 0) continue;
    const rest = key.slice(match[0].length);
    const part = EDUCATION.get(rest) ?? EDUCATION.get(rest.replace(/^学历(?=.)/, ""));
    if (part !== undefined) return { state: "used", key: `${id}.${part}` };
  }
  const part = EDUCATION.get(key) ?? EDUCATION.get(key.replace(/^学历(?:学位)?(?=.)/, ""));
  return part === undefined ? null : { state: "used", key: `highest.${part}` };
}
