import { numberOfBase64Url32 } from "./base64url.ts";

/**
 * The fingerprint of a key: what two clerks compare on the telephone. It is the key's thumbprint (RFC 7638,
 * SHA-256), read as one big-endian number, modulo 10^32, as 8 groups of 4 digits. 2^256 is so much larger
 * than 10^32 that no fingerprint is likelier than another by more than 1 in 10^45. Another key with the same
 * fingerprint takes some 2^106 trials to find.
 *
 * By hand: `int.from_bytes(thumbprint, "big") % 10**32` in Python.
 */

const GROUPS = 8;
const GROUP_DIGITS = 4;
const DIGITS = GROUPS * GROUP_DIGITS;

/** The fingerprint of the key with this thumbprint: `0123 4567 …`, 8 groups of 4 digits. */
export function fingerprintOf(kid: string): string {
  const digits = (numberOfBase64Url32(kid) % 10n ** BigInt(DIGITS))
    .toString()
    .padStart(DIGITS, "0");
  return inGroups(digits);
}

function inGroups(digits: string): string {
  return Array.from({ length: GROUPS }, (_, index) =>
    digits.slice(index * GROUP_DIGITS, (index + 1) * GROUP_DIGITS),
  ).join(" ");
}

/** Blanks, hyphens, dots and line breaks, as people write them between groups; the dashes of Chinese keyboards too. */
const SEPARATORS = /[\s\p{Pd}·.,，、。\u200B\uFEFF]+/gu;

/**
 * A fingerprint as typed by somebody who listened, made comparable: separators do not matter, full-width
 * digits are digits. Null where it is not 32 digits.
 */
export function readFingerprint(typed: string): string | null {
  const digits = typed.normalize("NFKC").replaceAll(SEPARATORS, "");
  return /^[0-9]+$/.test(digits) && digits.length === DIGITS ? inGroups(digits) : null;
}

/** True where the typed fingerprint is, digit by digit, that of the key. */
export function isFingerprintOf(typed: string, kid: string): boolean {
  return readFingerprint(typed) === fingerprintOf(kid);
}
