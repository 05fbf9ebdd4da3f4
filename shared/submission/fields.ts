import { z } from "zod";
import { isInstant } from "../calendar/instant.ts";
import { precisionOf } from "../calendar/text.ts";
import { refuse } from "../records/fields.ts";
import { BASE64URL_32 } from "./base64url.ts";

/** Building blocks of what travels between unit and bureau, beyond those of the records. */

const SHA256 = /^[0-9a-f]{64}$/;
/** RFC 9562 §5.7, lower case, so that one id has one spelling. */
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function matching(form: RegExp, code: "sha256.form" | "uuid.form" | "publicKey.form") {
  return z.string().check(refuse((value) => form.test(value), code, {}));
}

/** A moment, `2026-11-23T08:15:30Z`: always UTC, always to the second, so that texts compare as moments. */
export function instant() {
  return z.string().check(refuse(isInstant, "instant.form", {}));
}

/** A date known to the day. */
export function day() {
  return z.string().check(refuse((value) => precisionOf(value) === "day", "date.invalid", {}));
}

/** True for a SHA-256 in lower-case hexadecimal. */
export function isSha256(value: string): boolean {
  return SHA256.test(value);
}

/** A SHA-256 in lower-case hexadecimal. */
export function sha256() {
  return matching(SHA256, "sha256.form");
}

/** A UUID of version 7 (RFC 9562), as packages are named by. */
export function uuidV7() {
  return matching(UUID_V7, "uuid.form");
}

/** 32 bytes of a key or of its thumbprint, base64url. */
export function keyBytes() {
  return matching(BASE64URL_32, "publicKey.form");
}

/** Some other spelling of a public key. */
export function keyText(form: RegExp) {
  return matching(form, "publicKey.form");
}
