import type { Table } from "dexie";
import type { Person } from "../../../shared/records/person.ts";
import type { TrainingEntry } from "../../../shared/records/training.ts";
import type { Unit } from "../../../shared/records/unit.ts";
import type { ScreenDatabase } from "../database/database.ts";
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

/** All rows of a table in pieces, in the order of their keys. */
export async function* readPieces<Row extends { readonly key: string }>(
  table: Table<Row, string>,
): AsyncGenerator<readonly Row[]> {
  let after = "";
  for (;;) {
    const rows = await table.where(":id").above(after).limit(PIECE).toArray();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PIECE) return;
    after = last.key;
  }
}

async function readAll(table: Table<OpenRow, string>): Promise<readonly unknown[]> {
  const docs: unknown[] = [];
  for await (const rows of readPieces(table)) docs.push(...rows.map(({ doc }) => doc));
  return docs;
}

/** Puts documents together to records. */
export function assembleDocuments(
  tables: {
    readonly unit: readonly unknown[];
    readonly people: readonly unknown[];
    readonly training: readonly unknown[];
    readonly attachments: readonly unknown[];
    readonly settings: readonly unknown[];
  },
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
      settings: (tables.settings[0] as Settings | undefined) ?? defaults,
    },
  };
}

/** Reads all records. */
export async function readDocuments(
  database: ScreenDatabase,
  defaults: Settings,
): Promise<Documents> {
  return assembleDocuments(
    {
      unit: await readAll(database.unit),
      people: await readAll(database.people),
      training: await readAll(database.training),
      attachments: await readAll(database.attachments),
      settings: await readAll(database.settings),
    },
    defaults,
  );
}
