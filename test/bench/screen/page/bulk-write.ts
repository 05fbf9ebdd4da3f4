import {
  browserIdb,
  type HeadRow,
  type HistoryRow,
  NO_HEAD,
  ScreenDatabase,
} from "../../../../renderer/store/database/database.ts";
import { DOCUMENT_TABLES } from "../../../../renderer/store/database/migration.ts";
import { MIGRATIONS } from "../../../../renderer/store/database/migrations.ts";
import { applyChanges, emptyRecords } from "../../../../renderer/store/edits/documents.ts";
import { sealEntry } from "../../../../renderer/store/edits/entry.ts";
import { planSteps } from "../../../../renderer/store/edits/plan-edit.ts";
import { defaultSettings } from "../../../../renderer/store/engine/default-settings.ts";
import { runPaced } from "../../../../renderer/store/engine/slices.ts";
import {
  planWrites,
  writeEntry,
  type Writes,
} from "../../../../renderer/store/engine/write-entry.ts";
import { openSealer, type Sealer } from "../../../../renderer/store/seal/sealer.ts";
import type { Edit } from "../../../../renderer/store/types.ts";
import { throwStaff } from "../../../support/staff.ts";
import { clock, openRaw, writeRaw } from "./raw-database.ts";

/**
 * One edit that brings many people, written four ways into a database of its own. All four hold the same:
 * two rows a person (documents, training), the unit, the history entry of all of it with its index over
 * the people, and the head, in one strict transaction.
 */
export type TransactionWay =
  /** Raw IndexedDB putting boxes sealed beforehand. */
  | "raw"
  /** Raw IndexedDB putting the documents open, as an app without sealing would. */
  | "raw-open"
  /** The store's transaction, which gets its boxes ready made. */
  | "store"
  /** The store's transaction as it is: it seals on the way. */
  | "store-sealing";

/** What a commit does besides the transaction. */
export interface PartTimes {
  /** The checks of the unit file, and what changed. */
  readonly plan: number;
  /** The history entry: JSON, deflate, seal, hash. */
  readonly entry: number;
  /** The row keys. */
  readonly keys: number;
}

const SEED = 42;
const KEY = new Uint8Array(32).fill(7);
const AT = "2026-11-23T08:15:30Z";

/** The unit and so many people in one edit. */
export function editOf(people: number): Edit {
  const staff = throwStaff(SEED, people);
  return { label: { key: "import.done" }, unit: staff.unit, putPeople: staff.people };
}

interface Prepared {
  readonly writes: Writes;
  readonly row: HistoryRow;
  readonly head: HeadRow;
  readonly times: PartTimes;
}

async function prepare(sealer: Sealer, people: number): Promise<Prepared> {
  const edit = editOf(people);
  const settings = defaultSettings(Date.parse(AT));
  const records = emptyRecords(settings);
  const lap = clock();
  const plan = await runPaced(planSteps(records, edit));
  const planTime = lap();
  if (!plan.ok) throw new Error("the staff is not sound");
  const { changes } = plan;
  const about = { number: 1, at: AT, kind: "edit", of: null, operator: null } as const;
  const row = await sealEntry(sealer, MIGRATIONS, NO_HEAD.hash, {
    ...about,
    label: edit.label,
    changes,
  });
  const entryTime = lap();
  const next = applyChanges({ records, orders: new Map() }, changes, 1);
  const writes = planWrites(sealer, next, changes);
  const keysTime = lap();
  const head = { ...NO_HEAD, number: 1, hash: row.hash, at: AT, people };
  return { writes, row, head, times: { plan: planTime, entry: entryTime, keys: keysTime } };
}

/** Milliseconds of the transaction alone, from its begin until it is acknowledged. */
export async function timeTransaction(way: TransactionWay, people: number): Promise<number> {
  const sealer = await openSealer(KEY);
  const { writes, row, head } = await prepare(sealer, people);
  if (way === "raw-open") {
    const rows = DOCUMENT_TABLES.map((table) => [table, writes[table].put] as const);
    return writeRaw(await openRaw(), new Map<string, readonly unknown[]>(rows), row, head);
  }
  const boxes = sealAll(sealer, writes);
  if (way === "raw") return writeRaw(await openRaw(), boxes.byTable, row, head);
  const readyMade: Sealer = {
    ...sealer,
    seal: (place) => boxes.byPlace.get(place) ?? sealer.seal(place, null),
  };
  const database = new ScreenDatabase(
    "bench",
    way === "store" ? readyMade : sealer,
    MIGRATIONS,
    browserIdb(),
  );
  await database.open();
  const lap = clock();
  await writeEntry(database, writes, row, head);
  return lap();
}

/** Every box by the place that the store seals it for, and the rows by table. */
function sealAll(sealer: Sealer, writes: Writes) {
  const byPlace = new Map<string, Uint8Array<ArrayBuffer>>();
  const byTable = new Map<string, { readonly key: string; readonly box: Uint8Array }[]>();
  for (const table of DOCUMENT_TABLES) {
    const rows = writes[table].put.map(({ key, doc }) => {
      const place = `${table}/${key}/1`;
      const box = sealer.seal(place, doc);
      byPlace.set(place, box);
      return { key, box };
    });
    byTable.set(table, rows);
  }
  return { byPlace, byTable };
}

/** What the commit of so many people takes beside the transaction. */
export async function timeParts(people: number): Promise<PartTimes> {
  return (await prepare(await openSealer(KEY), people)).times;
}
