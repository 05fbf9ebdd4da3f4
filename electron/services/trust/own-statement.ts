import { join } from "node:path";
import { z } from "zod";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import type { Checked } from "../../../shared/records/document.ts";
import {
  type Asks,
  BUREAU_CARD_FORMAT,
  type BureauCard,
  bureauCardSchema,
  checkBureauCard,
} from "../../../shared/submission/bureau-card.ts";
import {
  checkEnrolment,
  type Enrolment,
  ENROLMENT_FORMAT,
  enrolmentSchema,
} from "../../../shared/submission/enrolment.ts";
import type { BureauProfile, UnitProfile } from "../../../shared/submission/profiles.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { orFileFault } from "../files/faults.ts";
import { readSealedJson, writeSealedJson } from "../keys/sealer.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { TrustFaultResult } from "./fault.ts";

/** What this installation says of itself: a unit its enrolment, a bureau its card. The last one is kept. */

const LABEL = "trust/own";

const ownStatementSchema = z.discriminatedUnion("format", [enrolmentSchema, bureauCardSchema]);
type OwnStatement = Enrolment | BureauCard;

export type IssuedStatement =
  | {
      readonly ok: true;
      /** The text of the file. */
      readonly text: string;
    }
  | TrustFaultResult;

/** Makes the enrolment of a unit. `now` in milliseconds. */
export async function issueEnrolment(
  dataFolder: string,
  keys: UnlockedKeys,
  unit: UnitProfile,
  now: number,
): Promise<IssuedStatement> {
  return issue(dataFolder, keys, SIGNATURE_TYPES.enrolment, (serial) => ({
    format: ENROLMENT_FORMAT,
    unit,
    ...statementOf(keys, serial, now),
  }));
}

/** Makes the card of a bureau. `now` in milliseconds. */
export async function issueBureauCard(
  dataFolder: string,
  keys: UnlockedKeys,
  given: { readonly bureau: BureauProfile; readonly addresses: string[]; readonly asks: Asks },
  now: number,
): Promise<IssuedStatement> {
  return issue(dataFolder, keys, SIGNATURE_TYPES.bureauCard, (serial) => ({
    format: BUREAU_CARD_FORMAT,
    bureau: given.bureau,
    addresses: given.addresses,
    asks: given.asks,
    ...statementOf(keys, serial, now),
  }));
}

/** The card that this bureau made last; null before the first. */
export async function readOwnCard(
  dataFolder: string,
  keys: UnlockedKeys,
): Promise<{ readonly ok: true; readonly card: BureauCard | null } | TrustFaultResult> {
  const read = await readOwnStatement(dataFolder, keys);
  if (!read.ok) return read;
  const { statement } = read;
  const card = statement?.format === BUREAU_CARD_FORMAT ? statement : null;
  return { ok: true, card };
}

function statementOf({ publicKeys, keyChange }: UnlockedKeys, serial: number, now: number) {
  return { keys: publicKeys, serial, issuedAt: formatInstant(now), replaces: keyChange };
}

/** The serial is on the disk before the statement leaves: no two statements ever bear the same one. */
async function issue(
  dataFolder: string,
  keys: UnlockedKeys,
  typ: "jiceng-enrolment+jws" | "jiceng-bureau-card+jws",
  make: (serial: number) => OwnStatement,
): Promise<IssuedStatement> {
  const read = await readOwnStatement(dataFolder, keys);
  if (!read.ok) return read;
  const statement = make((read.statement?.serial ?? 0) + 1);
  const checked = checkOwnStatement(statement);
  if (!checked.ok) return { ok: false, code: "statement-content", issues: checked.issues };
  return orFileFault(async () => {
    await writeSealedJson(keys.sealer, pathOf(dataFolder), LABEL, statement);
    return { ok: true, text: `${await keys.signAttached(typ, statement)}\n` };
  });
}

function checkOwnStatement(statement: OwnStatement): Checked<OwnStatement> {
  return statement.format === ENROLMENT_FORMAT
    ? checkEnrolment(statement)
    : checkBureauCard(statement);
}

async function readOwnStatement(
  dataFolder: string,
  { sealer }: UnlockedKeys,
): Promise<{ readonly ok: true; readonly statement: OwnStatement | null } | TrustFaultResult> {
  const read = await orFileFault(async () => readSealedJson(sealer, pathOf(dataFolder), LABEL));
  if (!read.ok) {
    if (read.code === "missing") return { ok: true, statement: null };
    return { ok: false, code: read.code === "damaged" ? "trust-damaged" : read.code };
  }
  const parsed = ownStatementSchema.safeParse(read.data);
  return parsed.success
    ? { ok: true, statement: parsed.data }
    : { ok: false, code: "trust-damaged" };
}

function pathOf(dataFolder: string): string {
  return join(dataFolder, "trust", "own.sealed");
}
