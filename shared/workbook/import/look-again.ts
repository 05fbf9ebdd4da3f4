import { idNumberBirthDate, idNumberSex, isIdNumberSound } from "../../records/id-number.ts";
import type { Issue, IssueCode, Path } from "../../records/issue.ts";
import { checkPerson, type Person, personSchema } from "../../records/person.ts";
import { reportSchemaIssues } from "../../records/schema-issues.ts";
import type { RawRecord } from "./merge-list.ts";

/**
 * What else is wrong with rows that are refused already for a cell that cannot be read. So a first
 * import names every fault, and mending one does not bring up the next (promise 17).
 */

/** What only a row that lacks some of its cells is blamed for. */
const OF_WHAT_IS_MISSING: ReadonlySet<IssueCode> = new Set([
  "key.missing",
  "type",
  "appointment.title",
]);

/** Checks what can be checked of a person some of whose fields could not be read. */
export function lookAgain(raw: RawRecord): readonly Issue[] {
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const parsed = personSchema.safeParse(raw);
  if (parsed.success) {
    checkPerson(parsed.data, [], report);
  } else {
    reportSchemaIssues(parsed.error.issues, raw, [], report);
    const sound = takeSoundParts(raw, issues);
    if (sound !== null) checkPerson(sound.person, [], (issue) => report(sound.placeBack(issue)));
  }
  return issues.filter(({ code }) => !OF_WHAT_IS_MISSING.has(code));
}

interface SoundParts {
  readonly person: Person;
  /** The same issue at the path that it has in what was given. */
  readonly placeBack: (issue: Issue) => Issue;
}

/** The person without the records that have the wrong shape, and with something harmless for lost fields. */
function takeSoundParts(raw: RawRecord, issues: readonly Issue[]): SoundParts | null {
  const lost = new Set(issues.map(({ path }) => path.slice(0, 2).join(".")));
  const indexes = new Map<string, readonly number[]>();
  const sound: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(raw)) {
    if (Array.isArray(value)) {
      const kept = [...value.keys()].filter((index) => !lost.has(`${field}.${index}`));
      indexes.set(field, kept);
      sound[field] = kept.map((index): unknown => value[index]);
    } else if (!lost.has(field)) {
      sound[field] = value;
    }
  }
  const { success, data } = personSchema.safeParse({ ...standIns(sound), ...sound });
  if (!success) return null;
  return {
    person: data,
    placeBack: (issue) => ({ ...issue, path: originalPath(issue.path, indexes) }),
  };
}

/** Fields that no check contradicts. */
function standIns({ idNumber }: RawRecord) {
  const isSound = typeof idNumber === "string" && isIdNumberSound(idNumber);
  return {
    name: "—",
    sex: isSound ? idNumberSex(idNumber) : "female",
    birthDate: (isSound ? idNumberBirthDate(idNumber) : null) ?? "1900-01-01",
  };
}

function originalPath(path: Path, indexes: ReadonlyMap<string, readonly number[]>): Path {
  const [field, index, ...rest] = path;
  if (field === undefined || typeof index !== "number") return path;
  return [field, indexes.get(String(field))?.[index] ?? index, ...rest];
}
