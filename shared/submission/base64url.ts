/** RFC 4648 §5 without padding, as JOSE writes it (RFC 7515 §2). */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * 32 bytes in their one canonical spelling: 43 characters hold 258 bits, so the last character's two
 * lowest bits must be zero; a reader that ignores them would take four spellings for one key.
 */
export const BASE64URL_32 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** 32 bytes in base64url as one big-endian number; anything else is a bug and throws. */
export function numberOfBase64Url32(text: string): bigint {
  if (!BASE64URL_32.test(text)) throw new RangeError("not 32 bytes in base64url");
  let bits = 0n;
  for (const character of text) bits = bits * 64n + BigInt(ALPHABET.indexOf(character));
  return bits >> 2n;
}
