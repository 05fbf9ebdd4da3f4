import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** What is known of an entry's data, unpacked. */
export interface EntryFigures {
  readonly size: number;
  readonly crc32: number;
  /** In hexadecimal digits, lower case. */
  readonly sha256: string;
}

/** Reads a file through, once. */
export async function measurePieces(pieces: AsyncIterable<Uint8Array>): Promise<EntryFigures> {
  const hash = createHash("sha256");
  let checksum = 0;
  let size = 0;
  for await (const piece of pieces) {
    hash.update(piece);
    checksum = crc32(piece, checksum);
    size += piece.length;
  }
  return { size, crc32: checksum, sha256: hash.digest("hex") };
}
