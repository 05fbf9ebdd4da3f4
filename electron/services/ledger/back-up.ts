import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { planRotation } from "../backups/rotation.ts";
import { makeFolder, writeDurably } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import type { Sealer } from "../keys/sealer.ts";
import { BACKED_UP, type BackedUpTable, readTable, replaceTable } from "./backup-tables.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Backups of what only the ledger has: decisions, plan, samples. Packages, receipts and results are on the
 * shelf and not in here. A file each under `<data>/ledger/backups`, sealed as a whole.
 */

const LABEL = "ledger backup";
const FORMAT = "jiceng.ledger-backup/1";
const NAME = /^(\d{6})-(\d{8})T(\d{6})Z-(daily|asked|restore)-(\d+)\.sealed$/;

export type LedgerBackupReason = "daily" | "asked" | "restore";

export interface LedgerBackup {
  readonly name: string;
  readonly at: string;
  readonly reason: LedgerBackupReason;
  readonly sequence: number;
  readonly bytes: number;
  /** Rows in it. */
  readonly rows: number;
}

export interface BackupPlace {
  readonly folder: string;
  readonly sealer: Sealer;
  readonly ledger: Ledger;
}

const backupSchema = z.strictObject({
  format: z.literal(FORMAT),
  at: z.string(),
  rows: z.number(),
  tables: z.record(
    z.string(),
    z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  ),
});

/** Makes a backup and rotates the ones before, by the same rule as those of the unit's records. `now` in milliseconds. */
export async function backUp(
  { folder, sealer, ledger }: BackupPlace,
  reason: LedgerBackupReason,
  now: number,
): Promise<LedgerBackup> {
  await makeFolder(folder);
  const tables = await ledger.transaction(async (queries) => {
    const read: [BackedUpTable, Awaited<ReturnType<typeof readTable>>][] = [];
    for (const table of BACKED_UP) read.push([table, await readTable(queries, table)]);
    return read;
  });
  const rows = tables.reduce((sum, [, some]) => sum + some.length, 0);
  const at = formatInstant(now);
  const data = { format: FORMAT, at, rows, tables: Object.fromEntries(tables) };
  const sealed = sealer.seal(LABEL, Buffer.from(JSON.stringify(data)));
  const before = await listBackups(folder);
  const sequence = (before[0]?.sequence ?? 0) + 1;
  const name = `${String(sequence).padStart(6, "0")}-${at.replaceAll(/[-:]/g, "")}-${reason}-${rows}.sealed`;
  await writeDurably(join(folder, name), sealed);
  const made = { name, at, reason, sequence, bytes: sealed.length, rows };
  for (const gone of rotate([made, ...before], at)) await rm(join(folder, gone), { force: true });
  return made;
}

function rotate(backups: readonly LedgerBackup[], at: string): readonly string[] {
  const rotated = backups.map((one) => ({ ...one, id: one.name, people: one.rows }));
  return planRotation(rotated, at);
}

/** All backups, the last one first. */
export async function listBackups(folder: string): Promise<readonly LedgerBackup[]> {
  const names = await namesIn(folder);
  const backups: LedgerBackup[] = [];
  for (const name of names) {
    const [, sequence, day, time, reason, rows] = NAME.exec(name) ?? [];
    if (day === undefined || time === undefined) continue;
    const { size } = await stat(join(folder, name));
    backups.push({
      name,
      at: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`,
      reason: reason as LedgerBackupReason,
      sequence: Number(sequence),
      bytes: size,
      rows: Number(rows),
    });
  }
  return backups.toSorted((a, b) => b.sequence - a.sequence);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

type Tables = z.infer<typeof backupSchema>["tables"];

export type OpenedBackup =
  | { readonly ok: true; readonly rows: number; readonly tables: Tables }
  | { readonly ok: false; readonly code: "backup-missing" | "backup-damaged" };

/** Reads a backup and verifies the whole of it. */
export async function openBackup(
  { folder, sealer }: Pick<BackupPlace, "folder" | "sealer">,
  name: string,
): Promise<OpenedBackup> {
  if (!NAME.test(name)) return { ok: false, code: "backup-missing" };
  let sealed: Uint8Array;
  try {
    sealed = await readFile(join(folder, name));
  } catch (error) {
    if (isMissing(error)) return { ok: false, code: "backup-missing" };
    throw error;
  }
  const opened = sealer.open(LABEL, sealed);
  if (opened === null) return { ok: false, code: "backup-damaged" };
  const parsed = backupSchema.safeParse(JSON.parse(Buffer.from(opened).toString("utf8")));
  if (!parsed.success) return { ok: false, code: "backup-damaged" };
  return { ok: true, rows: parsed.data.rows, tables: parsed.data.tables };
}

/** Puts a backup in the place of what the ledger has, all of it or nothing. */
export async function putBackup(ledger: Ledger, tables: Tables): Promise<void> {
  await ledger.transaction(async (queries) => {
    for (const table of BACKED_UP) await replaceTable(queries, table, tables[table] ?? []);
  });
}

/** Restores the last backup that opens; null where there is none. For a ledger that was made anew. */
export async function restoreLast(place: BackupPlace): Promise<LedgerBackup | null> {
  for (const backup of await listBackups(place.folder)) {
    const opened = await openBackup(place, backup.name);
    if (!opened.ok) continue;
    await putBackup(place.ledger, opened.tables);
    return backup;
  }
  return null;
}

const DAY = 86_400_000;

/** Makes the day's backup where none was made for a day by this clock, and there is something to keep. */
export async function backUpDaily(place: BackupPlace, now: number): Promise<LedgerBackup | null> {
  const [last] = await listBackups(place.folder);
  const isDue = last === undefined || Math.abs(now - Date.parse(last.at)) >= DAY;
  if (!isDue || !(await hasRows(place.ledger))) return null;
  return backUp(place, "daily", now);
}

async function hasRows({ query }: Ledger): Promise<boolean> {
  for (const table of BACKED_UP) {
    const [row] = await query(
      `SELECT EXISTS (SELECT 1 FROM ${table}) AS found`,
      [],
      z.object({ found: z.boolean() }),
    );
    if (row?.found === true) return true;
  }
  return false;
}
