import { join } from "node:path";
import { z } from "zod";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import type { Enrolment } from "../../../shared/submission/enrolment.ts";
import {
  type Confirmation,
  decideTrust,
  type TrustDecision,
} from "../../../shared/submission/trust.ts";
import {
  knownKeys,
  takeStatement,
  type TrustEntry,
  trustEntrySchema,
} from "../../../shared/submission/trust-history.ts";
import { orFileFault } from "../files/faults.ts";
import { readSealedJson, type Sealer, writeSealedJson } from "../keys/sealer.ts";
import type { TrustFaultResult } from "./fault.ts";
import { findEndorser } from "./statement-file.ts";

/** A history of taken statements, sealed under `<data>/trust`. */
export interface TrustFile<Statement> {
  readonly name: string;
  readonly format: string;
  readonly schema: z.ZodType<Statement>;
  /** Statements of one owner follow each other; those of several stand side by side. */
  readonly ownerIdOf: (statement: Statement) => string;
}

/** Where the file lies, and what opens it. */
export interface TrustPlace {
  readonly dataFolder: string;
  readonly sealer: Sealer;
}

export type TrustHistory<Statement> =
  | { readonly ok: true; readonly history: readonly TrustEntry<Statement>[] }
  | TrustFaultResult;

/** Reads a history; one that is not there yet is empty. */
export async function readTrustFile<Statement>(
  file: TrustFile<Statement>,
  place: TrustPlace,
): Promise<TrustHistory<Statement>> {
  const read = await orFileFault(async () =>
    readSealedJson(place.sealer, pathOf(file, place), labelOf(file)),
  );
  if (!read.ok) {
    if (read.code === "missing") return { ok: true, history: [] };
    return { ok: false, code: read.code === "damaged" ? "trust-damaged" : read.code };
  }
  const parsed = storedSchema(file).safeParse(read.data);
  if (!parsed.success) return { ok: false, code: "trust-damaged" };
  return { ok: true, history: parsed.data.history };
}

/** Writes a history as a whole. */
export async function writeTrustFile<Statement>(
  file: TrustFile<Statement>,
  place: TrustPlace,
  history: readonly TrustEntry<Statement>[],
): Promise<{ readonly ok: true } | TrustFaultResult> {
  const data = { format: file.format, history };
  return orFileFault(async () => {
    await writeSealedJson(place.sealer, pathOf(file, place), labelOf(file), data);
    return { ok: true };
  });
}

export type TakenStatement =
  | { readonly ok: true; readonly decision: TrustDecision & { readonly take: true } }
  | (TrustFaultResult & { readonly previousKid?: string | null });

/** What taking a statement would come to, and the history that it would be added to. */
export type WeighedStatement<Statement> =
  | {
      readonly ok: true;
      readonly history: readonly TrustEntry<Statement>[];
      readonly decision: TrustDecision;
    }
  | TrustFaultResult;

/** Decides on a statement whose signature was verified, and changes nothing. */
export async function weighStatement<Statement extends Enrolment | BureauCard>(
  file: TrustFile<Statement>,
  place: TrustPlace,
  statement: Statement,
  confirmation: Confirmation,
): Promise<WeighedStatement<Statement>> {
  const read = await readTrustFile(file, place);
  if (!read.ok) return read;
  const { history } = read;
  const offered = {
    ownerId: file.ownerIdOf(statement),
    kid: statement.keys.kid,
    serial: statement.serial,
    endorsedBy: await findEndorser(
      statement,
      history.map((entry) => entry.statement.keys),
    ),
  };
  const decision = decideTrust(offered, knownKeys(history, file.ownerIdOf), confirmation);
  return { ok: true, history, decision };
}

/** Decides on a statement whose signature was verified, and keeps it if it is to be taken. `now` in milliseconds. */
export async function offerStatement<Statement extends Enrolment | BureauCard>(
  file: TrustFile<Statement>,
  place: TrustPlace,
  statement: Statement,
  { confirmation, now }: { readonly confirmation: Confirmation; readonly now: number },
): Promise<TakenStatement> {
  const weighed = await weighStatement(file, place, statement, confirmation);
  if (!weighed.ok) return weighed;
  const { history, decision } = weighed;
  if (!decision.take) {
    return { ok: false, code: decision.code, previousKid: decision.previousKid };
  }
  const taken = takeStatement(history, statement, decision, formatInstant(now));
  const written = await writeTrustFile(file, place, taken);
  return written.ok ? { ok: true, decision } : written;
}

function storedSchema<Statement>({ format, schema }: TrustFile<Statement>) {
  return z.strictObject({
    format: z.literal(format),
    history: z.array(trustEntrySchema(schema)),
  });
}

function pathOf({ name }: Pick<TrustFile<unknown>, "name">, { dataFolder }: TrustPlace): string {
  return join(dataFolder, "trust", `${name}.sealed`);
}

function labelOf({ name }: Pick<TrustFile<unknown>, "name">): string {
  return `trust/${name}`;
}
