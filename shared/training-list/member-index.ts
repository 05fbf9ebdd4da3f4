import type { Person } from "../records/person.ts";
import { nameKey } from "../workbook/text.ts";

/** Finds the member of the staff whom a row of a list names. What agrees in part only is refused. */

export interface NamedMember {
  readonly id: string | null;
  /** Platforms blot out digits (371082********1234): the ones that are left are compared. */
  readonly idNumber: string | null;
  readonly name: string | null;
}

export type MemberFault =
  | { readonly code: "missing" }
  | { readonly code: "unknown"; readonly by: "id" | "idNumber" | "name" }
  | { readonly code: "ambiguous"; readonly count: number }
  | { readonly code: "mismatch"; readonly name: string };

export type FoundMember =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly fault: MemberFault };

/** The staff, looked up by number, ID number and name. */
export class MemberIndex {
  readonly #byId: ReadonlyMap<string, Person>;
  readonly #byIdNumber: ReadonlyMap<string, Person>;
  readonly #byName: ReadonlyMap<string, readonly Person[]>;

  constructor(people: readonly Person[]) {
    this.#byId = new Map(people.map((person) => [person.id, person]));
    this.#byIdNumber = new Map(
      people.flatMap((person) => (person.idNumber === null ? [] : [[person.idNumber, person]])),
    );
    this.#byName = groupByName(people);
  }

  /** Whoever is meant: by 人员编号, else by a whole ID number, else by name. */
  find(named: NamedMember): FoundMember {
    const { id, idNumber, name } = named;
    if (id !== null) return checked(this.#byId.get(id), "id", named);
    const known = idNumber === null ? undefined : this.#byIdNumber.get(idNumber);
    if (known !== undefined) return checked(known, "idNumber", named);
    if (name === null) {
      return fault(idNumber === null ? { code: "missing" } : { code: "unknown", by: "idNumber" });
    }
    return this.#findByName(name, idNumber);
  }

  #findByName(name: string, idNumber: string | null): FoundMember {
    const bearers = this.#byName.get(nameKey(name)) ?? [];
    if (bearers.length === 0) return fault({ code: "unknown", by: "name" });
    const agreeing = bearers.filter((person) => canBe(person, idNumber));
    const [only, another] = agreeing;
    if (only === undefined) return fault({ code: "unknown", by: "idNumber" });
    return another === undefined
      ? { ok: true, person: only }
      : fault({ code: "ambiguous", count: agreeing.length });
  }
}

/** People by their name, spelt alike. */
export function groupByName(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [person]);
    else group.push(person);
  }
  return groups;
}

function fault(what: MemberFault): FoundMember {
  return { ok: false, fault: what };
}

/** Whoever a number names must bear the name and the ID number beside it, where the file knows one. */
function checked(
  person: Person | undefined,
  by: "id" | "idNumber",
  { name, idNumber }: NamedMember,
): FoundMember {
  if (person === undefined) return fault({ code: "unknown", by });
  const isOtherName = name !== null && nameKey(name) !== nameKey(person.name);
  return isOtherName || !canBe(person, idNumber)
    ? fault({ code: "mismatch", name: person.name })
    : { ok: true, person };
}

/** True where a written number does not speak against a person; nothing does where none is on file. */
function canBe({ idNumber }: Person, written: string | null): boolean {
  if (written === null || idNumber === null) return true;
  return (
    written.length === idNumber.length &&
    written.split("").every((digit, at) => digit === "*" || digit === idNumber[at])
  );
}
