import type { Checked } from "../../../shared/records/document.ts";
import { type BureauCard, checkBureauCard } from "../../../shared/submission/bureau-card.ts";
import { checkEnrolment, type Enrolment } from "../../../shared/submission/enrolment.ts";
import { keyChangeSchema } from "../../../shared/submission/key-change.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { SIGNATURE_TYPES, type SignatureType } from "../../../shared/submission/signature-types.ts";
import { readUnproven, verifyAttached } from "../keys/jws.ts";
import { isSm2Point } from "../keys/sm2.ts";
import { hasOwnKid } from "../keys/thumbprint.ts";
import type { TrustFaultResult } from "./fault.ts";

/**
 * Enrolments and bureau cards as files: one JWS, signed by a key that the statement itself brings along.
 * The signature proves that the holder of the key said it; who holds the key, only the telephone can tell.
 */

const LONGEST_FILE = 65_536;

type ReadStatement<Statement> =
  | { readonly ok: true; readonly statement: Statement }
  | TrustFaultResult;

/** Reads a 登记申请. */
export async function readEnrolmentFile(text: string): Promise<ReadStatement<Enrolment>> {
  return readStatement(text, SIGNATURE_TYPES.enrolment, checkEnrolment, "enrolment-unreadable");
}

/** Reads a 人社局信息卡. */
export async function readBureauCardFile(text: string): Promise<ReadStatement<BureauCard>> {
  return readStatement(text, SIGNATURE_TYPES.bureauCard, checkBureauCard, "card-unreadable");
}

async function readStatement<Statement extends Enrolment | BureauCard>(
  text: string,
  typ: SignatureType,
  check: (data: unknown) => Checked<Statement>,
  unreadable: "enrolment-unreadable" | "card-unreadable",
): Promise<ReadStatement<Statement>> {
  if (text.length > LONGEST_FILE) return { ok: false, code: unreadable };
  const jws = text.trim();
  const data = readUnproven(jws);
  const checked = check(data);
  if (!checked.ok) {
    const isForeign = checked.issues.some(({ code }) => code === "format");
    if (isForeign) return { ok: false, code: unreadable };
    return { ok: false, code: "statement-content", issues: checked.issues };
  }
  const { keys } = checked.value;
  if (!(await hasOwnKid(keys)) || (keys.sm2 !== null && !isSm2Point(keys.sm2))) {
    return { ok: false, code: "statement-signature" };
  }
  const verified = await verifyAttached(jws, typ, keys);
  if (!verified.ok) return { ok: false, code: "statement-signature" };
  return { ok: true, statement: checked.value };
}

/** The key on file that passes on to the keys of a statement; null where none does. */
export async function findEndorser(
  { keys, replaces }: Enrolment | BureauCard,
  onFile: readonly PublicKeys[],
): Promise<string | null> {
  if (replaces === null) return null;
  for (const old of onFile) {
    const verified = await verifyAttached(replaces, SIGNATURE_TYPES.keyChange, old);
    const change = verified.ok ? keyChangeSchema.safeParse(verified.data).data : undefined;
    if (change?.from === old.kid && change.to === keys.kid) return old.kid;
  }
  return null;
}
