import type { Issue, Path } from "../../records/issue.ts";
import { checkPerson, checkUnique, type Person, personSchema } from "../../records/person.ts";
import { reportSchemaIssues } from "../../records/schema-issues.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../records/unit-file.ts";
import { cellAddress } from "../address.ts";
import type { ReadDrafts } from "./draft.ts";
import { type BlamedRow, type HeadingOf, recordIssue, rowIssue, sayPlace } from "./import-issue.ts";
import { linkRecords } from "./link-records.ts";
import { lookAgain } from "./look-again.ts";
import { matchPeople, type PersonGroup } from "./match-people.ts";
import type { RowOutcome } from "./merge-list.ts";
import { type MergedPerson, mergePerson } from "./merge-person.ts";
import { mergeUnit } from "./merge-unit.ts";
import { headingLookup } from "./read-template.ts";
import type { ImportRow, Place } from "./row.ts";

/**
 * Puts what was read beside what is on file, lets the records' own checks speak, takes out the rows
 * that they blame with everything that rests on those, and goes on until nothing is wrong. Pure.
 */

export interface Assembled {
  /** What would be on file with every row that is not refused; null where no unit is known. */
  readonly unitFile: UnitFile | null;
  readonly outcomes: ReadonlyMap<number, RowOutcome>;
  readonly blamed: readonly BlamedRow[];
  /** What could not be registered though its row is taken over. */
  readonly gaps: readonly BlamedRow[];
}

interface Workspace {
  readonly drafts: ReadDrafts;
  readonly headingOf: HeadingOf;
  readonly refused: Set<number>;
  readonly blamed: BlamedRow[];
}

/** Assembles the rows that `isChosen` lets through. */
export function assemble(
  drafts: ReadDrafts,
  existing: UnitFile | null,
  isChosen: (row: ImportRow) => boolean = () => true,
): Assembled {
  const space: Workspace = {
    drafts,
    headingOf: headingLookup(drafts.tables),
    refused: new Set(drafts.rows.filter((row) => !isChosen(row)).map(({ id }) => id)),
    blamed: [],
  };
  blame(space, drafts.faults);
  const unit = mergeUnit(drafts.units, existing?.unit ?? null, space.headingOf, space.refused);
  blame(space, unit.blamed);
  const onFile = existing?.people ?? [];
  const settled = new Map(
    groupRows(space, onFile).map((group) => [group, settlePerson(space, group)]),
  );
  settleDuplicates(space, onFile, settled);
  const more = findMore(space, settled.keys());
  const outcomes = new Map(unit.outcomes);
  const gaps: BlamedRow[] = [];
  for (const { merged } of settled.values()) {
    for (const [id, outcome] of merged.outcomes) outcomes.set(id, outcome);
    for (const gap of merged.gaps) gaps.push(gap);
  }
  const people = peopleOf(onFile, settled);
  const format = UNIT_FILE_FORMAT;
  return {
    unitFile: unit.unit === null ? null : { format, unit: unit.unit, people },
    outcomes,
    blamed: [...space.blamed, ...more],
    gaps,
  };
}

function blame({ blamed, refused }: Workspace, found: readonly BlamedRow[]): void {
  for (const one of found) {
    blamed.push(one);
    refused.add(one.rowId);
  }
}

function groupRows(space: Workspace, existing: readonly Person[]): readonly PersonGroup[] {
  const { people, linked } = space.drafts;
  const matched = matchPeople(people, existing, space.headingOf);
  blame(space, matched.faults);
  const result = linkRecords(linked, matched.groups, existing, space.headingOf);
  blame(space, result.faults);
  return result.groups;
}

/** Someone of whom the workbook speaks, once no row of theirs is to blame any more. */
interface SettledPerson {
  readonly merged: MergedPerson;
  /** Null for someone new of whom nothing can be taken over. */
  readonly person: Person | null;
}

/** Merges and checks one person until no row of theirs is to blame. */
function settlePerson(space: Workspace, group: PersonGroup): SettledPerson {
  for (;;) {
    refuseDependents(space, group);
    const merged = mergePerson(
      { ...group, draft: isRefused(space, group) ? null : group.draft },
      (id) => space.refused.has(id),
      { headingOf: space.headingOf, areMonthsEnough: space.drafts.areMonthsEnough },
    );
    if (isGone(space, group)) return { merged, person: null };
    const { person, found } = checkMerged(space, merged, group);
    if (found.length === 0) return { merged, person };
    blame(space, found);
  }
}

function isRefused({ refused }: Workspace, { draft }: PersonGroup): boolean {
  return draft !== null && refused.has(draft.row.id);
}

/** Nothing is left to check of someone new whose own row is refused. */
function isGone(space: Workspace, group: PersonGroup): boolean {
  return group.existing === null && (group.draft === null || isRefused(space, group));
}

/** Records of someone whose own row is refused wait with it. */
function refuseDependents(space: Workspace, group: PersonGroup): void {
  if (group.draft === null || !isRefused(space, group)) return;
  const { row: own } = group.draft;
  const place = sayPlace(own.sheet, String(own.number));
  for (const { row } of group.records) {
    if (space.refused.has(row.id)) continue;
    blame(space, [
      rowIssue({ row, column: null }, space.headingOf, "row.personRefused", { place }),
    ]);
  }
}

