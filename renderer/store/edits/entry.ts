import { type JournalEntry, journalHashText } from "../../../shared/bridge/journal-methods.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { TrainingEntry } from "../../../shared/records/training.ts";
import type { HistoryRow } from "../database/database.ts";
import type { DocumentTable, Migration } from "../database/migration.ts";
import { latestVersion, upgradeRecord } from "../database/migrations.ts";
import { decodeText, fromBase64, pack, sha256Hex, toBase64, unpack } from "../seal/bytes.ts";
import { makePacer } from "../engine/slices.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { HistoryEntry, RecordChange } from "../types.ts";
import { isWholePerson, joinPerson, type PersonDocument, touchedPeople } from "./documents.ts";

/** What is sealed of an entry; number, time and hashes stand beside it in clear. */
type SealedEntry = Pick<HistoryEntry, "operator" | "label" | "kind" | "of" | "changes"> & {
  /** The version whose documents the changes are. */
  readonly version: number;
};

/** An entry that is going to be written. */
export type NewEntry = Omit<HistoryEntry, "personIds">;

/** Where the documents lie that a change speaks of. */
export const DOCUMENT_TABLE_OF = {
  unit: "unit",
  settings: "settings",
  person: "people",
  training: "training",
  attachment: "attachments",
  round: "rounds",
  candidacy: "candidacies",
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
  const head = { version, operator, label, kind, of } satisfies Omit<SealedEntry, "changes">;
  const packed = await pack(await writeJson(head, changes));
  const box = sealer.sealBytes(placeOf(number, at), packed);
  const hash = await sha256Hex(journalHashText({ number, previous, at, sealed: toBase64(box) }));
  const people = touchedPeople(changes).map((id) => sealer.keyOf("people", id));
  return { number, at, kind, previous, hash, people, box };
}

/** Changes written together, so that thousands of them do not hold the screen in one go. */
const TOGETHER = 100;

/** The sealed part of an entry as JSON, in pieces: an import of thousands is tens of megabytes. */
async function writeJson(
  head: Omit<SealedEntry, "changes">,
  changes: readonly RecordChange[],
): Promise<readonly string[]> {
  const pace = makePacer();
  const pieces = [JSON.stringify(head).slice(0, -1), ',"changes":['];
  for (let at = 0; at < changes.length; at += TOGETHER) {
    const piece = JSON.stringify(changes.slice(at, at + TOGETHER)).slice(1, -1);
    pieces.push(at === 0 ? piece : `,${piece}`);
    await pace();
  }
  return [...pieces, "]}"];
}

/** A newer program wrote an entry: its documents are not read by this one (promise 5). */
export class NewerEntryError extends Error {
  override readonly name = "NewerEntryError";
}

/**
 * Opens an entry; throws where it was damaged or a newer program wrote it. Changes of an older version are
 * brought up to date.
 */
export async function openEntry(
  sealer: Sealer,
  migrations: readonly Migration[],
  { number, at, box }: Pick<HistoryRow, "number" | "at" | "box">,
): Promise<HistoryEntry> {
  const packed = sealer.openBytes(placeOf(number, at), box);
  const content = JSON.parse(decodeText(await unpack(packed))) as SealedEntry;
  const { version, operator, label, kind, of } = content;
  const latest = latestVersion(migrations);
  if (version > latest) throw new NewerEntryError();
  const isCurrent = version === latest;
  const changes = isCurrent
    ? content.changes
    : content.changes.map((change) => upgradeChange(migrations, version, change));
  const personIds = touchedPeople(changes);
  return { number, at, operator, label, kind, of, personIds, changes };
}

function upgradeChange(
  migrations: readonly Migration[],
  from: number,
  change: RecordChange,
): RecordChange {
  const upgrade = (doc: unknown) => {
    if (doc === null) return null;
    const table = DOCUMENT_TABLE_OF[change.table];
    if (!isWholePerson(change)) return upgradeRecord(migrations, from, table, doc);
    const { training, ...document } = doc as Person;
    const upgraded = upgradeRecord(migrations, from, table, document) as PersonDocument;
    return joinPerson(
      upgraded,
      training.map((entry) => upgradeRecord(migrations, from, "training", entry) as TrainingEntry),
    );
  };
  return { ...change, before: upgrade(change.before), after: upgrade(change.after) };
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
