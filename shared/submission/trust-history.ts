import { z } from "zod";
import { record, text } from "../records/fields.ts";
import type { BureauCard } from "./bureau-card.ts";
import type { Enrolment } from "./enrolment.ts";
import { instant } from "./fields.ts";
import { CONFIRMED_BY, type KnownKey, type TrustDecision } from "./trust.ts";

/** Statements that were taken, one after the other; none is ever removed. */

/** `updated`: the same key said something newer · `replaced`: another key came · `revoked`: it was stopped. */
export const ENDINGS = ["updated", "replaced", "revoked"] as const;
export type Ending = (typeof ENDINGS)[number];

/** The schema of an entry of the history. */
export function trustEntrySchema<Schema extends z.ZodType>(statement: Schema) {
  return record({
    statement,
    takenAt: instant(),
    confirmedBy: z.enum(CONFIRMED_BY),
    endedAt: instant().nullable(),
    ending: z.enum(ENDINGS).nullable(),
    /** Why it was stopped, in the clerk's words. */
    reason: text().nullable(),
  });
}

/** A statement that was taken, when, why, and what became of it. */
export interface TrustEntry<Statement> {
  readonly statement: Statement;
  readonly takenAt: string;
  readonly confirmedBy: (typeof CONFIRMED_BY)[number];
  readonly endedAt: string | null;
  readonly ending: Ending | null;
  readonly reason: string | null;
}

type History<Statement> = readonly TrustEntry<Statement>[];

/** Since when the key of an entry counts no more; null while it counts. An update is no end of a key. */
export function revokedAtOf({ ending, endedAt }: TrustEntry<unknown>): string | null {
  return ending === "updated" ? null : endedAt;
}

/** First and last entry of each key, in the order in which they were first taken. */
export function byKey<Statement extends Enrolment | BureauCard>(
  history: History<Statement>,
): readonly { readonly first: TrustEntry<Statement>; readonly last: TrustEntry<Statement> }[] {
  const keys = new Map<string, { first: TrustEntry<Statement>; last: TrustEntry<Statement> }>();
  for (const entry of history) {
    const { kid } = entry.statement.keys;
    keys.set(kid, { first: keys.get(kid)?.first ?? entry, last: entry });
  }
  return [...keys.values()];
}

/** A history as the keys that `decideTrust` asks for. */
export function knownKeys<Statement extends Enrolment | BureauCard>(
  history: History<Statement>,
  ownerIdOf: (statement: Statement) => string,
): readonly KnownKey[] {
  return history.map((entry) => ({
    ownerId: ownerIdOf(entry.statement),
    kid: entry.statement.keys.kid,
    serial: entry.statement.serial,
    revokedAt: revokedAtOf(entry),
  }));
}

/** The history with a statement that was decided to be taken at a moment. */
export function takeStatement<Statement extends Enrolment | BureauCard>(
  history: History<Statement>,
  statement: Statement,
  decision: TrustDecision & { readonly take: true },
  moment: string,
): History<Statement> {
  const { as, confirmedBy, previousKid } = decision;
  const ended = history.map((entry) =>
    entry.endedAt === null && entry.statement.keys.kid === previousKid
      ? end(entry, as === "change" ? "replaced" : "updated", moment)
      : entry,
  );
  const taken = { statement, takenAt: moment, confirmedBy, endedAt: null, ending: null };
  return [...ended, { ...taken, reason: null }];
}

/** The history with one running entry stopped at a moment. */
export function revokeEntry<Statement>(
  history: History<Statement>,
  revoked: TrustEntry<Statement>,
  reason: string | null,
  moment: string,
): History<Statement> {
  return history.map((entry) =>
    entry === revoked ? { ...end(entry, "revoked", moment), reason } : entry,
  );
}

function end<Statement>(
  entry: TrustEntry<Statement>,
  ending: Ending,
  moment: string,
): TrustEntry<Statement> {
  return { ...entry, endedAt: moment, ending };
}
