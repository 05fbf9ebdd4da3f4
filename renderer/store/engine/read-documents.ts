import type { Table } from "dexie";
import type { Candidacy } from "../../../shared/recommendation/candidacy.ts";
import type { Round } from "../../../shared/recommendation/round.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { TrainingEntry } from "../../../shared/records/training.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import type { ScreenDatabase } from "../database/database.ts";
import type { DocumentTable } from "../database/migration.ts";
import { type Documents, joinPerson, type PersonDocument } from "../edits/documents.ts";
import type { OpenRow } from "../seal/sealing-middleware.ts";
import type { AttachmentRecord, Settings } from "../types.ts";

/** As the table `people` holds them. */
export interface StoredPerson {
  readonly order: number;
  readonly person: PersonDocument;
}

/** As the table `training` holds them: all of one person's, so that a course for many writes one row each. */
export interface StoredTraining {
  readonly personId: string;
  readonly entries: readonly TrainingEntry[];
}

/** Rows are opened so many at a time; between two pieces the screen draws. */
const PIECE = 250;

/** The next rows of a table in the order of their keys; fewer than a piece: there are no more. */
export async function readPiece(
  table: Table<OpenRow, string>,
  after: string,
): Promise<{ readonly rows: readonly OpenRow[]; readonly next: string | null }> {
  const rows = await table.where(":id").above(after).limit(PIECE).toArray();
  return { rows, next: rows.length < PIECE ? null : (rows.at(-1)?.key ?? null) };
}

/** All documents of a table. Plain loops: a transaction may be open around it. */
export async function readTable(table: Table<OpenRow, string>): Promise<readonly unknown[]> {
  const docs: unknown[] = [];
  for (let after: string | null = ""; after !== null;) {
    const { rows, next } = await readPiece(table, after);
    for (const { doc } of rows) docs.push(doc);
    after = next;
  }
  return docs;
}

/** Puts documents together to records. */
export function assembleDocuments(
  tables: Readonly<Record<DocumentTable, readonly unknown[]>>,
  defaults: Settings,
): Documents {
  const stored = (tables.people as readonly StoredPerson[]).toSorted((a, b) => a.order - b.order);
  const training = new Map(
    (tables.training as readonly StoredTraining[]).map((row) => [row.personId, row.entries]),
  );
  const people = new Map<string, Person>();
  const orders = new Map<string, number>();
  for (const { order, person } of stored) {
    people.set(person.id, joinPerson(person, training.get(person.id) ?? []));
    orders.set(person.id, order);
  }
  const attachments = (tables.attachments as readonly AttachmentRecord[])
    .toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1))
    .map((attachment) => [attachment.id, attachment] as const);
  return {
    orders,
    records: {
      unit: (tables.unit[0] as Unit | undefined) ?? null,
      people,
      attachments: new Map(attachments),
      rounds: mapById(tables.rounds as readonly Round[]),
      candidacies: mapById(tables.candidacies as readonly Candidacy[]),
      settings: (tables.settings[0] as Settings | undefined) ?? defaults,
    },
  };
}

/** Rows lie in the order of their keyed hashes, which says nothing. */
function mapById<Document extends { readonly id: string }>(
  documents: readonly Document[],
): ReadonlyMap<string, Document> {
  const sorted = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(sorted.map((document) => [document.id, document]));
}

/** The settings alone, which say by what the rest is decided. */
export async function readSettings(
  database: ScreenDatabase,
  defaults: Settings,
): Promise<Settings> {
  const [settings] = await readTable(database.settings);
  return (settings as Settings | undefined) ?? defaults;
}

/** Reads all records. */
export async function readDocuments(
  database: ScreenDatabase,
  defaults: Settings,
): Promise<Documents> {
  const tables: Record<DocumentTable, readonly unknown[]> = {
    unit: [],
    people: [],
    training: [],
    attachments: [],
    settings: [],
    rounds: [],
    candidacies: [],
  };
  for (const table of database.documentTables) {
    tables[table] = await readTable(database.documents(table));
  }
  return assembleDocuments(tables, defaults);
}
