import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { z } from "zod";
import { BACKUP_REASONS } from "../../../shared/bridge/backups-methods.ts";
import { instant } from "../../../shared/submission/fields.ts";

/**
 * A backup file is frames: length of the bytes (four, big-endian), kind (one), SHA-256 of kind and bytes,
 * bytes. A header frame, a frame for each piece (the count of documents before its bytes), and a closing
 * frame whose digest is that of all digests before it: nothing can be cut off, moved or left out unseen.
 */

const FORMAT = "jiceng.backup/1";
const ANY_FORMAT = /^jiceng\.backup\/\d+$/;

export const FRAME_KINDS = { header: 1, piece: 2, closing: 3 } as const;
export type FrameKind = keyof typeof FRAME_KINDS;

const DIGEST_BYTES = 32;
export const FRAME_HEAD = 4 + 1 + DIGEST_BYTES;
/** The documents of a piece, before its bytes. */
export const COUNT_BYTES = 4;
/** The closing frame is filled up with blanks, so that it is found from the end. */
const CLOSING_BYTES = 256;
export const CLOSING_FRAME = FRAME_HEAD + CLOSING_BYTES;
/** Above the bridge's limit for a piece. */
const LONGEST_FRAME = 16 * 1024 * 1024;

const count = z.number().int().nonnegative();

const headerSchema = z.strictObject({
  format: z.literal(FORMAT),
  id: z.string(),
  /** One more than that of the backup before: which is the newest does not hang on a clock (promise 13). */
  sequence: count,
  reason: z.enum(BACKUP_REASONS),
  at: instant(),
  people: count,
  head: count,
  schemaVersion: count,
});
export type BackupHeader = Omit<z.infer<typeof headerSchema>, "format">;

const closingSchema = z.strictObject({
  pieces: count,
  documents: count,
  /** SHA-256 of the digests of all frames before. */
  digest: z.string(),
});
export type BackupClosing = z.infer<typeof closingSchema>;

/** A frame's head as it stands in the file. */
export interface FrameHead {
  readonly kind: FrameKind;
  readonly length: number;
  readonly digest: Buffer;
}

/** A frame, and its digest for the closing one. */
export function writeFrame(
  kind: FrameKind,
  bytes: Uint8Array,
): { readonly frame: Buffer; readonly digest: Buffer } {
  const digest = digestOf(kind, bytes);
  const head = Buffer.alloc(FRAME_HEAD);
  head.writeUInt32BE(bytes.length, 0);
  head.writeUInt8(FRAME_KINDS[kind], 4);
  digest.copy(head, 5);
  return { frame: Buffer.concat([head, bytes]), digest };
}

/** The bytes of a header frame. */
export function headerBytes(header: BackupHeader): Buffer {
  return Buffer.from(JSON.stringify({ format: FORMAT, ...header }));
}

/** The bytes of a closing frame. */
export function closingBytes(closing: BackupClosing): Buffer {
  return Buffer.from(JSON.stringify(closing).padEnd(CLOSING_BYTES));
}

/** The bytes of a piece's frame. */
export function pieceBytes(documents: number, bytes: Uint8Array): Buffer {
  const counted = Buffer.alloc(COUNT_BYTES);
  counted.writeUInt32BE(documents);
  return Buffer.concat([counted, bytes]);
}

/** The head of the frame at a place; null where none can stand there. */
export async function readFrameHead(file: FileHandle, at: number): Promise<FrameHead | null> {
  const head = await readExactly(file, at, FRAME_HEAD);
  if (head === null) return null;
  const length = head.readUInt32BE(0);
  const kind = kindOf(head.readUInt8(4));
  if (kind === null || length > LONGEST_FRAME) return null;
  return { kind, length, digest: head.subarray(5) };
}

/** The bytes of a frame whose head stands at a place; null where they are not what was written. */
export async function readFrameBytes(
  file: FileHandle,
  at: number,
  { kind, length, digest }: FrameHead,
): Promise<Buffer | null> {
  const bytes = await readExactly(file, at + FRAME_HEAD, length);
  return bytes !== null && digestOf(kind, bytes).equals(digest) ? bytes : null;
}

export type ReadHeader =
  | { readonly ok: true; readonly header: BackupHeader }
  | { readonly ok: false; readonly code: "backup-damaged" | "backup-newer" };

/** What a header frame says; one of a later format is not ours to read (promise 5). */
export function readHeader(bytes: Buffer): ReadHeader {
  const data = parseJson(bytes);
  const parsed = headerSchema.safeParse(data);
  if (parsed.success) {
    const { format: _format, ...header } = parsed.data;
    return { ok: true, header };
  }
  const { data: named } = z.object({ format: z.string() }).safeParse(data);
  const isNewer = named !== undefined && ANY_FORMAT.test(named.format) && named.format !== FORMAT;
  return { ok: false, code: isNewer ? "backup-newer" : "backup-damaged" };
}

/** What a closing frame says; null where it is none. */
export function readClosing(bytes: Buffer): BackupClosing | null {
  const parsed = closingSchema.safeParse(parseJson(bytes));
  return parsed.success ? parsed.data : null;
}

function digestOf(kind: FrameKind, bytes: Uint8Array): Buffer {
  return createHash("sha256").update(Uint8Array.of(FRAME_KINDS[kind])).update(bytes).digest();
}

function kindOf(byte: number): FrameKind | null {
  const kinds = ["header", "piece", "closing"] as const satisfies FrameKind[];
  return kinds.find((kind) => FRAME_KINDS[kind] === byte) ?? null;
}

/** Null where the file ends before. */
async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length;) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) return null;
    done += bytesRead;
  }
  return bytes;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}
