import { open } from "node:fs/promises";
import type { EntryFigures } from "./entry-figures.ts";
import type { FileSource } from "./zip-writer.ts";

const PIECE_BYTES = 1_048_576;

/** Kept between files, one after the other: a buffer for each would keep the garbage collector busy. */
let spare: Buffer | null = null;

/** A file on the disk as an entry's source; its pieces share one buffer, each good until the next. */
export function sourceOnDisk(path: string, known?: EntryFigures): FileSource {
  return { open: () => readPieces(path), ...(known !== undefined && { known }) };
}

async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  const buffer = spare ?? Buffer.alloc(PIECE_BYTES);
  spare = null;
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    spare = buffer;
    await file.close();
  }
}
