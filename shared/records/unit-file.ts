import { z } from "zod";
import { type Checked, checkFormat, parseJson, writeDocument } from "./document.ts";
import { list, record } from "./fields.ts";
import type { Issue, Report } from "./issue.ts";
import { checkPerson, checkUnique, type Person, personSchema } from "./person.ts";
import { reportSchemaIssues } from "./schema-issues.ts";
import { checkUnit, unitSchema } from "./unit.ts";

export const UNIT_FILE_FORMAT = "jiceng.unit/1";
/** So that a hostile file cannot grow without end; a county has 10,000. */
export const MOST_PEOPLE = 200_000;

/** The unit file: all that the rules need, as one JSON document. */
export const unitFileSchema = record({
  format: z.literal(UNIT_FILE_FORMAT),
  unit: unitSchema,
  people: list(personSchema, MOST_PEOPLE),
});
export type UnitFile = z.infer<typeof unitFileSchema>;

/** Checks data that claims to be a unit file. Everything wrong with it is reported, not just the first. */
export function checkUnitFile(data: unknown): Checked<UnitFile> {
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push(issue);
  if (!checkFormat(data, UNIT_FILE_FORMAT, report)) return { ok: false, issues };
  const parsed = unitFileSchema.safeParse(data);
  if (parsed.success) {
    checkUnit(parsed.data.unit, ["unit"], report);
    checkPeople(parsed.data.people, report);
  } else {
    reportSchemaIssues(parsed.error.issues, data, [], report);
    checkSoundParts(data, report);
  }
  return issues.length === 0 && parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, issues };
}

/** Checks people one by one and against each other; null stands for one whose shape is wrong. */
function checkPeople(people: readonly (Person | null)[], report: Report): void {
  for (const [index, person] of people.entries()) {
    if (person !== null) checkPerson(person, ["people", index], report);
  }
  const at = (key: string) => (index: number) => ["people", index, key];
  checkUnique(people, (one) => one?.id ?? null, at("id"), "person.duplicate", report);
  const placeOfNumber = at("idNumber");
  checkUnique(people, (one) => one?.idNumber ?? null, placeOfNumber, "idNumber.duplicate", report);
}

/** Where some part has the wrong shape, the others are still checked, so that one reading tells all. */
function checkSoundParts(data: unknown, report: Report): void {
  const { unit, people } = data as { unit?: unknown; people?: unknown };
  const parsedUnit = unitSchema.safeParse(unit);
  if (parsedUnit.success) checkUnit(parsedUnit.data, ["unit"], report);
  if (!Array.isArray(people)) return;
  checkPeople(
    people.map((person) => personSchema.safeParse(person).data ?? null),
    report,
  );
}

/** Reads the text of a unit file. Line and column are given where it is not JSON at all. */
export function readUnitFile(text: string): Checked<UnitFile> {
  const parsed = parseJson(text);
  return parsed.ok ? checkUnitFile(parsed.value) : parsed;
}

/** The unit file as text: two spaces, keys in the order of the specification, a newline at the end. */
export function writeUnitFile(unitFile: UnitFile): string {
  return writeDocument(unitFile);
}
