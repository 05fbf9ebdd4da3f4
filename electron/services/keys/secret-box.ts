import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** AES-256-GCM with a random nonce: nonce, ciphertext, tag, in this order. */

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

/** Seals bytes under a key of 32 bytes; `context` is bound to them and must be given again on opening. */
export function sealBox(key: Uint8Array, context: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBox` made; null where key, context or bytes are not the same. */
export function openBox(key: Uint8Array, context: string, sealed: Uint8Array): Uint8Array | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(tagAt));
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, tagAt));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    // `final` throws for one reason: the tag does not fit.
    return null;
  }
}

/** A key for one use out of a key that serves several (HKDF-SHA256, RFC 5869). */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, salt, use, KEY_BYTES));
}
