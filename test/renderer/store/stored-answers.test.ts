import { beforeEach, describe, expect, test, vi } from "vitest";
import { cycleOfSettings } from "../../../renderer/store/assess/inputs.ts";
import type { Idb } from "../../../renderer/store/database/database.ts";
import type { StoreOptions } from "../../../renderer/store/engine/open-result.ts";
import { openStore } from "../../../renderer/store/open-store.ts";
import type { Assessed, Store } from "../../../renderer/store/types.ts";
import type * as Decide from "../../../shared/policy/decide.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { UNIT_FILE_FORMAT } from "../../../shared/records/unit-file.ts";
import { throwStaff } from "../../support/staff.ts";
import { dumpAll, putRaw } from "./dump.ts";
import { peopleOf, until, written } from "./opened.ts";
import { freshIdb, optionsFor, StandInHost } from "./stand-in-host.ts";

/** Whom the rules were asked about, in order. */
const decided = vi.hoisted((): string[] => []);
vi.mock("../../../shared/policy/decide.ts", async (original) => {
  const real = await original<typeof Decide>();
  const decide: typeof real.decide = (scene) => {
    decided.push(scene.facts.person.id);
    return real.decide(scene);
  };
  return { ...real, decide };
});

/** So many that their answers lie in several pieces. */
const { unit, people } = throwStaff(7, 410);
const label = { key: "test" };
const TABLE = "jiceng-1/assessments";
type Row = { readonly key: string; readonly box: Uint8Array };

let host: StandInHost;
let idb: Idb;

/** Opens the store and waits until everybody is decided; gives all that was shown on the way. */
async function start(more: Partial<StoreOptions> = {}) {
  decided.length = 0;
  const result = await openStore({ ...optionsFor(host, idb), ...more });
  if (!result.ok) throw new Error(result.code);
  const { store } = result;
  const early: Assessed[] = [];
  const end = store.subscribe(() => {
    const { records, assessed } = store.getState();
    if (records === null && assessed.answers.size > 0) early.push(assessed);
  });
  await settled(store);
  end();
  return { store, early };
}

/** What is decided can be explained as well once all is told. */
async function settled(store: Store): Promise<void> {
  await until(
    store,
    ({ records, assessed }) =>
      records !== null && assessed.pending === 0 && assessed.byPerson.size === records.people.size,
  );
}

async function rowsStored(): Promise<readonly Row[]> {
  return structuredClone((await dumpAll(idb)).get(TABLE) ?? []) as readonly Row[];
}

/** What the rules give for the whole unit. */
function expectRight(store: Store): void {
  const { records, assessed } = store.getState();
  const of = records?.unit ?? null;
  if (records === null || of === null) throw new Error("no unit");
  const file = { format: UNIT_FILE_FORMAT, unit: of, people: peopleOf(store) } as const;
  const all = evaluate(
    { ...file, people: [...file.people] },
    cycleOfSettings(records.settings),
    SHANDONG_2020,
  );
  expect(assessed.answers.size).toBe(all.length);
  for (const one of all) {
    const answers = assessed.answers.get(one.personId);
    expect(answers).toEqual({
      personId: one.personId,
      assessments: one.assessments.map((assessment) => ({
        ...assessment,
        requirements: assessment.requirements.map(({ id, status, metOn }) => ({
          id,
          status,
          metOn,
        })),
      })),
    });
  }
  const [sample] = all;
  expect(assessed.byPerson.get(sample?.personId ?? "")).toEqual(sample);
}

/** A unit as an earlier start left it. */
beforeEach(async () => {
  host = new StandInHost();
  idb = freshIdb();
  const { store } = await start();
  written(await store.commit({ label, unit, putPeople: people }));
  await settled(store);
  await store.close();
});

const [someone, other] = people;
if (someone === undefined || other === undefined) throw new Error("too few");
const trained = { ...someone, training: someone.training.slice(1) };