/** What the records' own checks say of a merged person, each at the cell that it comes from. */
function checkMerged(
  space: Workspace,
  merged: MergedPerson,
  group: PersonGroup,
): { readonly person: Person | null; readonly found: readonly BlamedRow[] } {
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  const { data, error } = personSchema.safeParse(merged.raw);
  if (data === undefined) reportSchemaIssues(error.issues, merged.raw, [], report);
  else checkPerson(data, [], report);
  const placeOf = (path: Path) => sayPlaceOf(merged.locate(path));
  const found = issues.flatMap((issue) => {
    const place = merged.locate(issue.path);
    const places = place === null ? placesOf(space, group) : [place];
    return places.map((one) => recordIssue(one, space.headingOf, issue, placeOf));
  });
  return { person: data ?? null, found: [...merged.faults, ...found] };
}

/** What else is wrong with the rows that have a cell which could not be read, and with those that wait for them. */
function findMore(space: Workspace, groups: Iterable<PersonGroup>): readonly BlamedRow[] {
  const waiting = space.blamed.filter(({ issue }) => issue.code === "row.personRefused");
  const unread = new Set([...space.drafts.faults, ...waiting].map(({ rowId }) => rowId));
  const told = new Set(space.blamed.map(cellOf));
  const found: BlamedRow[] = [];
  for (const group of groups) {
    const own = [...(group.draft === null ? [] : [group.draft]), ...group.records];
    if (!own.some(({ row }) => unread.has(row.id))) continue;
    for (const one of findMoreOf(space, group)) {
      if (unread.has(one.rowId) && !told.has(cellOf(one))) found.push(one);
    }
  }
  return found;
}

function cellOf({ rowId, issue }: BlamedRow): string {
  return `${rowId} ${issue.cell}`;
}

function findMoreOf(space: Workspace, group: PersonGroup): readonly BlamedRow[] {
  const { drafts, headingOf } = space;
  const { areMonthsEnough } = drafts;
  const merged = mergePerson(group, () => false, { headingOf, areMonthsEnough });
  const placeOf = (path: Path) => sayPlaceOf(merged.locate(path));
  return lookAgain(merged.raw).flatMap((issue) => {
    const place = merged.locate(issue.path);
    const hasCell = place !== null && place.column !== null;
    return hasCell ? [recordIssue(place, headingOf, issue, placeOf)] : [];
  });
}

/** Where a fault lies in what was on file, everything that the workbook says of the person made it one. */
function placesOf({ refused }: Workspace, { draft, records }: PersonGroup): readonly Place[] {
  const rows = [...(draft === null ? [] : [draft.row]), ...records.map(({ row }) => row)];
  const open = rows.filter(({ id }) => !refused.has(id));
  if (open.length === 0) throw new Error("a person on file does not pass the checks");
  return open.map((row) => ({ row, column: null }));
}

function sayPlaceOf(place: Place | null): string {
  if (place === null) return "已有记录";
  const { row, column } = place;
  return sayPlace(
    row.sheet,
    column === null ? String(row.number) : cellAddress(row.number, column),
  );
}

/** No two people may share a number; of two rows the later is refused, of row and file the row. */
function settleDuplicates(
  space: Workspace,
  existing: readonly Person[],
  settled: Map<PersonGroup, SettledPerson>,
): void {
  for (;;) {
    const owners = ownersOf(existing, settled);
    const found = [
      ...findDuplicates(space, owners, "id", "person.duplicate"),
      ...findDuplicates(space, owners, "idNumber", "idNumber.duplicate"),
    ];
    if (found.length === 0) return;
    blame(space, found);
    for (const [group] of settled) {
      if (isRefused(space, group)) settled.set(group, settlePerson(space, group));
    }
  }
}

/** Someone who would be on file after import. */
interface Owner {
  readonly person: Person;
  readonly place: (key: string) => Place | null;
}

/** People on file first, so that a row never pushes out whom it clashes with. */
function ownersOf(
  existing: readonly Person[],
  settled: ReadonlyMap<PersonGroup, SettledPerson>,
): readonly Owner[] {
  const touched = new Set([...settled.keys()].map((group) => group.existing?.id));
  const owners: Owner[] = [];
  for (const person of existing) {
    if (!touched.has(person.id)) owners.push({ person, place: () => null });
  }
  for (const { person, merged } of settled.values()) {
    if (person !== null) owners.push({ person, place: (key) => merged.locate([key]) });
  }
  return owners;
}

function findDuplicates(
  space: Workspace,
  owners: readonly Owner[],
  key: "id" | "idNumber",
  code: "person.duplicate" | "idNumber.duplicate",
): readonly BlamedRow[] {
  const found: BlamedRow[] = [];
  const placeAt = ([index]: Path) => owners[Number(index)]?.place(key) ?? null;
  checkUnique(
    owners,
    ({ person }) => person[key],
    (index) => [index],
    code,
    (issue) => {
      const place = placeAt(issue.path);
      if (place === null) throw new Error("two people on file share a number");
      const placeOf = (path: Path) => sayPlaceOf(placeAt(path));
      found.push(recordIssue(place, space.headingOf, issue, placeOf));
    },
  );
  return found;
}

/** People in the order of the file, the new ones after them in the order of the workbook. */
function peopleOf(
  existing: readonly Person[],
  settled: ReadonlyMap<PersonGroup, SettledPerson>,
): Person[] {
  const byId = new Map<string, Person>();
  const added: Person[] = [];
  for (const [group, { person }] of settled) {
    if (person === null) continue;
    if (group.existing === null) added.push(person);
    else byId.set(person.id, person);
  }
  return [...existing.map((person) => byId.get(person.id) ?? person), ...added];
}
