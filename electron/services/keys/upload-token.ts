import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import {
  checkUploadToken,
  type TokenFault,
  type UploadToken,
} from "../../../shared/submission/upload-token.ts";
import { findHeaderFault, readKid, verifyAttached } from "./jws.ts";
import type { UnlockedKeys } from "./unlocked-keys.ts";

/** Far more than the claims take. */
const LONGEST_TOKEN = 2_048;

/** Signs a token with the unit's key. */
export function signUploadToken(keys: UnlockedKeys, token: UploadToken): Promise<string> {
  return keys.signAttached(SIGNATURE_TYPES.upload, token);
}

/** A key that a token may be signed with. */
interface TokenSigner {
  readonly keys: PublicKeys;
  readonly revokedAt: string | null;
}

export type VerifiedToken<Signer> =
  | { readonly ok: true; readonly signer: Signer; readonly token: UploadToken }
  | { readonly ok: false; readonly code: TokenFault | "unknown-unit" | "key-revoked" };

/**
 * Finds out who shows a token and what for. Key and algorithm come from the register alone: a header that
 * brings a key along, or names another algorithm, is refused before anybody is looked for. `kid` is the
 * bureau's own, `now` its clock in milliseconds.
 */
export async function verifyUploadToken<Signer extends TokenSigner>(
  jws: string,
  signers: readonly Signer[],
  { kid, now }: { readonly kid: string; readonly now: number },
): Promise<VerifiedToken<Signer>> {
  const isBad = jws.length > LONGEST_TOKEN || findHeaderFault(jws, SIGNATURE_TYPES.upload) !== null;
  if (isBad) return { ok: false, code: "token-bad" };
  const claimed = readKid(jws);
  const signer = signers.find(({ keys }) => keys.kid === claimed);
  if (signer === undefined) return { ok: false, code: "unknown-unit" };
  const verified = await verifyAttached(jws, SIGNATURE_TYPES.upload, signer.keys);
  if (!verified.ok) return { ok: false, code: "token-bad" };
  // Only the holder of the key is told that it was stopped; no clock decides whether it was.
  if (signer.revokedAt !== null) return { ok: false, code: "key-revoked" };
  const checked = checkUploadToken(verified.data, { kid, now });
  return checked.ok ? { ok: true, signer, token: checked.token } : checked;
}