describe("a start with the inputs of the last one", () => {
  test("shows every answer before the records are read and decides nobody anew", async () => {
    const { store, early } = await start();
    expect(early[0]?.answers.size).toBe(people.length);
    expect(early[0]).toMatchObject({ pending: 0, packId: SHANDONG_2020.id });
    expect(decided).toHaveLength(0);
    expectRight(store);
    await store.close();
  });

  test("stays so through further starts, and writes nothing anew", async () => {
    const before = await rowsStored();
    expect(before.length).toBeGreaterThan(2);
    for (let round = 0; round < 2; round += 1) {
      const { store } = await start();
      expect(decided).toHaveLength(0);
      await store.close();
    }
    expect(await rowsStored()).toEqual(before);
  });

  test("explains who is looked at, with the same object until something changes", async () => {
    const { store } = await start();
    const { byPerson } = store.getState().assessed;
    const explained = byPerson.get(other.id);
    expect(decided).toEqual([other.id]);
    written(await store.commit({ label, putPeople: [trained] }));
    await settled(store);
    expect(store.getState().assessed.byPerson.get(other.id)).toBe(explained);
    await store.close();
  });
});

describe("what changed is decided anew, and nobody else", () => {
  test("one edit: one person, then and at the next start none", async () => {
    const { store } = await start();
    written(await store.commit({ label, putPeople: [trained] }));
    await settled(store);
    expect(decided).toEqual([someone.id]);
    expectRight(store);
    const before = await rowsStored();
    await store.close();
    const after = await rowsStored();
    // One piece and what names the pieces; the other pieces stay as they were.
    expect(after.filter((row, index) => !isSameRow(row, before[index]))).toHaveLength(2);
    const { store: again } = await start();
    expect(decided).toHaveLength(0);
    expectRight(again);
    await again.close();
  });

  test("an edit that was not stored any more: its person at the next start", async () => {
    const before = await rowsStored();
    const { store } = await start();
    written(await store.commit({ label, putPeople: [trained] }));
    await store.close();
    await putRaw(idb, "jiceng-1", "assessments", before);
    const { store: again, early } = await start();
    expect(early).toEqual([]);
    expect(decided).toEqual([someone.id]);
    expectRight(again);
    await again.close();
  });

  test("people who come and go", async () => {
    const { store } = await start();
    written(await store.commit({ label, removePeople: [someone.id] }));
    await settled(store);
    await store.close();
    const { store: without } = await start();
    expect(decided).toHaveLength(0);
    expectRight(without);
    written(await without.undo());
    await settled(without);
    expect(decided).toContain(someone.id);
    expectRight(without);
    await without.close();
  });
});

