import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import type { BackupInfo } from "../../../shared/bridge/backups-methods.ts";
import { isMissing } from "../files/faults.ts";
import {
  type BackupClosing,
  type BackupHeader,
  CLOSING_FRAME,
  COUNT_BYTES,
  FRAME_HEAD,
  readClosing,
  readFrameBytes,
  readFrameHead,
  readHeader,
} from "./frames.ts";

/** Reading backups: what one is, whether it is whole, and its pieces. One frame at a time is in memory. */

export interface BackupRefusal {
  readonly ok: false;
  readonly code: "backup-missing" | "backup-damaged" | "backup-newer";
}

/** Where the pieces of a backup stand, known to belong together. */
export interface BackupIndex {
  readonly ok: true;
  readonly header: BackupHeader;
  readonly closing: BackupClosing;
  /** The place of each piece's frame. */
  readonly pieces: readonly number[];
  readonly size: number;
}

const DAMAGED: BackupRefusal = { ok: false, code: "backup-damaged" };

/** Runs work on an open backup; one that is not there is an answer. */
export async function withBackup<Result>(
  path: string,
  work: (file: FileHandle) => Promise<Result>,
): Promise<Result | BackupRefusal> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (isMissing(error)) return { ok: false, code: "backup-missing" };
    throw error;
  }
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** What a backup is, by its first and last frame alone: enough to list it. */
export async function readInfo(
  file: FileHandle,
): Promise<{ readonly ok: true; readonly info: ListedBackup } | BackupRefusal> {
  const first = await readFirst(file);
  if (!first.ok) return first;
  const { size } = await file.stat();
  const closing = await readLast(file, size - CLOSING_FRAME);
  if (closing === null) return DAMAGED;
  return { ok: true, info: infoOf(first.header, closing, size) };
}

/** A backup as the screen lists it, and its place in the order in which they were made. */
export type ListedBackup = BackupInfo & Pick<BackupHeader, "sequence">;

/** What header and closing frame say of a backup. */
export function infoOf(
  header: BackupHeader,
  { documents }: BackupClosing,
  bytes: number,
): ListedBackup {
  return { ...header, documents, bytes };
}

/** Walks over the heads of all frames and checks that they are those that were closed. */
export async function readIndex(file: FileHandle): Promise<BackupIndex | BackupRefusal> {
  const first = await readFirst(file);
  if (!first.ok) return first;
  const { size } = await file.stat();
  const pieces: number[] = [];
  const digests = createHash("sha256").update(first.digest);
  for (let at = first.end; ;) {
    const head = await readFrameHead(file, at);
    if (head === null) return DAMAGED;
    if (head.kind !== "piece") break;
    digests.update(head.digest);
    pieces.push(at);
    at += FRAME_HEAD + head.length;
  }
  const closing = await readLast(file, size - CLOSING_FRAME);
  const isWhole = closing?.pieces === pieces.length && closing.digest === digests.digest("hex");
  return isWhole ? { ok: true, header: first.header, closing, pieces, size } : DAMAGED;
}

/** One piece, checked by its digest; null where it is not what was written. */
export async function readPiece(
  file: FileHandle,
  at: number,
): Promise<{ readonly documents: number; readonly bytes: Uint8Array } | null> {
  const head = await readFrameHead(file, at);
  if (head?.kind !== "piece") return null;
  const bytes = await readFrameBytes(file, at, head);
  if (bytes === null || bytes.length < COUNT_BYTES) return null;
  return { documents: bytes.readUInt32BE(0), bytes: bytes.subarray(COUNT_BYTES) };
}

/** Reads the whole file and checks every frame and the closing count. */
export async function verifyBackup(file: FileHandle): Promise<BackupIndex | BackupRefusal> {
  const index = await readIndex(file);
  if (!index.ok) return index;
  let documents = 0;
  for (const at of index.pieces) {
    const piece = await readPiece(file, at);
    if (piece === null) return DAMAGED;
    documents += piece.documents;
  }
  return documents === index.closing.documents ? index : DAMAGED;
}

async function readFirst(file: FileHandle): Promise<
  | {
      readonly ok: true;
      readonly header: BackupHeader;
      readonly digest: Buffer;
      readonly end: number;
    }
  | BackupRefusal
> {
  const head = await readFrameHead(file, 0);
  const bytes = head?.kind === "header" ? await readFrameBytes(file, 0, head) : null;
  if (head === null || bytes === null) return DAMAGED;
  const read = readHeader(bytes);
  if (!read.ok) return read;
  return { ok: true, header: read.header, digest: head.digest, end: FRAME_HEAD + head.length };
}

async function readLast(file: FileHandle, at: number): Promise<BackupClosing | null> {
  if (at < 0) return null;
  const head = await readFrameHead(file, at);
  if (head?.kind !== "closing") return null;
  const bytes = await readFrameBytes(file, at, head);
  return bytes === null ? null : readClosing(bytes);
}
