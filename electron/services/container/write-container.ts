import { createHash } from "node:crypto";
import { PayloadSealer, type Sink } from "../age/payload-sealer.ts";
import { writeFileDurably } from "../files/durable.ts";
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
    const written = await writeFileDurably(target, async (file) => {
      const hash = createHash("sha256");
      let size = 0;
      await writeEncrypted(recipients, fill, work, async (pieces) => {
        for (const piece of pieces) {
          hash.update(piece);
          size += piece.length;
        }
        await file.writev(pieces);
      });
      return { size, sha256: hash.digest("hex") };
    });
    return { ok: true, ...written };
  } catch (error) {
    if (work.signal?.aborted === true) return { ok: false, code: "cancelled" };
    if (error instanceof SourceError) return { ok: false, code: error.code, entry: error.entry };
    throw error;
  }
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
