import { type FileHandle } from "node:fs/promises";
import { openBox, sealBox } from "../keys/secret-box.ts";

/**
 * A file sealed in pieces: the length of each, four bytes, big-endian, and its box. Each box is bound to the
 * whole file's hash, its own place and whether it is the last, so that no piece can be moved, left out or
 * put into another file.
 */

const PIECE_BYTES = 1024 * 1024;
const LENGTH_BYTES = 4;
/** Nonce and tag of each box. */
const BOX_BYTES = 28;

/** Writes the sealed pieces of some bytes. */
export async function writeSealedPieces(
  file: FileHandle,
  key: Uint8Array,
  sha256: string,
  bytes: Uint8Array,
): Promise<void> {
  const count = piecesOf(bytes.length);
  for (let index = 0; index < count; index += 1) {
    const piece = bytes.subarray(index * PIECE_BYTES, (index + 1) * PIECE_BYTES);
    const box = sealBox(key, contextOf(sha256, index, count), piece);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(box.length);
    await file.writeFile(Buffer.concat([length, box]));
  }
}

/** What was sealed; null where it is not what was written. */
export function openSealedPieces(
  sealed: Uint8Array,
  key: Uint8Array,
  sha256: string,
): Uint8Array | null {
  const size = sizeOfSealed(sealed.length);
  if (size === null) return null;
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const opened = new Uint8Array(size);
  const count = piecesOf(size);
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const start = at + LENGTH_BYTES;
    if (start > sealed.length) return null;
    at = start + view.getUint32(at);
    if (at > sealed.length) return null;
    const piece = openBox(key, contextOf(sha256, index, count), sealed.subarray(start, at));
    if (piece === null || index * PIECE_BYTES + piece.length > size) return null;
    opened.set(piece, index * PIECE_BYTES);
  }
  return at === sealed.length ? opened : null;
}

/** How long the bytes in a sealed file of this length are; null where there is no such file. */
export function sizeOfSealed(length: number): number | null {
  const overhead = LENGTH_BYTES + BOX_BYTES;
  const count = Math.max(1, Math.ceil(length / (PIECE_BYTES + overhead)));
  const size = length - count * overhead;
  return size >= 0 && piecesOf(size) === count ? size : null;
}

/** Nothing is one empty piece. */
function piecesOf(size: number): number {
  return Math.max(1, Math.ceil(size / PIECE_BYTES));
}

function contextOf(sha256: string, index: number, count: number): string {
  return `jiceng.attachment/1 ${sha256} ${index}/${count}`;
}
