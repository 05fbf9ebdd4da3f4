import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { replaceFile } from "../files/durable.ts";

const PIECE_BYTES = 1_048_576;

/** Copies a file as a whole: what is at the target is the old file or the new one. Gives what was copied. */
export async function copyFile(
  from: string,
  to: string,
  { mode, signal }: { readonly mode?: number; readonly signal?: AbortSignal | undefined } = {},
): Promise<{ readonly size: number; readonly sha256: string }> {
  return replaceFile(
    to,
    async (target) => {
      const hash = createHash("sha256");
      let size = 0;
      const source = createReadStream(from, { highWaterMark: PIECE_BYTES });
      for await (const piece of source as AsyncIterable<Buffer>) {
        signal?.throwIfAborted();
        hash.update(piece);
        size += piece.length;
        await target.writeFile(piece);
      }
      return { size, sha256: hash.digest("hex") };
    },
    mode,
  );
}
