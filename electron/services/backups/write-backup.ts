import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { moveDurably, PRIVATE_FILE, unfinishedName } from "../files/durable.ts";
import {
  type BackupHeader,
  closingBytes,
  type FrameKind,
  headerBytes,
  pieceBytes,
  writeFrame,
} from "./frames.ts";
import { type BackupRefusal, infoOf, verifyBackup, withBackup } from "./read-backup.ts";

/** A backup under way. It has its name only once it is finished, flushed and read again. */
export interface BackupWriter {
  readonly append: (documents: number, bytes: Uint8Array) => Promise<void>;
  readonly finish: () => Promise<{ readonly ok: true; readonly info: BackupInfo } | BackupRefusal>;
  readonly abort: () => Promise<void>;
}

/** Begins a backup file. */
export async function writeBackup(path: string, header: BackupHeader): Promise<BackupWriter> {
  const unfinished = unfinishedName(path);
  const file = await open(unfinished, "wx", PRIVATE_FILE);
  const digests = createHash("sha256");
  let pieces = 0;
  let documents = 0;
  const abort = async () => {
    await file.close().catch(() => null);
    await rm(unfinished, { force: true });
  };
  const add = async (kind: FrameKind, bytes: Uint8Array) => {
    const { frame, digest } = writeFrame(kind, bytes);
    await orAbort(abort, () => file.writeFile(frame));
    digests.update(digest);
  };
  await add("header", headerBytes(header));
  return {
    append: async (count, bytes) => {
      await add("piece", pieceBytes(count, bytes));
      pieces += 1;
      documents += count;
    },
    finish: () =>
      orAbort(abort, async () => {
        const digest = digests.copy().digest("hex");
        await add("closing", closingBytes({ pieces, documents, digest }));
        await flush(file);
        const verified = await withBackup(unfinished, verifyBackup);
        if (!verified.ok) {
          await abort();
          return verified;
        }
        await moveDurably(unfinished, path);
        return { ok: true, info: infoOf(header, verified.closing, verified.size) };
      }),
    abort,
  };
}

async function flush(file: FileHandle): Promise<void> {
  await file.sync();
  await file.close();
}

/** Runs work; whatever goes wrong leaves no half file. */
async function orAbort<Result>(
  abort: () => Promise<void>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await abort();
    throw error;
  }
}
