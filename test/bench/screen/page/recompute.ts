import { SHIPPED_PACKS } from "../../../../shared/policy/pack-shelf.ts";
import { Assessor } from "../../../../renderer/store/assess/assessor.ts";
import { defaultSettings } from "../../../../renderer/store/engine/default-settings.ts";
import type { Records } from "../../../../renderer/store/types.ts";
import { emptyRecords } from "../../../../renderer/store/edits/documents.ts";
import type { Person } from "../../../../shared/records/person.ts";
import { throwStaff } from "../../../support/staff.ts";
import { clock } from "./raw-database.ts";

/** Milliseconds of each round, until every decision is told. */
export interface RecomputeTimes {
  /** One person's training was edited. */
  readonly one: readonly number[];
  /** The cycle was changed: all decisions anew, from facts read before. */
  readonly all: readonly number[];
  /** As after a start: all facts and all decisions. */
  readonly fromNothing: readonly number[];
}

const SEED = 42;

/** The store's own assessor over a staff, round by round in turn. */
export async function timeRecompute(people: number, rounds: number): Promise<RecomputeTimes> {
  const staff = throwStaff(SEED, people);
  const settings = defaultSettings(Date.UTC(2026, 10, 23));
  let records: Records = {
    ...emptyRecords(settings),
    unit: staff.unit,
    people: new Map(staff.people.map((person) => [person.id, person])),
  };
  const times = { one: [] as number[], all: [] as number[], fromNothing: [] as number[] };
  for (let round = -1; round < rounds; round += 1) {
    let told = 0;
    const assessor = new Assessor(SHIPPED_PACKS, ({ pending, byPerson }) => {
      if (pending === 0) told = byPerson.size;
    });
    const work = async (): Promise<number> => {
      told = 0;
      const lap = clock();
      await assessor.update(records);
      if (told !== people) throw new Error("not every decision was told");
      return lap();
    };
    const fromNothing = await work();
    const person = staff.people[round + 1];
    if (person === undefined) throw new Error("more rounds than people");
    records = withPerson(records, { ...person, training: person.training.slice(1) });
    const one = await work();
    const { cycle } = records.settings;
    records = {
      ...records,
      settings: { ...settings, cycle: { ...cycle, year: 2025 + ((round + 1) % 2) } },
    };
    const all = await work();
    if (round < 0) continue;
    times.one.push(one);
    times.all.push(all);
    times.fromNothing.push(fromNothing);
  }
  return times;
}

function withPerson(records: Records, person: Person): Records {
  return { ...records, people: new Map(records.people).set(person.id, person) };
}
