import type { BridgeError } from "../../../shared/bridge/method.ts";
import type { Bridge } from "../../../shared/bridge/methods.ts";
import type { HeadRow, ScreenDatabase } from "../database/database.ts";
import type { DocumentTable } from "../database/migration.ts";
import { toJournal } from "../edits/entry.ts";
import { readTable } from "../engine/read-documents.ts";
import { giveWay } from "../engine/slices.ts";
import { pack } from "../seal/bytes.ts";
import type { Sealer } from "../seal/sealer.ts";
import type { BackupReason, BackupResult, LongWork } from "../types.ts";
import { BACKUP_FORMAT, type BackupLine, pieceOf } from "./backup-lines.ts";
import { LineCutter, type LinePiece } from "./lines.ts";

export interface BackupSource {
  readonly bridge: Bridge;
  readonly database: ScreenDatabase;
  readonly sealer: Sealer;
  /** The version of the database's layout. */
  readonly version: number;
}

interface Content {
  readonly head: HeadRow;
  readonly documents: readonly { readonly table: DocumentTable; readonly doc: unknown }[];
}

/** Entries of the history read at a time. */
const ENTRIES = 100;

/**
 * Writes a backup of all records as of one moment: documents and head are read in one transaction; the
 * history only grows, so what it had up to that head can be read afterwards.
 */
export async function writeBackup(
  source: BackupSource,
  reason: BackupReason,
  { onProgress, signal }: LongWork = {},
): Promise<BackupResult> {
  const { bridge, version } = source;
  const content = await readContent(source.database);
  if (content === null) {
    return { ok: false, code: "nothing-to-back-up", message: "还没有任何记录，不需要备份" };
  }
  const { head, documents } = content;
  const total = documents.length + head.number + 2;
  const about = { reason, people: head.people, head: head.number, schemaVersion: version };
  const begun = await bridge.call("backups.begin", about);
  if (!begun.ok) return failed(begun.error);
  const { id } = begun.output;
  const sender = new PieceSender(source, id);
  try {
    let done = 0;
    for await (const line of linesOf(source, content)) {
      if (signal?.aborted === true) throw new CalledOff();
      await sender.send(line);
      done += 1;
      if (done % ENTRIES === 0) {
        onProgress?.(done, total);
        await giveWay();
      }
    }
    await sender.finish();
    const finished = await bridge.call("backups.finish", { id });
    if (!finished.ok) throw new Refused(finished.error);
    onProgress?.(total, total);
    return { ok: true, backup: finished.output };
  } catch (error) {
    await bridge.call("backups.abort", { id });
    if (error instanceof Refused) return failed(error.refusal);
    if (error instanceof CalledOff) {
      return { ok: false, code: "cancelled", message: "备份已取消" };
    }
    throw error;
  }
}

function failed({ code, message }: BridgeError): BackupResult {
  return { ok: false, code, message };
}

class CalledOff extends Error {
  constructor() {
    super("called off");
    this.name = "CalledOff";
  }
}

class Refused extends Error {
  readonly refusal: BridgeError;
  constructor(refusal: BridgeError) {
    super(refusal.code);
    this.name = "Refused";
    this.refusal = refusal;
  }
}

/** Null where nothing was ever written. */
function readContent(database: ScreenDatabase): Promise<Content | null> {
  return database.transaction("r", [...database.documentTables, "meta"], async () => {
    const head = await database.readHead();
    if (head === null) return null;
    const documents: { table: DocumentTable; doc: unknown }[] = [];
    for (const table of database.documentTables) {
      const docs = await readTable(database.documents(table));
      for (const doc of docs) documents.push({ table, doc });
    }
    return { head, documents };
  });
}

async function* linesOf(
  { database, version }: BackupSource,
  { head, documents }: Content,
): AsyncGenerator<BackupLine> {
  yield { kind: "begin", format: BACKUP_FORMAT, version, head };
  for (const document of documents) yield { kind: "document", ...document };
  let entries = 0;
  while (entries < head.number) {
    const upTo = Math.min(entries + ENTRIES, head.number);
    const rows = await database.history
      .where("number")
      .between(entries + 1, upTo, true, true)
      .toArray();
    if (rows.length !== upTo - entries) throw new Error("the history has a gap");
    for (const row of rows) yield { kind: "entry", entry: toJournal(row) };
    entries = upTo;
  }
  yield { kind: "end", documents: documents.length, entries };
}

/** Seals full pieces and hands them to the host. */
class PieceSender {
  readonly #source: BackupSource;
  readonly #id: string;
  readonly #cutter = new LineCutter();
  #index = 0;

  constructor(source: BackupSource, id: string) {
    this.#source = source;
    this.#id = id;
  }

  async send(line: BackupLine): Promise<void> {
    for (const piece of this.#cutter.add(line)) await this.#append(piece);
  }

  async finish(): Promise<void> {
    const piece = this.#cutter.finish();
    if (piece !== null) await this.#append(piece);
  }

  async #append({ bytes, lines }: LinePiece): Promise<void> {
    const { bridge, sealer } = this.#source;
    const box = sealer.sealBytes(pieceOf(this.#id, this.#index), await pack([bytes]));
    this.#index += 1;
    const input = { id: this.#id, documents: lines };
    const answer = await bridge.call("backups.append", input, box);
    if (!answer.ok) throw new Refused(answer.error);
  }
}
