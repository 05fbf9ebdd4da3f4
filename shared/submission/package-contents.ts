import { POST_GROUPS } from "../records/unit.ts";
import { describeIssue, formatPath, formatValue, type Issue, type Path } from "../records/issue.ts";
import type { AssessmentsFile } from "./assessments-file.ts";
import { BAG_INFO_FILE, bagInfoOf, type PayloadSize } from "./bag.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { PackageManifest } from "./package-manifest.ts";
import { attachmentPath, questionKey, type RecommendationFile } from "./recommendation-file.ts";
import type { SubmittedUnit } from "./submitted-unit.ts";

/** Names of what a package holds, below `data/`. */
export const MANIFEST_DOCUMENT = "package.json";
export const UNIT_DOCUMENT = "unit.json";
export const ASSESSMENTS_DOCUMENT = "assessments.ndjson";
export const RECOMMENDATION_DOCUMENT = "recommendation.json";
export const DOCUMENTS = [
  MANIFEST_DOCUMENT,
  UNIT_DOCUMENT,
  ASSESSMENTS_DOCUMENT,
  RECOMMENDATION_DOCUMENT,
] as const;

const FORM = /^forms\/[a-z0-9][a-z0-9-]*\.xlsx$/;
const ATTACHMENT = /^attachments\/([0-9a-f]{64})\.[a-z0-9]{1,8}$/;

/** A file below `data/` as the bag's manifest and the container know it. */
export interface PayloadFile {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** All documents of a package, each sound in itself. */
export interface PackageContents {
  readonly bagInfo: ReadonlyMap<string, string>;
  readonly manifest: PackageManifest;
  readonly unit: SubmittedUnit;
  readonly assessments: AssessmentsFile;
  readonly recommendation: RecommendationFile;
  readonly files: readonly PayloadFile[];
}

/** What is wrong in one of a package's files. */
export interface ContentIssue {
  readonly file: string;
  readonly issue: Issue;
}

/** File, place, sentence and value in one line. In a file of lines the path begins with the line. */
export function formatContentIssue({ file, issue }: ContentIssue): string {
  const [first, ...rest] = issue.path;
  const isLine = typeof first === "number";
  const place = formatPath(isLine ? rest : issue.path);
  const where = [isLine ? `第${first}行` : "", place].filter((part) => part !== "").join(" ");
  const found = formatValue(issue.value);
  const tail = found === "" ? "" : `，现为“${found}”`;
  return `${file}${where === "" ? "" : ` ${where}`}：${describeIssue(issue)}${tail}`;
}

/** Whether the documents of a package agree with each other and with its files. */
export function checkContents(contents: PackageContents): readonly ContentIssue[] {
  return [
    ...checkBagInfo(contents),
    ...checkUnitAndCycle(contents),
    ...checkPeople(contents),
    ...checkCandidates(contents),
    ...checkQuota(contents),
    ...checkFiles(contents),
    ...checkCounts(contents),
  ];
}

/** Reports a copy that differs from its original. */
function compare(
  file: string,
  path: Path,
  value: unknown,
  source: string,
  expected: unknown,
): readonly ContentIssue[] {
  if (canonicalJson(value ?? null) === canonicalJson(expected ?? null)) return [];
  return [{ file, issue: { code: "copy.differs", path, value, details: { source, expected } } }];
}

function checkBagInfo({ bagInfo, manifest, files }: PackageContents): readonly ContentIssue[] {
  const expected = new Map(bagInfoOf(manifest, payloadSize(files)));
  const labels = new Set([...expected.keys(), ...bagInfo.keys()]);
  return [...labels].flatMap((label) =>
    compare(BAG_INFO_FILE, [label], bagInfo.get(label), MANIFEST_DOCUMENT, expected.get(label)),
  );
}

export function payloadSize(files: readonly Pick<PayloadFile, "size">[]): PayloadSize {
  return { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) };
}

function checkUnitAndCycle(contents: PackageContents): readonly ContentIssue[] {
  const { manifest, unit, assessments, recommendation } = contents;
  const { id, name, creditCode } = unit.unit;
  const { cycle, pack } = manifest;
  const source = MANIFEST_DOCUMENT;
  return [
    ...compare(UNIT_DOCUMENT, ["unit"], { id, name, creditCode }, source, manifest.unit),
    ...compare(UNIT_DOCUMENT, ["figures", "on"], unit.figures.on, source, cycle.applyOn),
    ...compare(ASSESSMENTS_DOCUMENT, [1, "cycle"], assessments.head.cycle, source, cycle),
    ...compare(ASSESSMENTS_DOCUMENT, [1, "pack"], assessments.head.pack, source, pack),
    ...compare(RECOMMENDATION_DOCUMENT, ["cycle"], recommendation.cycle, source, cycle),
  ];
}

