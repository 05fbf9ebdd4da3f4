import type { Person } from "../../shared/records/person.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { MemberIndex, type NamedMember } from "../../shared/training-list/member-index.ts";
import type { Fields, ReadDrafts } from "../../shared/workbook/import/draft.ts";
import type { ImportIssue } from "../../shared/workbook/import/import-issue.ts";
import type { ImportReport, RowReport } from "../../shared/workbook/import/report.ts";
import type { SheetId } from "../../shared/workbook/sheet-spec.ts";
import { type FieldChange, personChanges, unitChanges } from "./record-changes.ts";

/** The rows of an import as they are listed: whose they are, and what comes of each. */

export interface ImportRowView extends RowReport {
  /** Whose record it is, as far as the row says; the unit's name for the unit's row. */
  readonly name: string;
  /** What becomes different: old and new of each field. Empty for rows that change nothing. */
  readonly changes: readonly FieldChange[];
  /** Why the row is refused. */
  readonly issues: readonly ImportIssue[];
}

/** Every row with a record in it, in the order of the workbook. */
export function viewRows(report: ImportReport): readonly ImportRowView[] {
  const { drafts, existing, unitFile } = report.plan;
  const subjects = subjectsOf(drafts);
  const issues = issuesByPlace(report.issues);
  const changes = new ChangeFinder(existing, unitFile);
  const kinds = new Map(report.tables.map(({ sheet, kind }) => [sheet, kind]));
  return report.rows.map((row, at) => {
    const subject = subjects.get(drafts.rows[at]?.id ?? -1);
    const isDifferent = row.outcome === "added" || row.outcome === "changed";
    return {
      ...row,
      name: subject?.name ?? "",
      changes:
        isDifferent && subject !== undefined
          ? changes.of(subject, kinds.get(row.sheet) ?? "roster")
          : [],
      issues: issues.get(placeKey(row.sheet, row.row)) ?? [],
    };
  });
}

function placeKey(sheet: string, row: number): string {
  return `${row} ${sheet}`;
}

function issuesByPlace(
  issues: readonly ImportIssue[],
): ReadonlyMap<string, readonly ImportIssue[]> {
  const byPlace = new Map<string, ImportIssue[]>();
  for (const issue of issues) {
    const key = placeKey(issue.sheet, issue.row);
    const own = byPlace.get(key);
    if (own === undefined) byPlace.set(key, [issue]);
    else own.push(issue);
  }
  return byPlace;
}

interface Subject extends NamedMember {
  readonly birthDate: string | null;
}

function textOf(fields: Fields, key: string): string | null {
  const value = fields[key];
  return typeof value === "string" && value !== "" ? value : null;
}

/** By row: whom it speaks of, as it says it. */
function subjectsOf({ people, linked, units }: ReadDrafts): ReadonlyMap<number, Subject> {
  const subjects = new Map<number, Subject>();
  for (const { row, known, assumed } of people) {
    subjects.set(row.id, {
      id: textOf(known, "id"),
      idNumber: textOf(known, "idNumber"),
      name: textOf(known, "name"),
      birthDate: textOf(known, "birthDate") ?? textOf(assumed, "birthDate"),
    });
  }
  for (const { draft, link } of linked) subjects.set(draft.row.id, { ...link, birthDate: null });
  for (const { row, known } of units) {
    subjects.set(row.id, {
      id: null,
      idNumber: null,
      name: textOf(known, "name"),
      birthDate: null,
    });
  }
  return subjects;
}

/** Finds what an import changes of whom, once for every person however many rows speak of them. */
class ChangeFinder {
  readonly #existing: UnitFile | null;
  readonly #unitFile: UnitFile | null;
  readonly #onFile: ReadonlyMap<string, Person>;
  readonly #index: MemberIndex;
  readonly #known = new Map<string, readonly FieldChange[]>();

  constructor(existing: UnitFile | null, unitFile: UnitFile | null) {
    this.#existing = existing;
    this.#unitFile = unitFile;
    this.#onFile = new Map((existing?.people ?? []).map((person) => [person.id, person]));
    this.#index = new MemberIndex(unitFile?.people ?? []);
  }

  /** The changes that a row of some sheet stands for. */
  of(subject: Subject, kind: SheetId | "roster"): readonly FieldChange[] {
    if (kind === "unit") {
      const after = this.#unitFile?.unit;
      return after === undefined ? [] : unitChanges(this.#existing?.unit ?? null, after);
    }
    const person = this.#find(subject);
    if (person === null) return [];
    const all =
      this.#known.get(person.id) ?? personChanges(this.#onFile.get(person.id) ?? null, person);
    this.#known.set(person.id, all);
    return kind === "roster" ? all : all.filter(({ sheet }) => sheet === kind);
  }

  /** Namesakes without a number are told apart by their day of birth. */
  #find(subject: Subject): Person | null {
    const found = this.#index.find(subject);
    if (found.ok) return found.person;
    const { name, birthDate } = subject;
    if (birthDate === null || found.fault.code !== "ambiguous") return null;
    const people = this.#unitFile?.people ?? [];
    const bearers = people.filter(
      (one) => one.name === name && one.birthDate.startsWith(birthDate),
    );
    const [only, another] = bearers;
    return only === undefined || another !== undefined ? null : only;
  }
}
