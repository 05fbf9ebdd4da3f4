import { rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import { flushFolder, makeFolder, writeDurably } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { readFreeBytes } from "../health/free-space.ts";
import { takeTurn } from "../files/turn.ts";
import {
  type Ledger,
  LedgerFaultError,
  type OpenedLedger,
  type LedgerRefusal,
  type Parameter,
  type Queries,
  refuseLedger,
} from "./ledger.ts";
import { orLedgerFault } from "./sql-errors.ts";

/** PostgreSQL inside this process, under `<data>/ledger`: a desk needs no server. */

const DATABASE = "database";
/** Laid down when a query finds damage: the next start sets the database aside. */
const DAMAGED_MARK = "damaged";
/**
 * Without room for a segment of its log (16 MB), PostgreSQL inside the process does not fail but hangs
 * (measured): a disk as full as this is refused before it is begun.
 */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Milliseconds to wait for a command that is about to end. */
const PATIENCE = 3_000;

/** The folder of the ledger in a data folder. */
export function ledgerFolder(dataFolder: string): string {
  return join(dataFolder, "ledger");
}

/** Opens it, for this process alone. One that does not open is set aside (the last one is kept) and made anew. */
export async function openPglite(dataFolder: string): Promise<OpenedLedger | LedgerRefusal> {
  const folder = ledgerFolder(dataFolder);
  await makeFolder(folder);
  const freeBytes = await readFreeBytes(folder);
  if (freeBytes !== null && freeBytes < LEAST_FREE_BYTES) return refuseLedger("space-low");
  const turn = await takeTurn(folder, { patience: PATIENCE });
  if (!turn.ok) return refuseLedger("ledger-in-use");
  try {
    const db = await openOrRebuild(folder);
    return { ok: true, ledger: ledgerOver(db, folder, turn.end) };
  } catch (error) {
    await turn.end();
    throw error;
  }
}

async function openOrRebuild(folder: string): Promise<PGlite> {
  const isMarked = await isThere(join(folder, DAMAGED_MARK));
  const isOld = await isThere(join(folder, DATABASE, "PG_VERSION"));
  if (isOld && !isMarked) {
    const db = await tryOpen(folder);
    if (db !== null) return db;
  }
  // What is there is damaged, or was never finished.
  if (isOld) await setAside(folder);
  else await rm(join(folder, DATABASE), { recursive: true, force: true });
  const db = await tryOpen(folder);
  if (db === null) throw new Error("a new database does not open");
  return db;
}

/** Null where it does not open; what the disk says throws. */
async function tryOpen(folder: string): Promise<PGlite | null> {
  const { PGlite: Database } = await import("@electric-sql/pglite");
  const { FlushedFiles, startParameters } = await import("./pglite-files.ts");
  try {
    return await Database.create({
      fs: new FlushedFiles(join(folder, DATABASE)),
      startParams: startParameters(Database.defaultStartParams),
    });
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw error;
    return null;
  }
}

async function setAside(folder: string): Promise<void> {
  const aside = join(folder, `${DATABASE}-damaged`);
  await rm(aside, { recursive: true, force: true });
  try {
    await rename(join(folder, DATABASE), aside);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  await rm(join(folder, DAMAGED_MARK), { force: true });
  await flushFolder(folder);
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function ledgerOver(db: PGlite, folder: string, end: () => Promise<void>): Ledger {
  const guard = <Value>(work: () => Promise<Value>): Promise<Value> =>
    markDamage(folder, () => orLedgerFault(work));
  const direct = queriesOn(db);
  return {
    kind: "pglite",
    query: (sql, parameters, row) => guard(() => direct.query(sql, parameters, row)),
    run: (sql, parameters) => guard(() => direct.run(sql, parameters)),
    transaction: (work) => guard(() => db.transaction((inside) => work(queriesOn(inside)))),
    close: async () => {
      await db.close();
      await end();
    },
  };
}

async function markDamage<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LedgerFaultError && error.code === "ledger-damaged") {
      await writeDurably(join(folder, DAMAGED_MARK), "");
    }
    throw error;
  }
}

function queriesOn(db: Pick<PGlite | Transaction, "query">): Queries {
  return {
    query: async (sql, parameters, row) => {
      const { rows } = await db.query(sql, [...parameters]);
      return rows.map((one) => row.parse(one));
    },
    run: async (sql, parameters: readonly Parameter[] = []) => {
      const { affectedRows } = await db.query(sql, [...parameters]);
      return affectedRows ?? 0;
    },
  };
}
