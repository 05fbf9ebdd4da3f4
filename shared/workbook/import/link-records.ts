import type { Person } from "../../records/person.ts";
import { nameKey } from "../text.ts";
import type { Link, LinkedDraft } from "./draft.ts";
import { type BlamedRow, type HeadingOf, rowIssue } from "./import-issue.ts";
import type { PersonGroup } from "./match-people.ts";
import type { Place } from "./row.ts";

/** Finds whose record a row is. */

interface LinkIndex {
  readonly byId: Map<string, PersonGroup>;
  readonly byIdNumber: Map<string, PersonGroup>;
  readonly byName: Map<string, PersonGroup[]>;
}

/**
 * Hands each linked row to its person, and gives the groups with those people on file added whom only
 * other sheets name. A row whose person cannot be told is refused.
 */
export function linkRecords(
  linked: readonly LinkedDraft[],
  groups: readonly PersonGroup[],
  existing: readonly Person[],
  headingOf: HeadingOf,
): { readonly groups: readonly PersonGroup[]; readonly faults: readonly BlamedRow[] } {
  const grouped = new Set(groups.flatMap((group) => group.existing?.id ?? []));
  const others = existing
    .filter(({ id }) => !grouped.has(id))
    .map((person): PersonGroup => ({ id: person.id, draft: null, existing: person, records: [] }));
  const index = indexGroups([...groups, ...others]);
  const faults: BlamedRow[] = [];
  for (const one of linked) {
    const found = findGroup(one, index, headingOf);
    if ("records" in found) found.records.push(one.draft);
    else faults.push(found);
  }
  return { groups: [...groups, ...others.filter(({ records }) => records.length > 0)], faults };
}

function indexGroups(groups: readonly PersonGroup[]): LinkIndex {
  const index: LinkIndex = { byId: new Map(), byIdNumber: new Map(), byName: new Map() };
  for (const group of groups) {
    // Of two rows with one number the first has it; the second is refused for that.
    if (!index.byId.has(group.id)) index.byId.set(group.id, group);
    for (const idNumber of [group.draft?.known["idNumber"], group.existing?.idNumber]) {
      if (typeof idNumber === "string" && !index.byIdNumber.has(idNumber)) {
        index.byIdNumber.set(idNumber, group);
      }
    }
    for (const name of namesOf(group)) {
      const namesakes = index.byName.get(name);
      if (namesakes === undefined) index.byName.set(name, [group]);
      else namesakes.push(group);
    }
  }
  return index;
}

/** The names by which someone is found: the one on file, and the one that the workbook corrects it to. */
function namesOf({ draft, existing }: PersonGroup): ReadonlySet<string> {
  const names = [draft?.known["name"], existing?.name];
  return new Set(names.filter((name) => typeof name === "string").map(nameKey));
}

function shownName({ draft, existing }: PersonGroup): string {
  return String(draft?.known["name"] ?? existing?.name ?? "");
}

function findGroup(
  { draft, link }: LinkedDraft,
  index: LinkIndex,
  headingOf: HeadingOf,
): PersonGroup | BlamedRow {
  const { row, columns } = draft;
  const at = (key: keyof Link) => ({ row, column: columns.get(`person.${key}`) ?? null });
  const { id, name, idNumber } = link;
  if (id === null && idNumber === null) return findByName(name, at("name"), index, headingOf);
  const by = id === null ? "idNumber" : "id";
  const group = id === null ? index.byIdNumber.get(idNumber ?? "") : index.byId.get(id);
  if (group === undefined) return rowIssue(at(by), headingOf, "row.personUnknown", { by });
  const isOtherName = name !== null && !namesOf(group).has(nameKey(name));
  const isOtherNumber = idNumber !== null && index.byIdNumber.get(idNumber) !== group;
  if (!isOtherName && !isOtherNumber) return group;
  const details = { name: shownName(group) };
  return rowIssue(at(isOtherName ? "name" : "idNumber"), headingOf, "row.personMismatch", details);
}

/** A name alone will do where nobody else has it. */
function findByName(
  name: string | null,
  at: Place,
  index: LinkIndex,
  headingOf: HeadingOf,
): PersonGroup | BlamedRow {
  if (name === null) return rowIssue(at, headingOf, "row.personMissing", {});
  const namesakes = index.byName.get(nameKey(name)) ?? [];
  const [only, another] = namesakes;
  if (only === undefined) return rowIssue(at, headingOf, "row.personUnknown", { by: "name" });
  const count = namesakes.length;
  return another === undefined
    ? only
    : rowIssue(at, headingOf, "row.personAmbiguous", { name, count });
}
