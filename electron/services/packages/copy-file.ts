import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { replaceFile } from "../files/durable.ts";

const PIECE_BYTES = 1_048_576;

/** Copies a file as a whole: what is at the target is the old file or the new one. Gives what was copied. */
export async function copyFile(
  from: string,
  to: string,
  { mode, signal }: { readonly mode?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<ReadFigures> {
  return replaceFile(
    to,
    (target) => readThrough(from, (piece) => target.writeFile(piece), signal),
    mode,
  );
}

/** What was read of a file. */
export interface ReadFigures {
  readonly size: number;
  readonly sha256: string;
}

/** Reads a file once from end to end and hands its pieces on. */
export async function readThrough(
  path: string,
  take: (piece: Buffer) => Promise<void>,
  signal?: AbortSignal,
): Promise<ReadFigures> {
  const hash = createHash("sha256");
  let size = 0;
  const source = createReadStream(path, { highWaterMark: PIECE_BYTES });
  for await (const piece of source as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    hash.update(piece);
    size += piece.length;
    await take(piece);
  }
  return { size, sha256: hash.digest("hex") };
}
