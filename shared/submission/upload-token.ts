import { z } from "zod";
import { record, wholeNumber } from "../records/fields.ts";
import { keyBytes, sha256, uuidV7 } from "./fields.ts";

/**
 * What a unit shows a receiver with every request: a compact JWS by its signing key (RFC 7515, Ed25519 as
 * in RFC 8037, `typ` `jiceng-upload+jws`), as `Authorization: Bearer …` (RFC 6750 §2.1). Short-lived: a new
 * one is made for each resume.
 */

/** The most that a token may last, in seconds. */
export const LONGEST_TOKEN_SECONDS = 600;
/** What a unit's token lasts, in seconds: the middle, so that a clock off by minutes on either side still does. */
export const USUAL_TOKEN_SECONDS = 300;
/** Seconds that the two clocks may differ beyond that. */
export const CLOCK_TOLERANCE_SECONDS = 60;
/** Header of every answer: the bureau's time as `formatInstant` writes it (promise 13). */
export const TIME_HEADER = "Jiceng-Time";

const LATEST_SECOND = 32_503_680_000;

const common = {
  /** The `kid` of the bureau that it is shown to. */
  aud: keyBytes(),
  /** Until when it counts: seconds since 1970 (RFC 7519 §4.1.4). */
  exp: wholeNumber(1, LATEST_SECOND),
};

const ofPackage = {
  packageId: uuidV7(),
  /** Of the package file as it travels. */
  sha256: sha256(),
  /** Of the same file, in bytes. */
  size: wholeNumber(1, Number.MAX_SAFE_INTEGER),
};

/** `upload`: send this file · `receipts`: ask for the answers to it · `statements`: ask for what the bureau publishes. */
export const uploadTokenSchema = z.discriminatedUnion("purpose", [
  record({ purpose: z.literal("upload"), ...common, ...ofPackage }),
  record({ purpose: z.literal("receipts"), ...common, ...ofPackage }),
  record({ purpose: z.literal("statements"), ...common }),
]);
export type UploadToken = z.infer<typeof uploadTokenSchema>;
export type TokenPurpose = UploadToken["purpose"];
/** What a token says of the file that it is for. */
export type TokenFile = Pick<
  Extract<UploadToken, { purpose: "upload" }>,
  "packageId" | "sha256" | "size"
>;

/** The moment until which a token made now counts, in seconds; `now` in milliseconds since 1970. */
export function usualExpiry(now: number): number {
  return Math.floor(now / 1_000) + USUAL_TOKEN_SECONDS;
}

export type TokenFault = "token-bad" | "wrong-bureau" | "clock-off";

export type CheckedToken =
  | { readonly ok: true; readonly token: UploadToken }
  | { readonly ok: false; readonly code: TokenFault };

/**
 * Checks what a verified token says: made for this bureau, and neither over nor longer than it may be by the
 * bureau's clock (`now`, milliseconds). `clock-off` is told with the bureau's time, by which the unit signs anew.
 */
export function checkUploadToken(
  data: unknown,
  { kid, now }: { readonly kid: string; readonly now: number },
): CheckedToken {
  const parsed = uploadTokenSchema.safeParse(data);
  if (!parsed.success) return { ok: false, code: "token-bad" };
  const token = parsed.data;
  if (token.aud !== kid) return { ok: false, code: "wrong-bureau" };
  const left = token.exp - now / 1_000;
  const isOver = left < -CLOCK_TOLERANCE_SECONDS;
  const isTooLong = left > LONGEST_TOKEN_SECONDS + CLOCK_TOLERANCE_SECONDS;
  return isOver || isTooLong ? { ok: false, code: "clock-off" } : { ok: true, token };
}
