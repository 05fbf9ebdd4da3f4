import type { Bridge, OutputOf } from "../../shared/bridge/methods.ts";
import { SHIPPED_PACKS } from "../../shared/policy/pack-shelf.ts";
import { rebuildFromJournal } from "./backup/rebuild.ts";
import { writeBackup } from "./backup/write-backup.ts";
import { askToPersist } from "./browser-health.ts";
import {
  type CurrentDatabase,
  currentName,
  readCurrent,
  writeCurrent,
} from "./database/current.ts";
import {
  browserIdb,
  type HeadRow,
  type Idb,
  KEY_CHECK_KEY,
  NO_HEAD,
  ScreenDatabase,
  versionOnDisk,
} from "./database/database.ts";
import { latestVersion, MIGRATIONS } from "./database/migrations.ts";
import { JournalLink } from "./engine/journal-link.ts";
import {
  DEFAULT_NAME,
  KEY_CHECK_PLACE,
  type OpenRefusal,
  type OpenRefusalCode,
  type OpenResult,
  type StoreOptions,
  windowLockName,
} from "./engine/open-result.ts";
import { EDIT_SENTENCES, OPEN_SENTENCES } from "./engine/sentences.ts";
import { findStartFault, type StartFacts } from "./engine/start-checks.ts";
import { holdWindowLock } from "./engine/window-lock.ts";
import { RecordStore } from "./record-store.ts";
import { openSealer, type Sealer } from "./seal/sealer.ts";
import type { RebuildOptions } from "./types.ts";

/** Opens the records, or says why not. Nothing is changed where it refuses. */
export async function openStore(options: StoreOptions): Promise<OpenResult> {
  const base = options.databaseName ?? DEFAULT_NAME;
  const locks = options.locks === undefined ? navigator.locks : options.locks;
  const release = await holdWindowLock(locks, windowLockName(base));
  if (release === null) return refuse("other-window");
  try {
    const result = await openLocked(options, base, release);
    if (!result.ok) release();
    return result;
  } catch (error) {
    release();
    return refuse("database-failed", { error: error instanceof Error ? error.name : "unknown" });
  }
}

async function openLocked(
  options: StoreOptions,
  base: string,
  release: () => void,
): Promise<OpenResult> {
  const { bridge, dataKey, now, migrations = MIGRATIONS } = options;
  const idb = options.idb ?? browserIdb();
  const current = await readCurrent(base, idb);
  const version = latestVersion(migrations);
  const onDisk = await versionOnDisk(current.name, idb);
  if (onDisk !== null && onDisk > version) return refuse("newer-data", { version, onDisk });

  const sealer = await openSealer(dataKey);
  const database = new ScreenDatabase(current.name, sealer, migrations, idb);
  const give = (refusal: OpenRefusal): OpenRefusal => {
    database.close();
    sealer.forget();
    return refusal;
  };
  try {
    if (onDisk !== null && onDisk < version) {
      const isBackedUp = await backUpOldVersion(options, current.name, onDisk, sealer);
      if (!isBackedUp) return give(refuse("database-failed", { step: "backup", onDisk }));
    }
    await database.open();
    if (!(await checkKey(database, sealer))) return give(refuse("wrong-key"));
    const asked = await askHost(bridge);
    if (!asked.ok) return give(refuse("database-failed", { host: asked.code }));
    const head = (await database.readHead()) ?? NO_HEAD;
    const facts = await gatherFacts(database, head, asked);
    const fault = findStartFault(facts);
    if (fault !== null) return give(refuse(fault, detailsOf(facts)));
    const link = new JournalLink(bridge, database, Math.min(asked.journal.head, head.number));
    const stopped = await catchUp(link, head);
    const { packs = SHIPPED_PACKS } = options;
    const rebuild = (how: RebuildOptions) => rebuildFromJournal(options, how);
    const parts = { bridge, database, sealer, migrations, now, packs, link, head, stopped };
    const store = new RecordStore({ ...parts, rebuild, release });
    void askToPersist();
    void sweepDatabases(base, idb, current, store);
    return { ok: true, store };
  } catch (error) {
    give(refuse("database-failed"));
    throw error;
  }
}

