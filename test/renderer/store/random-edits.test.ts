import * as fc from "fast-check";
import { expect, test } from "vitest";
import { rebuildFromJournal } from "../../../renderer/store/backup/rebuild.ts";
import type { Edit, Store } from "../../../renderer/store/types.ts";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Person } from "../../../shared/records/person.ts";
import { throwPopulation } from "../../support/population.ts";
import { contentOf, openReady, peopleOf, written } from "./opened.ts";
import { makeCandidacy, makeRound } from "./rounds.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

const label = { key: "test" };

/** Two versions of eight people, so that edits change, add and remove. */
const versions = [1, 2].map((seed) => throwPopulation(seed, 8).unitFile);
const units = versions.map(({ unit }) => unit);

function personAt(version: number, index: number): Person {
  const person = versions[version]?.people[index];
  if (person === undefined) throw new Error("no such person");
  // Numbers of two versions of different people might meet.
  return { ...person, idNumber: null };
}

function makeCandidacyOf(owner: number, chosenOn: string): Candidacy {
  return makeCandidacy(`c-${owner}`, personAt(0, owner).id, "2026", { chosenOn });
}

const index = fc.nat(7);
const version = fc.nat(1);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(version, fc.uniqueArray(index, { minLength: 1 })).map(([which, indices]) => ({
    label,
    putPeople: indices.map((one) => personAt(which, one)),
  })),
  fc.uniqueArray(index, { minLength: 1, maxLength: 3 }).map((indices) => ({
    label,
    removePeople: indices.map((one) => personAt(0, one).id),
  })),
  version.map((which) => ({
    label,
    ...(units[which] === undefined ? {} : { unit: units[which] }),
  })),
  fc.tuple(index, fc.nat(3)).map(([owner, name]) => ({
    label,
    putPeople: [personAt(0, owner)],
    putAttachments: [
      {
        id: `a-${owner}`,
        personId: personAt(0, owner).id,
        kind: "degree",
        name: `扫描件${name}`,
        type: "image/png",
        size: 1,
        sha256: "0".repeat(64),
        crc32: "0".repeat(8),
        addedAt: "2026-11-23T08:15:30Z",
      },
    ],
  })),
  fc.tuple(fc.nat(1), fc.boolean()).map(([year, isSecret]) => ({
    label,
    putRounds: [makeRound(2026 + year, { isSecret })],
  })),
  fc.tuple(fc.uniqueArray(index, { minLength: 1, maxLength: 3 }), fc.nat(3)).map(([some, day]) => ({
    label,
    putRounds: [makeRound(2026)],
    putPeople: some.map((one) => personAt(0, one)),
    putCandidacies: some.map((one) => makeCandidacyOf(one, `2026-03-0${day + 1}`)),
  })),
  fc.uniqueArray(index, { minLength: 1, maxLength: 3 }).map((indices) => ({
    label,
    removeCandidacies: indices.map((one) => `c-${one}`),
  })),
);
const step = fc.oneof(
  { weight: 6, arbitrary: edit },
  { weight: 3, arbitrary: fc.constant("undo" as const) },
  { weight: 2, arbitrary: fc.constant("redo" as const) },
);

/** Undo and redo as everybody knows them: a line of states and a place in it. */
class Line {
  readonly #states: unknown[];
  #at = 0;

  constructor(first: unknown) {
    this.#states = [first];
  }

  get now(): unknown {
    return this.#states[this.#at];
  }

  take(state: unknown): void {
    this.#states.splice(this.#at + 1);
    this.#states.push(state);
    this.#at += 1;
  }

  /** False at the end of the line. */
  move(by: 1 | -1): boolean {
    if (this.#at + by < 0 || this.#at + by >= this.#states.length) return false;
    this.#at += by;
    return true;
  }
}

async function takeStep(store: Store, line: Line, what: Edit | "undo" | "redo"): Promise<void> {
  if (typeof what === "string") {
    const canMove = line.move(what === "undo" ? -1 : 1);
    const result = await store[what]();
    if (canMove) written(result);
    else expect(result).toMatchObject({ ok: false, code: "nothing-to-undo" });
  } else {
    const result = await store.commit(what);
    if (result.ok) line.take(contentOf(store));
    else expect(["nothing-changed", "invalid"]).toContain(result.code);
  }
  expect(contentOf(store)).toEqual(line.now);
}

test("whatever is edited, undone and redone: a restart and a rebuild give the same records and history", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const host = new StandInHost();
      const idb = freshIdb();
      const store = await openReady(host, idb);
      const line = new Line(contentOf(store));
      for (const what of steps) await takeStep(store, line, what);
      const order = peopleOf(store).map(({ id }) => id);
      const history = await store.readHistory({ limit: 100 });
      const { undoable, redoable, rows } = store.getState();
      await store.close();

      const rebuilt = freshIdb();
      const options = optionsFor(host, rebuilt);
      if (history.length > 0) expect(await rebuildFromJournal(options)).toMatchObject({ ok: true });
      for (const place of [idb, rebuilt]) {
        const again = await openReady(host, place);
        expect(contentOf(again)).toEqual(line.now);
        expect(peopleOf(again).map(({ id }) => id)).toEqual(order);
        expect(await again.readHistory({ limit: 100 })).toEqual(history);
        expect(again.getState()).toMatchObject({ undoable, redoable });
        expect(again.getState().rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
        await again.close();
      }
    }),
    { numRuns: 25 },
  );
});
