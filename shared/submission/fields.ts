import { z } from "zod";
import { parseStart } from "../calendar/text.ts";
import { refuse } from "../records/fields.ts";

/** Building blocks of what travels between units and bureaus. */

const SHA256 = /^[0-9a-f]{64}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?Z$/;

/** True for a SHA-256 in lower-case hex, as `sha256sum` writes it. */
export function isSha256(text: string): boolean {
  return SHA256.test(text);
}

/** SHA-256 in lower-case hex. */
export function sha256() {
  return z.string().check(refuse(isSha256, "sha256.form", {}));
}

/** A UUID in lower case (RFC 9562). */
export function uuid() {
  return z.string().check(refuse((value) => UUID.test(value), "uuid.form", {}));
}

/** A moment in UTC, `2026-09-01T08:30:00Z` (RFC 3339), with milliseconds or without. */
export function instant() {
  return z.string().check(refuse(isInstant, "instant.invalid", {}));
}

function isInstant(text: string): boolean {
  const [, day] = INSTANT.exec(text) ?? [];
  return day !== undefined && parseStart(day) !== null;
}
