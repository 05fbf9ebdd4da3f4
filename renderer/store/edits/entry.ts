import { type JournalEntry, journalHashText } from "../../../shared/bridge/journal-methods.ts";
import type { HistoryRow } from "../database/database.ts";
import type { DocumentTable, Migration } from "../database/migration.ts";
import { latestVersion, upgradeRecord } from "../database/migrations.ts";
import {
  decodeText,
  encodeText,
  fromBase64,
  pack,
  sha256Hex,
  toBase64,
  unpack,
} from "../seal/bytes.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { HistoryEntry, RecordChange } from "../types.ts";
import { touchedPeople } from "./documents.ts";

/** What is sealed of an entry; number, time and hashes stand beside it in clear. */
type SealedEntry = Pick<HistoryEntry, "operator" | "label" | "kind" | "of" | "changes"> & {
  /** The version whose documents the changes are. */
  readonly version: number;
};

/** An entry that is going to be written. */
export type NewEntry = Omit<HistoryEntry, "personIds">;

const DOCUMENT_TABLE_OF = {
  unit: "unit",
  settings: "settings",
  person: "people",
  training: "training",
  attachment: "attachments",
} as const satisfies Record<RecordChange["table"], DocumentTable>;

function placeOf(number: number, at: string): string {
  return `history/${number}/${at}`;
}

/** Seals an entry and chains it to the one before. */
export async function sealEntry(
  sealer: Sealer,
  migrations: readonly Migration[],
  previous: string,
  { number, at, kind, operator, label, of, changes }: NewEntry,
): Promise<HistoryRow> {
  const version = latestVersion(migrations);
  const content: SealedEntry = { version, operator, label, kind, of, changes };
  const packed = await pack(encodeText(JSON.stringify(content)));
  const box = sealer.sealBytes(placeOf(number, at), packed);
  const hash = await sha256Hex(journalHashText({ number, previous, at, sealed: toBase64(box) }));
  const people = touchedPeople(changes).map((id) => sealer.keyOf("people", id));
  return { number, at, kind, previous, hash, people, box };
}

/** Opens an entry; throws where it was damaged. Changes of an older version are brought up to date. */
export async function openEntry(
  sealer: Sealer,
  migrations: readonly Migration[],
  { number, at, box }: Pick<HistoryRow, "number" | "at" | "box">,
): Promise<HistoryEntry> {
  const packed = sealer.openBytes(placeOf(number, at), box);
  const content = JSON.parse(decodeText(await unpack(packed))) as SealedEntry;
  const { version, operator, label, kind, of } = content;
  const upgrade = (table: RecordChange["table"], doc: unknown) =>
    doc === null ? null : upgradeRecord(migrations, version, DOCUMENT_TABLE_OF[table], doc);
  const changes =
    version === latestVersion(migrations)
      ? content.changes
      : content.changes.map((change) => ({
          ...change,
          before: upgrade(change.table, change.before),
          after: upgrade(change.table, change.after),
        }));
  const personIds = touchedPeople(changes);
  return { number, at, operator, label, kind, of, personIds, changes };
}

/** An entry as the journal takes it. */
export function toJournal({ number, previous, hash, at, box }: HistoryRow): JournalEntry {
  return { number, previous, hash, at, sealed: toBase64(box) };
}

/** An entry of the journal as the history has it, and what it says. */
export async function fromJournal(
  sealer: Sealer,
  migrations: readonly Migration[],
  { number, previous, hash, at, sealed }: JournalEntry,
): Promise<{ readonly row: HistoryRow; readonly entry: HistoryEntry }> {
  const box = fromBase64(sealed);
  const entry = await openEntry(sealer, migrations, { number, at, box });
  const people = entry.personIds.map((id) => sealer.keyOf("people", id));
  return { row: { number, at, kind: entry.kind, previous, hash, people, box }, entry };
}

/** Whether an entry's hash is its own and chains it to the one before. */
export async function isChained(entry: JournalEntry, previous: string): Promise<boolean> {
  return entry.previous === previous && entry.hash === (await sha256Hex(journalHashText(entry)));
}
