import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { PayloadSealer, type Sink } from "../age/payload-sealer.ts";
import { PRIVATE_FILE, replaceFile } from "../files/durable.ts";
import { SourceError, type SourceFault, ZipWriter } from "../zip/zip-writer.ts";

export interface ContainerWork {
  readonly signal?: AbortSignal;
  /** Told the bytes of the container so far, before encryption; about every mebibyte. */
  readonly onProgress?: (bytes: number) => void;
}

export type WrittenContainer =
  | { readonly ok: true; readonly size: number; readonly sha256: string }
  /** `entry` is the name as it was given. */
  | { readonly ok: false; readonly code: SourceFault; readonly entry: string }
  | { readonly ok: false; readonly code: "cancelled" };

/**
 * Writes a package file: the entries that `fill` adds, in a ZIP file, encrypted by age for the recipients
 * (`age1…`). It is written beside the target, flushed and renamed; after a failure, a crash or a cancelled
 * run the target is as it was. What the disk says of the target throws (`fileFaultOf` names it), and so
 * does whatever `fill` throws.
 */
export async function writeContainer(
  target: string,
  recipients: readonly string[],
  fill: (zip: ZipWriter) => Promise<void>,
  work: ContainerWork = {},
): Promise<WrittenContainer> {
  try {
    const write = (file: FileHandle) => writeInto(file, recipients, fill, work);
    return { ok: true, ...(await replaceFile(target, write, PRIVATE_FILE)) };
  } catch (error) {
    if (work.signal?.aborted === true) return { ok: false, code: "cancelled" };
    if (error instanceof SourceError) return { ok: false, code: error.code, entry: error.entry };
    throw error;
  }
}

async function writeInto(
  file: FileHandle,
  recipients: readonly string[],
  fill: (zip: ZipWriter) => Promise<void>,
  work: ContainerWork,
) {
  const hash = createHash("sha256");
  let size = 0;
  await writeEncrypted(recipients, fill, work, async (pieces) => {
    for (const piece of pieces) {
      hash.update(piece);
      size += piece.length;
    }
    await writeAll(file, pieces);
  });
  return { size, sha256: hash.digest("hex") };
}

/** A disk may take a part of what it is given. */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const expected = pieces.reduce((sum, { length }) => sum + length, 0);
  const { bytesWritten } = await file.writev(pieces);
  if (bytesWritten === expected) return;
  const rest = Buffer.concat(pieces).subarray(bytesWritten);
  await file.writeFile(rest);
}

async function writeEncrypted(
  recipients: readonly string[],
  fill: (zip: ZipWriter) => Promise<void>,
  { signal, onProgress }: ContainerWork,
  sink: Sink,
): Promise<void> {
  let bytes = 0;
  const sealer = await PayloadSealer.start(recipients, async (pieces) => {
    signal?.throwIfAborted();
    await sink(pieces);
    onProgress?.(bytes);
  });
  const zip = new ZipWriter(async (piece) => {
    signal?.throwIfAborted();
    bytes += piece.length;
    await sealer.write(piece);
  });
  await fill(zip);
  await zip.finish();
  await sealer.finish();
  signal?.throwIfAborted();
}
