import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import {
  flushFolder,
  makeFolder,
  PRIVATE_FILE,
  replaceFile,
  sweepUnfinished,
} from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { openSealedPieces, sizeOfSealed, writeSealedPieces } from "./sealed-file.ts";

/** Files beside the records, each stored once by its SHA-256 and sealed: `attachments/ab/<sha256>`. */

const FOLDER = "attachments";
const SHELF = /^[0-9a-f]{2}$/;
const NAME = /^[0-9a-f]{64}$/;
const USE = "attachments";

type Keys = Pick<UnlockedKeys, "deriveKey">;

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  /** When its bytes were last brought, `2026-11-23T08:15:30Z`. */
  readonly addedAt: string;
}

export interface FileFigures {
  readonly sha256: string;
  /** As in the ZIP of a package, eight hexadecimal digits. */
  readonly crc32: string;
  readonly size: number;
}

/** Stores some bytes, flushed; those that are there whole already are not written again. */
export async function putAttachment(
  dataFolder: string,
  keys: Keys,
  bytes: Uint8Array,
): Promise<FileFigures> {
  const sha256 = digestOf(bytes);
  const figures = { sha256, crc32: crc32(bytes).toString(16).padStart(8, "0"), size: bytes.length };
  // Bytes that were harmed on the disk are put right by bringing the file again.
  const path = pathOf(dataFolder, sha256);
  if ((await getAttachment(dataFolder, keys, sha256)).ok) {
    // Just brought: the record that will name it may not be saved yet, so that it must not look left over.
    const now = Date.now() / 1_000;
    await utimes(path, now, now);
    return figures;
  }
  await makeFolder(dirname(path));
  const key = keys.deriveKey(USE);
  await replaceFile(path, (file) => writeSealedPieces(file, key, sha256, bytes), PRIVATE_FILE);
  return figures;
}

export type GivenAttachment =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: "attachment-missing" | "attachment-damaged" };

/** The bytes of a stored file, proven by their hash. */
export async function getAttachment(
  dataFolder: string,
  keys: Keys,
  sha256: string,
): Promise<GivenAttachment> {
  let sealed: Uint8Array;
  try {
    sealed = await readFile(pathOf(dataFolder, sha256));
  } catch (error) {
    if (isMissing(error)) return { ok: false, code: "attachment-missing" };
    throw error;
  }
  const bytes = openSealedPieces(sealed, keys.deriveKey(USE), sha256);
  if (bytes === null || digestOf(bytes) !== sha256) {
    return { ok: false, code: "attachment-damaged" };
  }
  return { ok: true, bytes };
}

/** Every stored file, by hash. */
export async function listAttachments(dataFolder: string): Promise<readonly StoredFile[]> {
  const files: StoredFile[] = [];
  for (const shelf of await namesIn(join(dataFolder, FOLDER), SHELF)) {
    const folder = join(dataFolder, FOLDER, shelf);
    for (const sha256 of await namesIn(folder, NAME)) {
      const { size, mtimeMs } = await stat(join(folder, sha256));
      files.push({ sha256, size: sizeOfSealed(size) ?? 0, addedAt: formatInstant(mtimeMs) });
    }
  }
  return files;
}

/** Removes stored files; gives how many were there. */
export async function removeAttachments(
  dataFolder: string,
  sha256s: readonly string[],
): Promise<number> {
  let removed = 0;
  const folders = new Set<string>();
  for (const sha256 of new Set(sha256s)) {
    const path = pathOf(dataFolder, sha256);
    try {
      await rm(path);
      removed += 1;
      folders.add(dirname(path));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  for (const folder of folders) await flushFolder(folder);
  return removed;
}

/** Removes what a crash left half written; to be called when nothing is under way. Gives how many there were. */
export async function sweepAttachments(dataFolder: string): Promise<number> {
  let swept = 0;
  for (const shelf of await namesIn(join(dataFolder, FOLDER), SHELF)) {
    swept += await sweepUnfinished(join(dataFolder, FOLDER, shelf));
  }
  return swept;
}

function pathOf(dataFolder: string, sha256: string): string {
  return join(dataFolder, FOLDER, sha256.slice(0, 2), sha256);
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

async function namesIn(folder: string, form: RegExp): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => form.test(name)).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
