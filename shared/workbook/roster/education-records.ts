import type { Degree, EducationLevel } from "../../records/education.ts";
import { readCell } from "../read-cell.ts";
import { refuse } from "../reading.ts";
import { DEGREE_CHOICE, EDUCATION_LEVEL_CHOICE } from "../sheets/history.ts";
import { foldWidth, headingKey } from "../text.ts";
import type { ListDraft } from "../import/draft.ts";
import { EDUCATION_GROUPS, type EducationGroup } from "./education-fields.ts";
import type { FieldSources, RowReader } from "./row-reader.ts";

/** The educations of a roster's row: the full-time one, the in-service one, and the highest. */

interface Schooling {
  readonly level: EducationLevel;
  readonly draft: ListDraft;
}

function sourcesWith(school: "school" | "schoolAndMajor") {
  const entries = EDUCATION_GROUPS.map(({ id }): [EducationGroup, FieldSources] => [
    id,
    {
      level: `${id}.level`,
      degree: `${id}.degree`,
      major: `${id}.major`,
      school: `${id}.${school}`,
      graduatedOn: `${id}.graduatedOn`,
    },
  ]);
  return Object.fromEntries(entries) as Record<EducationGroup, FieldSources>;
}

const SOURCES = sourcesWith("school");
const JOINED_SOURCES = sourcesWith("schoolAndMajor");

/** As they follow each other in life; the highest last, since it is one of the others. */
const IN_ORDER: readonly EducationGroup[] = ["fullTime", "inService", "highest"];

/** Educations that a row names; one without its graduation is left out and said to be. */
export function educationRecords(reader: RowReader): readonly ListDraft[] {
  const found: Schooling[] = [];
  for (const id of IN_ORDER) {
    const schooling = readSchooling(reader, id);
    // The highest is one of the other two, written once more.
    const isRepeated = found.some(({ level }) => level === schooling?.level);
    if (schooling !== null && !(id === "highest" && isRepeated)) found.push(schooling);
  }
  return found.map(({ draft }) => draft);
}

const OTHER_PARTS = ["graduatedOn", "schoolAndMajor", "school", "major", "degree"];

function readSchooling(reader: RowReader, group: EducationGroup): Schooling | null {
  const at = (part: string) => `${group}.${part}`;
  if (reader.cell(at("level")) === null) {
    const part = OTHER_PARTS.map(at).find((key) => reader.cell(key) !== null);
    if (part !== undefined) reader.leaveOut(part, "gap.educationLevel", {});
    return null;
  }
  const written = reader.text(at("level"));
  if (written === undefined) return null;
  const degreeWritten = readDegree(reader, at("degree"));
  const read = readLevel(written, degreeWritten);
  if (read === "below") {
    reader.leaveOut(at("level"), "gap.educationBelow", {});
    return null;
  }
  const graduatedOn = reader.date(at("graduatedOn"));
  if (read === "several") {
    reader.blame(at("level"), "education.several", {});
    return null;
  }
  if (read === null) {
    reader.refuse(at("level"), refuse("choice.unknown", { allowed: LEVEL_LABELS }));
    return null;
  }
  if (graduatedOn === undefined) {
    if (reader.cell(at("graduatedOn")) === null) reader.leaveOut(at("level"), "gap.graduation", {});
    return null;
  }
  const joined = reader.text(at("schoolAndMajor"));
  const school = reader.text(at("school")) ?? joined;
  if (joined !== undefined && school === joined) reader.assume("schoolAndMajor");
  const fields = { ...read, major: reader.text(at("major")), school, graduatedOn };
  const sources = reader.context.places.has(at("school")) ? SOURCES[group] : JOINED_SOURCES[group];
  return { level: read.level, draft: reader.draft("education", fields, {}, sources) };
}

const LEVEL_LABELS =
  EDUCATION_LEVEL_CHOICE.kind === "choice"
    ? EDUCATION_LEVEL_CHOICE.options.map(({ label }) => label)
    : [];

function readDegree(reader: RowReader, key: string): Degree | undefined {
  const written = reader.text(key);
  const named = written === undefined ? undefined : chooseDegree(written);
  if (named !== undefined) return named;
  const value = reader.read(key, DEGREE_CHOICE);
  return typeof value === "string" ? (value as Degree) : undefined;
}

const BELOW = new Set([
  "高中",
  "职高",
  "职业高中",
  "技校",
  "中技",
  "初中",
  "小学",
  "高中毕业",
  "初中毕业",
  "普通高中",
]);
const POSTGRADUATE = new Set(["研究生", "在职研究生", "研究生学历", "研究生毕业"]);

interface LevelAndDegree {
  readonly level: EducationLevel;
  readonly degree: Degree | undefined;
}

/** Reads 本科, 本科/学士, 大学本科（学士学位）, and 研究生 where the degree says which. */
function readLevel(
  written: string,
  degreeWritten: Degree | undefined,
): LevelAndDegree | "below" | "several" | null {
  const parts = foldWidth(written)
    .split(/[/、,;\s()]+/)
    .filter((part) => part !== "");
  const degree = degreeWritten ?? parts.map(chooseDegree).find((one) => one !== undefined);
  if (parts.length > 2) return null;
  for (const part of parts) {
    const key = headingKey(part);
    if (BELOW.has(key)) return "below";
    if (POSTGRADUATE.has(key)) {
      if (degree === "doctor" || degree === "master") return { level: degree, degree };
      return "several";
    }
    const level = chooseLevel(part);
    const others = parts.filter((other) => other !== part);
    const areDegrees = others.every((other) => chooseDegree(other) !== undefined);
    if (level !== undefined && areDegrees) return { level, degree };
  }
  return null;
}

function chooseLevel(text: string): EducationLevel | undefined {
  const reading = readCell(EDUCATION_LEVEL_CHOICE, text, 1900);
  return reading.ok ? (reading.value as EducationLevel) : undefined;
}

/** 农学学士, 公共卫生硕士: what stands before the degree says in what it was taken. */
const IN_A_FIELD = /^\p{Script=Han}+(?=(?:学士|硕士|博士)(?:学位)?$)/u;

function chooseDegree(text: string): Degree | undefined {
  const reading = readCell(DEGREE_CHOICE, text.replace(IN_A_FIELD, ""), 1900);
  return reading.ok ? (reading.value as Degree) : undefined;
}
