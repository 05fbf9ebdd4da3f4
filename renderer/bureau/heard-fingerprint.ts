import { readFingerprint } from "../../shared/submission/fingerprint.ts";

/** Digits of a whole fingerprint. */
const DIGITS = 32;

/** How what was heard on the telephone compares with a file; said only once enough was typed. */
export function judgeHeard(
  heard: string,
  fingerprint: string,
): "same" | "unfinished" | "malformed" | "other" {
  const typed = readFingerprint(heard);
  if (typed === fingerprint) return "same";
  const digits = heard.normalize("NFKC").replaceAll(/\D/g, "");
  if (digits.length < DIGITS) return "unfinished";
  return typed === null ? "malformed" : "other";
}
