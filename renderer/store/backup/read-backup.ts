import { type JournalEntry, NO_JOURNAL_HASH } from "../../../shared/bridge/journal-methods.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import type { HeadRow } from "../database/database.ts";
import type { DocumentTable, Migration } from "../database/migration.ts";
import { latestVersion, upgradeRecord, upgradeStored } from "../database/migrations.ts";
import { isChained } from "../edits/entry.ts";
import { giveWay } from "../engine/slices.ts";
import { unpack } from "../seal/bytes.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { LongWork } from "../types.ts";
import { BACKUP_FORMAT, type BackupLine, pieceOf } from "./backup-lines.ts";
import { LineJoiner } from "./lines.ts";

/** All that a backup holds, checked whole; documents as the present version writes them. */
export interface BackupContent {
  readonly head: HeadRow;
  readonly tables: Readonly<Record<DocumentTable, readonly unknown[]>>;
  readonly entries: readonly JournalEntry[];
}

export type ReadBackupResult =
  | { readonly ok: true; readonly content: BackupContent }
  | { readonly ok: false; readonly code: string; readonly message: string };

export interface BackupReading {
  readonly bridge: Bridge;
  readonly sealer: Sealer;
  readonly migrations: readonly Migration[];
}

/** Reads a backup to its end and checks it; nothing is given of one that is not whole. */
export async function readBackup(
  { bridge, sealer, migrations }: BackupReading,
  id: string,
  { onProgress, signal }: LongWork = {},
): Promise<ReadBackupResult> {
  const verified = await bridge.call("backups.verify", { id });
  if (!verified.ok) return { ok: false, ...verified.error };
  if (!verified.output.isWhole) return damaged();
  const lines: BackupLine[] = [];
  const joiner = new LineJoiner();
  for (let piece = 0; ; piece += 1) {
    if (signal?.aborted === true) return { ok: false, code: "cancelled", message: "已取消" };
    const read = await bridge.call("backups.read", { id, piece });
    if (!read.ok) return { ok: false, ...read.error };
    if (read.bytes !== null) {
      try {
        const opened = sealer.openBytes(pieceOf(id, piece), read.bytes);
        for (const line of joiner.add(await unpack(opened))) lines.push(line as BackupLine);
      } catch {
        return damaged();
      }
    }
    onProgress?.(lines.length, null);
    await giveWay();
    if (read.output.isEnd) break;
  }
  return joiner.isOpen ? damaged() : sortLines(lines, migrations);
}

function damaged(): ReadBackupResult {
  const message = "这份备份不完整或已损坏，没有使用；请选择另一份备份";
  return { ok: false, code: "backup-damaged", message };
}

async function sortLines(
  lines: readonly BackupLine[],
  migrations: readonly Migration[],
): Promise<ReadBackupResult> {
  const [begin] = lines;
  const end = lines.at(-1);
  if (begin?.kind !== "begin" || begin.format !== BACKUP_FORMAT || end?.kind !== "end") {
    return damaged();
  }
  if (begin.version > latestVersion(migrations)) {
    const message = "这份备份是较新版本的程序做的，请安装新版本后再恢复";
    return { ok: false, code: "newer-data", message };
  }
  const documents = lines.filter((line) => line.kind === "document");
  const entries = lines.filter((line) => line.kind === "entry").map(({ entry }) => entry);
  const isCounted =
    documents.length === end.documents &&
    entries.length === end.entries &&
    documents.length + entries.length + 2 === lines.length;
  if (!isCounted || !(await isWholeChain(entries, begin.head))) return damaged();
  const tablesOf = (table: DocumentTable) =>
    documents
      .filter((line) => line.table === table)
      .map(({ doc }) =>
        upgradeStored(table, doc, (record) =>
          upgradeRecord(migrations, begin.version, table, record),
        ),
      );
  const tables = {
    unit: tablesOf("unit"),
    people: tablesOf("people"),
    training: tablesOf("training"),
    attachments: tablesOf("attachments"),
    settings: tablesOf("settings"),
    rounds: tablesOf("rounds"),
    candidacies: tablesOf("candidacies"),
  };
  return { ok: true, content: { head: begin.head, tables, entries } };
}

async function isWholeChain(entries: readonly JournalEntry[], head: HeadRow): Promise<boolean> {
  let previous = NO_JOURNAL_HASH;
  for (const [index, entry] of entries.entries()) {
    if (entry.number !== index + 1 || !(await isChained(entry, previous))) return false;
    previous = entry.hash;
  }
  return entries.length === head.number && previous === head.hash;
}
