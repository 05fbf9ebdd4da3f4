import { formatInstant } from "../../../shared/calendar/instant.ts";
import { type BureauCard, bureauCardSchema } from "../../../shared/submission/bureau-card.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import type { Confirmation } from "../../../shared/submission/trust.ts";
import { byKey, revokedAtOf, revokeEntry } from "../../../shared/submission/trust-history.ts";
import type { TrustFaultResult } from "./fault.ts";
import {
  offerStatement,
  readTrustFile,
  type TakenStatement,
  type TrustFile,
  type TrustPlace,
  type WeighedStatement,
  weighStatement,
  writeTrustFile,
} from "./trust-file.ts";

/** The bureau that a unit sends to. There is one: another bureau in its place is a changed key. */

const BUREAU: TrustFile<BureauCard> = {
  name: "bureau",
  format: "jiceng.trusted-bureau/1",
  schema: bureauCardSchema,
  ownerIdOf: () => "bureau",
};

/** A bureau's key as the unit took it, with the latest card that it signed. */
export interface TrustedBureau {
  readonly card: BureauCard;
  readonly trustedAt: string;
  /** From this moment on nothing signed by this key is taken; null while it counts. */
  readonly revokedAt: string | null;
}

export type TrustedBureauResult =
  | {
      readonly ok: true;
      /** The card in force, or the last one where its key was stopped. */
      readonly bureau: TrustedBureau;
      /** Every key that was ever taken, oldest first: older receipts are checked against the key of their time. */
      readonly bureaus: readonly TrustedBureau[];
    }
  | TrustFaultResult;

/** The bureau that this unit trusts; `bureau-missing` where there was never one. */
export async function readTrustedBureau(place: TrustPlace): Promise<TrustedBureauResult> {
  const read = await readTrustFile(BUREAU, place);
  if (!read.ok) return read;
  const bureaus = byKey(read.history).map(({ first, last }) => ({
    card: last.statement,
    trustedAt: first.takenAt,
    revokedAt: revokedAtOf(last),
  }));
  const bureau = bureaus.at(-1);
  return bureau === undefined
    ? { ok: false, code: "bureau-missing" }
    : { ok: true, bureau, bureaus };
}

const NOTHING_CONFIRMED: Confirmation = { fingerprint: null, isChangeConfirmed: false };

/** What taking a bureau's card without a word would come to; changes nothing. Its signature was verified. */
export async function weighCard(
  place: TrustPlace,
  card: BureauCard,
): Promise<WeighedStatement<BureauCard>> {
  return weighStatement(BUREAU, place, card, NOTHING_CONFIRMED);
}

/** Takes a bureau's card, whose signature was verified (`readBureauCardFile`). `now` in milliseconds. */
export async function trustBureau(
  place: TrustPlace,
  card: BureauCard,
  confirmation: Confirmation,
  now: number,
): Promise<TakenStatement> {
  return offerStatement(BUREAU, place, card, { confirmation, now });
}

/** Stops the bureau's key from now on, as the bureau asked by telephone. `now` in milliseconds. */
export async function revokeBureau(
  place: TrustPlace,
  reason: string | null,
  now: number,
): Promise<{ readonly ok: true; readonly keys: PublicKeys } | TrustFaultResult> {
  const read = await readTrustFile(BUREAU, place);
  if (!read.ok) return read;
  const running = read.history.find(({ endedAt }) => endedAt === null);
  if (running === undefined) return { ok: false, code: "bureau-missing" };
  const revoked = revokeEntry(read.history, running, reason, formatInstant(now));
  const written = await writeTrustFile(BUREAU, place, revoked);
  return written.ok ? { ok: true, keys: running.statement.keys } : written;
}
