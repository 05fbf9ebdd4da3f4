import { hkdfSync } from "node:crypto";
import { TAG_BYTES } from "./chunk-cipher.ts";

/** The payload of an age file (age-encryption.org/v1, 'Payload'): STREAM in chunks of 64 KiB. */

/** Plaintext of every chunk but the last. */
export const CHUNK_BYTES = 65_536;
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;
/** Stands before the first chunk. */
export const PAYLOAD_NONCE_BYTES = 16;

const KEY_BYTES = 32;
const CHUNK_NONCE_BYTES = 12;

/** The key of one payload, from the file key and the payload's nonce. */
export function derivePayloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", fileKey, nonce, "payload", KEY_BYTES));
}

/** Eleven bytes of a big-endian counter from zero, then 1 for the last chunk and 0 for the others. */
export function makeChunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = Buffer.alloc(CHUNK_NONCE_BYTES);
  nonce.writeUIntBE(index, CHUNK_NONCE_BYTES - 7, 6);
  nonce.writeUInt8(isLast ? 1 : 0, CHUNK_NONCE_BYTES - 1);
  return nonce;
}

export interface PayloadShape {
  readonly chunks: number;
  /** Bytes of plaintext. */
  readonly size: number;
}

/**
 * What the chunks of a payload come to; null for a length that no payload has: the last chunk is never
 * empty, unless the whole payload is.
 */
export function shapeOf(sealedBytes: number): PayloadShape | null {
  const chunks = Math.ceil(sealedBytes / SEALED_CHUNK_BYTES);
  const last = sealedBytes - (chunks - 1) * SEALED_CHUNK_BYTES - TAG_BYTES;
  if (chunks === 0 || last < 0 || (last === 0 && chunks > 1)) return null;
  return { chunks, size: sealedBytes - chunks * TAG_BYTES };
}
