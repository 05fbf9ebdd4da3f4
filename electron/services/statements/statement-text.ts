import type { Checked } from "../../../shared/records/document.ts";
import { type Catalogue, checkCatalogue } from "../../../shared/bureau/catalogue.ts";
import {
  checkPackStatement,
  type PackStatement,
} from "../../../shared/submission/pack-statement.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { SIGNATURE_TYPES, type SignatureType } from "../../../shared/submission/signature-types.ts";
import { findHeaderFault, readKid, verifyAttached } from "../keys/jws.ts";
import type { TrustFaultResult } from "../trust/fault.ts";

/** The catalogue and policy packs as texts: one JWS each, by a bureau whose key is known already. */

/** A catalogue of some thousand units is under two megabytes. */
const LONGEST_TEXT = 8 * 1024 * 1024;

export type ReadText<Statement> =
  | { readonly ok: true; readonly statement: Statement }
  | TrustFaultResult;

/** Reads a catalogue that one of these keys signed. */
export async function readCatalogueText(
  text: string,
  signers: readonly PublicKeys[],
): Promise<ReadText<Catalogue>> {
  return readText(text, signers, SIGNATURE_TYPES.catalogue, checkCatalogue);
}

/** Reads a policy pack that one of these keys signed. */
export async function readPackText(
  text: string,
  signers: readonly PublicKeys[],
): Promise<ReadText<PackStatement>> {
  return readText(text, signers, SIGNATURE_TYPES.policyPack, checkPackStatement);
}

/** Which of the two a text claims to be; null for neither. */
export function kindOfText(text: string): "catalogue" | "pack" | null {
  const jws = text.trim();
  if (findHeaderFault(jws, SIGNATURE_TYPES.catalogue) === null) return "catalogue";
  return findHeaderFault(jws, SIGNATURE_TYPES.policyPack) === null ? "pack" : null;
}

async function readText<Statement>(
  text: string,
  signers: readonly PublicKeys[],
  typ: SignatureType,
  check: (data: unknown) => Checked<Statement>,
): Promise<ReadText<Statement>> {
  const jws = text.trim();
  if (text.length > LONGEST_TEXT || findHeaderFault(jws, typ) !== null) {
    return { ok: false, code: "statement-unreadable" };
  }
  const kid = readKid(jws);
  const signer = signers.find((keys) => keys.kid === kid);
  if (signer === undefined) return { ok: false, code: "statement-signer" };
  const verified = await verifyAttached(jws, typ, signer);
  if (!verified.ok) return { ok: false, code: "statement-signature" };
  const checked = check(verified.data);
  if (checked.ok) return { ok: true, statement: checked.value };
  return { ok: false, code: "statement-content", issues: checked.issues };
}