/** The recommended, those on file and those assessed are the same people (个人信息保护法 第六条). */
function checkPeople({ unit, assessments, recommendation }: PackageContents) {
  const people = unit.people.map(({ id }) => id);
  const assessed = assessments.people.map(({ personId }) => personId);
  const onFile = new Set(people);
  const recommended = new Set(recommendation.candidates.map(({ personId }) => personId));
  const issues: ContentIssue[] = [];
  for (const [index, id] of people.entries()) {
    const at = { path: ["people", index, "id"], value: id, details: {} };
    if (!recommended.has(id))
      issues.push({ file: UNIT_DOCUMENT, issue: { code: "person.surplus", ...at } });
  }
  issues.push(...compare(ASSESSMENTS_DOCUMENT, [], assessed, UNIT_DOCUMENT, people));
  for (const [index, { personId }] of recommendation.candidates.entries()) {
    if (!onFile.has(personId))
      issues.push(unknownPerson(["candidates", index, "personId"], personId));
  }
  for (const [index, { personId }] of recommendation.attachments.entries()) {
    if (personId !== null && !onFile.has(personId))
      issues.push(unknownPerson(["attachments", index, "personId"], personId));
  }
  const objections = recommendation.proceedings?.notice?.objections ?? [];
  for (const [index, { personId }] of objections.entries()) {
    const path = ["proceedings", "notice", "objections", index, "personId"];
    if (personId !== null && !onFile.has(personId)) issues.push(unknownPerson(path, personId));
  }
  return issues;
}

function unknownPerson(path: Path, value: string): ContentIssue {
  return {
    file: RECOMMENDATION_DOCUMENT,
    issue: { code: "person.unknown", path, value, details: {} },
  };
}

/** Every candidate rests on an assessment that came along, with its decision. */
function checkCandidates({ assessments, recommendation }: PackageContents) {
  const answers = new Map(assessments.people.map((one) => [one.personId, one.assessments]));
  return recommendation.candidates.flatMap((candidate, index): readonly ContentIssue[] => {
    const path = ["candidates", index];
    const own = (answers.get(candidate.personId) ?? []).find(
      (one) => questionKey(one) === questionKey(candidate),
    );
    if (own === undefined) {
      const value = `${candidate.personId} ${questionKey(candidate)}`;
      const issue = { code: "assessment.missing" as const, path, value, details: {} };
      return [{ file: RECOMMENDATION_DOCUMENT, issue }];
    }
    const at = [...path, "decision"];
    return compare(
      RECOMMENDATION_DOCUMENT,
      at,
      candidate.decision,
      ASSESSMENTS_DOCUMENT,
      own.decision,
    );
  });
}

function checkQuota({ unit, recommendation }: PackageContents): readonly ContentIssue[] {
  return POST_GROUPS.flatMap((group) => {
    const { approved, filled, special } = unit.figures.posts[group];
    const free = approved === null ? null : approved - filled;
    const expected = { approved, filled, special, free };
    const line = recommendation.quota[group];
    return compare(RECOMMENDATION_DOCUMENT, ["quota", group], line, UNIT_DOCUMENT, expected);
  });
}

/** Each attachment is there with its size under the name of its hash, and nothing else is. */
function checkFiles({ files, recommendation }: PackageContents): readonly ContentIssue[] {
  const there = new Map(files.map((file) => [file.path, file]));
  const listed = new Set<string>([...DOCUMENTS, ...recommendation.attachments.map(attachmentPath)]);
  const issues: ContentIssue[] = [];
  for (const [index, attachment] of recommendation.attachments.entries()) {
    const path = ["attachments", index];
    const file = there.get(attachmentPath(attachment));
    const at = { path, value: attachmentPath(attachment), details: {} };
    if (file === undefined)
      issues.push({ file: RECOMMENDATION_DOCUMENT, issue: { code: "file.missing", ...at } });
    else
      issues.push(
        ...compare(
          RECOMMENDATION_DOCUMENT,
          [...path, "size"],
          attachment.size,
          file.path,
          file.size,
        ),
      );
  }
  for (const { path, sha256 } of files) {
    const named = ATTACHMENT.exec(path)?.[1];
    if (!listed.has(path) && !FORM.test(path)) {
      const issue = { code: "file.unknown" as const, path: [], value: undefined, details: {} };
      issues.push({ file: path, issue });
    } else if (named !== undefined) {
      issues.push(...compare(path, [], named, "SHA-256", sha256));
    }
  }
  return issues;
}

function checkCounts({ manifest, unit, assessments, files }: PackageContents) {
  const counted = countContents(unit, assessments.people, files);
  return compare(MANIFEST_DOCUMENT, ["counts"], manifest.counts, "包内实际数量", counted);
}

/** The counts of a package as its manifest states them. */
export function countContents(
  { people }: Pick<SubmittedUnit, "people">,
  assessed: readonly { readonly assessments: readonly unknown[] }[],
  files: readonly Pick<PayloadFile, "path" | "size">[],
): PackageManifest["counts"] {
  const attachments = files.filter(({ path }) => ATTACHMENT.test(path));
  return {
    people: people.length,
    assessments: assessed.reduce((sum, { assessments }) => sum + assessments.length, 0),
    forms: files.filter(({ path }) => FORM.test(path)).length,
    attachments: attachments.length,
    attachmentBytes: payloadSize(attachments).bytes,
  };
}
