import type { Person } from "../../records/person.ts";
import { nameKey } from "../text.ts";
import type { FieldValue } from "../read-cell.ts";
import type { ListDraft, PersonDraft } from "./draft.ts";
import { type BlamedRow, type HeadingOf, rowIssue, sayPlace } from "./import-issue.ts";
import type { RowIssueCode, RowIssueDetails } from "./row-issue.ts";

/**
 * Finds who on file a row speaks of: by 人员编号, else by ID number, else by name and birth date. What
 * agrees in part only is refused rather than guessed.
 */

/** One person with everything that a workbook says of them. */
export interface PersonGroup {
  readonly id: string;
  /** The row with the person's own fields; null where only other sheets name the person. */
  readonly draft: PersonDraft | null;
  readonly existing: Person | null;
  readonly records: ListDraft[];
}

export interface MatchedPeople {
  readonly groups: readonly PersonGroup[];
  readonly faults: readonly BlamedRow[];
}

type Found =
  | { readonly kind: "none" }
  | { readonly kind: "person"; readonly person: Person }
  | { readonly kind: "fault"; readonly fault: BlamedRow };

/** The people on file, looked up in the three ways. */
class Register {
  readonly byId: ReadonlyMap<string, Person>;
  readonly #byIdNumber: ReadonlyMap<string, Person>;
  readonly #byName: ReadonlyMap<string, readonly Person[]>;
  readonly #headingOf: HeadingOf;

  constructor(people: readonly Person[], headingOf: HeadingOf) {
    this.byId = new Map(people.map((person) => [person.id, person]));
    this.#byIdNumber = new Map(
      people.flatMap((person) => (person.idNumber === null ? [] : [[person.idNumber, person]])),
    );
    this.#byName = groupByName(people);
    this.#headingOf = headingOf;
  }

  find(draft: PersonDraft): Found {
    const { id, name, idNumber } = draft.known;
    const key = nameKey(String(name ?? ""));
    const byId = typeof id === "string" ? this.byId.get(id) : undefined;
    if (byId !== undefined) {
      const isSame = nameKey(byId.name) === key || (idNumber ?? null) === byId.idNumber;
      return isSame ? { kind: "person", person: byId } : this.#conflict(draft, byId);
    }
    const byNumber = typeof idNumber === "string" ? this.#byIdNumber.get(idNumber) : undefined;
    if (byNumber !== undefined) {
      const isSame = nameKey(byNumber.name) === key && id === undefined;
      return isSame ? { kind: "person", person: byNumber } : this.#conflict(draft, byNumber);
    }
    return id === undefined ? this.#findByName(draft, key) : { kind: "none" };
  }

  #findByName(draft: PersonDraft, key: string): Found {
    const birthDate = fieldOf(draft, "birthDate");
    if (typeof birthDate !== "string") return { kind: "none" };
    const namesakes = (this.#byName.get(key) ?? []).filter((person) =>
      areSameDate(person.birthDate, birthDate),
    );
    const [first, second] = namesakes;
    if (first === undefined) return { kind: "none" };
    if (second !== undefined) {
      return this.#fault(draft, "row.existingAmbiguous", { count: namesakes.length });
    }
    const { idNumber } = draft.known;
    const isOther = idNumber !== undefined && first.idNumber !== null;
    return isOther ? this.#conflict(draft, first) : { kind: "person", person: first };
  }

  #conflict(draft: PersonDraft, { id, name }: Person): Found {
    return this.#fault(draft, "row.existingConflict", { id, name });
  }

  #fault<Code extends RowIssueCode>(
    { row }: PersonDraft,
    code: Code,
    details: RowIssueDetails[Code],
  ): Found {
    return {
      kind: "fault",
      fault: rowIssue({ row, column: null }, this.#headingOf, code, details),
    };
  }
}

function groupByName(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}

/** A field as the row says it, or as it follows from the ID number. */
function fieldOf(draft: PersonDraft, key: string): FieldValue | undefined {
  return draft.known[key] ?? draft.assumed[key];
}

/** Two writings of a date that do not contradict each other: 1984-05 and 1984-05-02. */
function areSameDate(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** Puts rows of people beside the people on file, and gives an id to those who are new. */
export function matchPeople(
  drafts: readonly PersonDraft[],
  existing: readonly Person[],
  headingOf: HeadingOf,
): MatchedPeople {
  const register = new Register(existing, headingOf);
  const nextId = idMaker(existing, drafts);
  const claimed = new Map<string, PersonDraft>();
  const groups: PersonGroup[] = [];
  const faults: BlamedRow[] = [];
  for (const draft of drafts) {
    const found = register.find(draft);
    if (found.kind === "fault") faults.push(found.fault);
    const person = found.kind === "person" ? found.person : null;
    const first = claimsOf(draft, person)
      .map((claim) => claimed.get(claim))
      .find((claimant) => claimant !== undefined);
    if (first !== undefined) faults.push(samePerson(draft, first, headingOf));
    for (const claim of claimsOf(draft, person)) if (!claimed.has(claim)) claimed.set(claim, draft);
    const { id } = draft.known;
    groups.push({
      id: person?.id ?? (typeof id === "string" ? id : nextId()),
      draft,
      existing: first === undefined ? person : null,
      records: [...draft.records],
    });
  }
  return { groups, faults };
}

/** What no two rows may share: someone on file, or a name and birth date without any number. */
function claimsOf(draft: PersonDraft, person: Person | null): readonly string[] {
  const { id, idNumber, name } = draft.known;
  const claims: string[] = [];
  if (person !== null) claims.push(`on file ${person.id}`);
  const birthDate = fieldOf(draft, "birthDate");
  const isNumbered = id !== undefined || idNumber !== undefined;
  if (!isNumbered && typeof name === "string" && typeof birthDate === "string") {
    claims.push(`named ${nameKey(name)} ${birthDate}`);
  }
  return claims;
}

function samePerson(draft: PersonDraft, first: PersonDraft, headingOf: HeadingOf): BlamedRow {
  const place = sayPlace(first.row.sheet, String(first.row.number));
  return rowIssue({ row: draft.row, column: null }, headingOf, "row.samePerson", { place });
}

const MADE_ID = /^p-(\d{1,9})$/;
const DIGITS = 3;

/** Makes ids p-001, p-002 … after the highest that is in use. */
function idMaker(existing: readonly Person[], drafts: readonly PersonDraft[]): () => string {
  const used = [...existing.map(({ id }) => id), ...drafts.map(({ known }) => String(known["id"]))];
  let highest = used.reduce((most, id) => Math.max(most, Number(MADE_ID.exec(id)?.[1] ?? 0)), 0);
  return () => {
    highest += 1;
    return `p-${String(highest).padStart(DIGITS, "0")}`;
  };
}