function refuse(code: OpenRefusalCode, details: OpenRefusal["details"] = {}): OpenRefusal {
  return { ok: false, code, message: OPEN_SENTENCES[code], details };
}

/** Whether the key opens what is there; a new database is marked with the key. */
async function checkKey(database: ScreenDatabase, sealer: Sealer): Promise<boolean> {
  const row = await database.meta.get(KEY_CHECK_KEY);
  if (row?.key !== "keyCheck") {
    await database.meta.put({ key: KEY_CHECK_KEY, box: sealer.seal(KEY_CHECK_PLACE, true) });
    return true;
  }
  try {
    sealer.open(KEY_CHECK_PLACE, row.box);
    return true;
  } catch {
    return false;
  }
}

/** Keeps what an older version wrote before its documents are brought up to date (promise 1). */
async function backUpOldVersion(
  { bridge, idb = browserIdb(), migrations = MIGRATIONS }: StoreOptions,
  name: string,
  version: number,
  sealer: Sealer,
): Promise<boolean> {
  const old = migrations.filter((migration) => migration.version <= version);
  const database = new ScreenDatabase(name, sealer, old, idb);
  try {
    await database.open();
    const result = await writeBackup({ bridge, database, sealer, version }, "upgrade");
    return result.ok || result.code === "nothing-to-back-up";
  } finally {
    database.close();
  }
}

type HostState =
  | {
      readonly ok: true;
      readonly journal: OutputOf<"journal.state">;
      readonly health: OutputOf<"health.state">;
    }
  | { readonly ok: false; readonly code: string };

async function askHost(bridge: Bridge): Promise<HostState> {
  const [journal, health] = await Promise.all([
    bridge.call("journal.state", {}),
    bridge.call("health.state", {}),
  ]);
  if (!journal.ok) return { ok: false, code: journal.error.code };
  if (!health.ok) return { ok: false, code: health.error.code };
  return { ok: true, journal: journal.output, health: health.output };
}

async function gatherFacts(
  database: ScreenDatabase,
  head: HeadRow,
  { journal, health }: Extract<HostState, { ok: true }>,
): Promise<StartFacts> {
  const last = await database.history.get(journal.head);
  return {
    database: {
      head: head.number,
      people: await database.people.count(),
      recordedPeople: head.people,
      hashAtJournalHead: last?.hash ?? null,
    },
    journal,
    lastCounts: health.lastCounts,
  };
}

function detailsOf({ database, journal, lastCounts }: StartFacts): OpenRefusal["details"] {
  return {
    people: database.people,
    entries: database.head,
    journalEntries: journal.head,
    wholeUpTo: journal.fault?.wholeUpTo ?? journal.head,
    peopleBefore: lastCounts?.people ?? null,
    entriesBefore: lastCounts?.entries ?? null,
  };
}

/** Sends the journal what it lacks; gives why writing has to stop where it does not take it. */
async function catchUp(
  link: JournalLink,
  head: HeadRow,
): Promise<{ readonly code: string; readonly message: string } | null> {
  const error = await link.sendUpTo(head.number, head.people);
  if (error === null) return null;
  return {
    code: "journal-failed",
    message: `${EDIT_SENTENCES["journal-failed"]}（${error.message}）`,
  };
}

/**
 * Once the current database has been read whole, what was switched away from goes, and what a rebuild
 * that was cut short left behind. The lock sees to it that no rebuild is under way.
 */
async function sweepDatabases(
  base: string,
  idb: Idb,
  { name, retired, setAside = [] }: CurrentDatabase,
  store: RecordStore,
): Promise<void> {
  try {
    await store.whenReady;
    const own = (await idb.factory.databases()).map((database) => database.name ?? "");
    const kept = new Set([name, currentName(base), ...setAside]);
    for (const one of own) {
      if (one.startsWith(`${base}-`) && !kept.has(one)) idb.factory.deleteDatabase(one);
    }
    if (retired.length > 0) await writeCurrent(base, idb, { name, retired: [], setAside });
  } catch {
    // They stay, and the next start tries again.
  }
}
