import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { flushFolder, makeFolder, sweepUnfinished } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { inOrder } from "../files/in-order.ts";
import type { BackupHeader } from "./frames.ts";
import {
  type BackupIndex,
  type BackupRefusal,
  type ListedBackup,
  readIndex,
  readInfo,
  readPiece,
  verifyBackup,
  withBackup,
} from "./read-backup.ts";
import { newerFirst, planRotation } from "./rotation.ts";
import { type BackupWriter, writeBackup } from "./write-backup.ts";

/** Backups (promise 4): a file each in `backups/`, outside the browser's profile. */

const FOLDER = "backups";
const ENDING = ".backup";

export type Refusal = BackupRefusal | { readonly ok: false; readonly code: "backup-not-begun" };

export interface ReadPiece {
  readonly ok: true;
  readonly documents: number;
  readonly bytes: Uint8Array;
  readonly isEnd: boolean;
}

export interface Backups {
  readonly begin: (header: Omit<BackupHeader, "id" | "at" | "sequence">) => Promise<string>;
  readonly append: (
    id: string,
    documents: number,
    bytes: Uint8Array,
  ) => Promise<{ readonly ok: true } | Refusal>;
  /** Closes and verifies it, then removes those that have had their time. */
  readonly finish: (
    id: string,
  ) => Promise<{ readonly ok: true; readonly info: BackupInfo } | Refusal>;
  readonly abort: (id: string) => Promise<void>;
  /** Those that are finished, newest first. */
  readonly list: () => Promise<readonly BackupInfo[]>;
  readonly verify: (id: string) => Promise<{ readonly ok: true } | BackupRefusal>;
  readonly read: (id: string, piece: number) => Promise<ReadPiece | BackupRefusal>;
  /** Drops what is under way. */
  readonly close: () => Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly pathOf: (id: string) => string;
  /** Runs works one after the other: making, listing and rotating do not get into each other's way. */
  readonly queue: ReturnType<typeof inOrder>;
}

/** The backups of a data folder. `now` in milliseconds. */
export function openBackups(dataFolder: string, now: () => number): Backups {
  const folder = join(dataFolder, FOLDER);
  const pathOf = (id: string) => join(folder, `${id}${ENDING}`);
  const place: Place = { folder, pathOf, queue: inOrder() };
  return { ...makeWriting(place, now), ...makeReading(place) };
}

/** Removes what a crash left half made; to be called when nothing is under way. Gives how many there were. */
export function sweepBackups(dataFolder: string): Promise<number> {
  return sweepUnfinished(join(dataFolder, FOLDER));
}

function makeWriting(
  { folder, pathOf, queue }: Place,
  now: () => number,
): Pick<Backups, "begin" | "append" | "finish" | "abort" | "close"> {
  const writers = new Map<string, BackupWriter>();
  const end = async (id: string) => {
    const writer = writers.get(id);
    writers.delete(id);
    await writer?.abort();
  };
  return {
    begin: (given) =>
      queue(async () => {
        await makeFolder(folder);
        const at = formatInstant(now());
        const id = idOf(at);
        const sequence = ((await listBackups(folder))[0]?.sequence ?? 0) + 1;
        writers.set(id, await writeBackup(pathOf(id), { ...given, id, at, sequence }));
        return id;
      }),
    append: (id, documents, bytes) =>
      queue(async () => {
        const writer = writers.get(id);
        if (writer === undefined) return { ok: false, code: "backup-not-begun" };
        try {
          await writer.append(documents, bytes);
        } catch (error) {
          writers.delete(id);
          throw error;
        }
        return { ok: true };
      }),
    finish: (id) =>
      queue(async () => {
        const writer = writers.get(id);
        if (writer === undefined) return { ok: false, code: "backup-not-begun" };
        writers.delete(id);
        const finished = await writer.finish();
        if (finished.ok) await rotate(folder, pathOf, formatInstant(now()));
        return finished;
      }),
    abort: (id) => queue(() => end(id)),
    close: () =>
      queue(async () => {
        for (const id of writers.keys()) await end(id);
      }),
  };
}

function makeReading({ folder, pathOf, queue }: Place): Pick<Backups, "list" | "verify" | "read"> {
  /** Of the backup that is being read piece by piece. */
  let reading: { readonly id: string; readonly index: BackupIndex } | null = null;
  return {
    list: () => queue(() => listBackups(folder)),
    verify: (id) => withBackup(pathOf(id), verifyBackup),
    read: (id, piece) =>
      withBackup<ReadPiece | BackupRefusal>(pathOf(id), async (file) => {
        const index = reading?.id === id ? reading.index : await readIndex(file);
        if (!index.ok) return index;
        reading = { id, index };
        const at = index.pieces[piece];
        const isEnd = piece >= index.pieces.length - 1;
        if (at === undefined) return { ok: true, documents: 0, bytes: new Uint8Array(0), isEnd };
        const read = await readPiece(file, at);
        return read === null ? { ok: false, code: "backup-damaged" } : { ok: true, ...read, isEnd };
      }),
  };
}

/** Readable in the folder, and of its own even within a second. */
function idOf(at: string): string {
  const [day = "", clock = ""] = at.replaceAll(/[-:Z]/g, "").split("T");
  return `${day}-${clock}-${randomBytes(4).toString("hex")}`;
}

async function listBackups(folder: string): Promise<readonly ListedBackup[]> {
  const backups: ListedBackup[] = [];
  for (const name of await namesIn(folder)) {
    const read = await withBackup(join(folder, name), readInfo);
    // One that is harmed or of a newer program stays where it is, and is not offered.
    if (read.ok && `${read.info.id}${ENDING}` === name) backups.push(read.info);
  }
  return backups.toSorted(newerFirst);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ENDING));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function rotate(folder: string, pathOf: (id: string) => string, now: string): Promise<void> {
  const removed = planRotation(await listBackups(folder), now);
  for (const id of removed) await rm(pathOf(id), { force: true });
  if (removed.length > 0) await flushFolder(folder);
}