describe("everybody is decided anew", () => {
  test.each([
    ["the cycle", { cycle: { year: 2027, applyOn: "2027-09-01", cutOff: "2027-12-31" } }],
    [
      "the day of application alone",
      { cycle: { year: 2026, applyOn: "2026-10-08", cutOff: "2026-12-31" } },
    ],
  ])("when %s changes, and not again at the next start", async (_, changed) => {
    const { store } = await start();
    const settings = store.getState().records?.settings;
    if (settings === undefined) throw new Error("no settings");
    written(await store.commit({ label, settings: { ...settings, ...changed } }));
    await settled(store);
    expect(new Set(decided)).toEqual(new Set(people.map(({ id }) => id)));
    expectRight(store);
    await store.close();
    const { store: again, early } = await start();
    expect(decided).toHaveLength(0);
    expect(early[0]?.answers.size).toBe(people.length);
    expectRight(again);
    await again.close();
  });

  test("when the approved posts were changed and nothing was stored since", async () => {
    const before = await rowsStored();
    const { store } = await start();
    written(await store.commit({ label, unit: { ...unit, posts: null } }));
    await store.close();
    await putRaw(idb, "jiceng-1", "assessments", before);
    const { store: again, early } = await start();
    expect(early).toEqual([]);
    expect(decided).toHaveLength(people.length);
    expectRight(again);
    await again.close();
  });

  test("when the pack says otherwise in a single word: the answers of before are never shown", async () => {
    const pack = { ...SHANDONG_2020, title: `${SHANDONG_2020.title}（修订）` };
    const { store, early } = await start({ packs: [pack] });
    expect(early).toEqual([]);
    expect(decided).toHaveLength(people.length);
    await store.close();
    const { store: again } = await start({ packs: [pack] });
    expect(decided).toHaveLength(0);
    await again.close();
  });

  test("when what is stored is of another history with as many entries", async () => {
    const rows = await rowsStored();
    host = new StandInHost();
    idb = freshIdb();
    const { store } = await start();
    written(await store.commit({ label, unit, putPeople: [trained, ...people.slice(1)] }));
    await settled(store);
    await store.close();
    await putRaw(idb, "jiceng-1", "assessments", rows);
    const { store: again, early } = await start();
    expect(early).toEqual([]);
    expect(decided).toHaveLength(people.length);
    expectRight(again);
    await again.close();
  });

  test("when the database was rebuilt: it has no answers yet", async () => {
    const { store } = await start();
    expect(await store.rebuildFromJournal()).toMatchObject({ ok: true });
    const { store: again, early } = await start();
    expect(early).toEqual([]);
    expect(decided).toHaveLength(people.length);
    expectRight(again);
    await again.close();
  });
});

describe("what is stored is not believed", () => {
  /** Starts on other rows; the people decided anew. */
  async function startOn(rows: readonly Row[]): Promise<ReadonlySet<string>> {
    await putRaw(idb, "jiceng-1", "assessments", rows);
    const { store } = await start();
    const anew = new Set(decided);
    expectRight(store);
    await store.close();
    const { store: again } = await start();
    expect(decided).toHaveLength(0);
    await again.close();
    return anew;
  }

  function spoil({ key, box }: Row): Row {
    const spoilt = Uint8Array.from(box);
    spoilt[40] = (spoilt[40] ?? 0) ^ 1;
    return { key, box: spoilt };
  }

  test("a piece that is damaged: its people are decided anew and stored again", async () => {
    const [first, ...others] = await rowsStored();
    if (first === undefined) throw new Error("nothing stored");
    const anew = await startOn([spoil(first), ...others]);
    expect(anew.size).toBeGreaterThan(0);
    expect(anew.size).toBeLessThan(people.length);
  });

  test("a piece of an earlier time among newer ones", async () => {
    const before = await rowsStored();
    const { store } = await start();
    written(await store.commit({ label, putPeople: [trained] }));
    await settled(store);
    await store.close();
    const after = await rowsStored();
    const changed = after.findIndex((row, index) => !isSameRow(row, before[index]));
    const mixed = after.map((row, index) => (index === changed ? (before[index] ?? row) : row));
    const anew = await startOn(mixed);
    expect(anew).toContain(someone.id);
    expect(anew.size).toBeLessThan(people.length);
  });

  test("pieces put in each other's place", async () => {
    const [first, second, ...others] = await rowsStored();
    if (first === undefined || second === undefined) throw new Error("too few pieces");
    const swapped = [
      { key: first.key, box: second.box },
      { key: second.key, box: first.box },
    ];
    expect((await startOn([...swapped, ...others])).size).toBe(people.length);
  });

  test("the list of the pieces, damaged", async () => {
    const rows = await rowsStored();
    const last = rows.at(-1);
    if (last?.key !== "manifest") throw new Error("the list is elsewhere");
    expect((await startOn([...rows.slice(0, -1), spoil(last)])).size).toBe(people.length);
  });
});

function isSameRow(one: Row, another: Row | undefined): boolean {
  return another !== undefined && Buffer.compare(one.box, another.box) === 0;
}
