import type { Person } from "../../../shared/records/person.ts";
import type { RosterRow } from "../types.ts";
import type { InitialsOf } from "./initials.ts";
import { NameRanks } from "./name-ranks.ts";
import { makeRosterRow } from "./roster-row.ts";

/** Keeps the rows of the roster in step with the people; rows of unchanged people stay the same objects. */
export class RosterIndex {
  readonly #initialsOf: InitialsOf;
  readonly #ranks = new NameRanks();
  readonly #rows = new Map<string, RosterRow>();
  readonly #initials = new Map<string, string>();

  /** `listed`: rows of an earlier time, whose initials need not be looked up again. */
  constructor(initialsOf: InitialsOf, listed: readonly RosterRow[] = []) {
    this.#initialsOf = initialsOf;
    for (const { name, initials } of listed) this.#initials.set(name, initials);
  }

  /** The rows after some people changed, by name. */
  update(people: ReadonlyMap<string, Person>, changed: Iterable<string>): readonly RosterRow[] {
    const present: Person[] = [];
    for (const id of changed) {
      const person = people.get(id);
      if (person === undefined) this.#rows.delete(id);
      else present.push(person);
    }
    const isRenumbered = this.#ranks.take(present.map(({ name }) => name));
    for (const person of present) {
      const rank = this.#ranks.rankOf(person.name);
      this.#rows.set(person.id, makeRosterRow(person, rank, this.#initialsFor(person.name)));
    }
    if (isRenumbered) this.#renumber();
    return [...this.#rows.values()].toSorted(
      (a, b) => a.nameRank - b.nameRank || (a.id < b.id ? -1 : 1),
    );
  }

  #initialsFor(name: string): string {
    const known = this.#initials.get(name);
    if (known !== undefined) return known;
    const initials = this.#initialsOf(name);
    this.#initials.set(name, initials);
    return initials;
  }

  #renumber(): void {
    for (const [id, row] of this.#rows) {
      const nameRank = this.#ranks.rankOf(row.name);
      if (nameRank !== row.nameRank) this.#rows.set(id, { ...row, nameRank });
    }
  }
}
