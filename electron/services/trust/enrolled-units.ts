import { formatInstant } from "../../../shared/calendar/instant.ts";
import { type Enrolment, enrolmentSchema } from "../../../shared/submission/enrolment.ts";
import type { UnitProfile } from "../../../shared/submission/profiles.ts";
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
  writeTrustFile,
} from "./trust-file.ts";

/** The bureau's register of units and their keys, with all that was before. */

const UNITS: TrustFile<Enrolment> = {
  name: "units",
  format: "jiceng.enrolled-units/1",
  schema: enrolmentSchema,
  ownerIdOf: ({ unit }) => unit.id,
};

/** A unit's key as the register has it. */
export interface EnrolledUnit {
  readonly unit: UnitProfile;
  readonly keys: PublicKeys;
  readonly enrolledAt: string;
  /** From this moment on nothing signed by this key is taken; null while it counts. */
  readonly revokedAt: string | null;
}

export type EnrolledUnits =
  | { readonly ok: true; readonly units: readonly EnrolledUnit[] }
  | TrustFaultResult;

/** Every key that was ever enrolled, the latest profile of each, in the order of enrolment. */
export async function listEnrolledUnits(place: TrustPlace): Promise<EnrolledUnits> {
  const read = await readTrustFile(UNITS, place);
  if (!read.ok) return read;
  const units = byKey(read.history).map(({ first, last }) => ({
    unit: last.statement.unit,
    keys: last.statement.keys,
    enrolledAt: first.takenAt,
    revokedAt: revokedAtOf(last),
  }));
  return { ok: true, units };
}

/** The unit that a key was enrolled for; undefined where it was not. */
export function findEnrolledUnit(
  units: readonly EnrolledUnit[],
  kid: string,
): EnrolledUnit | undefined {
  return units.find(({ keys }) => keys.kid === kid);
}

/** Enrols a unit by its request, whose signature was verified (`readEnrolmentFile`). `now` in milliseconds. */
export async function enrolUnit(
  place: TrustPlace,
  request: Enrolment,
  confirmation: Confirmation,
  now: number,
): Promise<TakenStatement> {
  return offerStatement(UNITS, place, request, { confirmation, now });
}

/** Stops the key of a unit from now on. `now` in milliseconds. */
export async function revokeUnit(
  place: TrustPlace,
  unitId: string,
  reason: string | null,
  now: number,
): Promise<{ readonly ok: true; readonly keys: PublicKeys } | TrustFaultResult> {
  const read = await readTrustFile(UNITS, place);
  if (!read.ok) return read;
  const running = read.history.find(
    ({ endedAt, statement }) => endedAt === null && statement.unit.id === unitId,
  );
  if (running === undefined) return { ok: false, code: "unit-unknown" };
  const revoked = revokeEntry(read.history, running, reason, formatInstant(now));
  const written = await writeTrustFile(UNITS, place, revoked);
  return written.ok ? { ok: true, keys: running.statement.keys } : written;
}

/** Takes units out of the register with all that was: for fictitious ones alone, a real one is stopped instead. */
export async function forgetUnits(
  place: TrustPlace,
  isForgotten: (unitId: string) => boolean,
): Promise<{ readonly ok: true } | TrustFaultResult> {
  const read = await readTrustFile(UNITS, place);
  if (!read.ok) return read;
  const kept = read.history.filter(({ statement }) => !isForgotten(statement.unit.id));
  return writeTrustFile(UNITS, place, kept);
}
