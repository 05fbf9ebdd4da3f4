import { SIGNATURE_FILE, SM2_SIGNATURE_FILE } from "../../../shared/submission/bag.ts";
import type { PackageRefusalCode } from "../../../shared/submission/refusal.ts";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { isRevoked } from "../../../shared/submission/trust.ts";
import { findHeaderFault, type JwsFault, readKid, verifyDetached } from "../keys/jws.ts";
import { verifySm2 } from "../keys/sm2.ts";
import type { OpenBag } from "./open-bag.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";

/** Keys that a signature may have been made with. */
export interface KnownSigner {
  readonly keys: PublicKeys;
  /** From this moment on its signatures count no more; null while they do. */
  readonly revokedAt: string | null;
}

export interface SignatureSetting<Signer extends KnownSigner> {
  readonly signers: readonly Signer[];
  /** Whether a second signature with SM2 is asked for. */
  readonly isSm2Asked: boolean;
}

export type SignatureCheck<Signer> =
  | { readonly ok: true; readonly signer: Signer }
  | PackageRefusal;

const REFUSALS = {
  syntax: "bad-signature",
  "embedded-key": "embedded-key",
  header: "alg",
  alg: "alg",
  typ: "alg",
  kid: "key-unknown",
  "bad-signature": "bad-signature",
  payload: "bad-signature",
} as const satisfies Record<JwsFault, PackageRefusalCode>;

/** Finds who signed a bag, and that they did. */
export async function checkSignatures<Signer extends KnownSigner>(
  bag: OpenBag,
  { signers, isSm2Asked }: SignatureSetting<Signer>,
): Promise<SignatureCheck<Signer>> {
  const signature = await bag.read(SIGNATURE_FILE);
  if (signature === null || signature.length === 0) return refusePackage("unsigned");
  const jws = Buffer.from(signature).toString("latin1");
  const fault = findHeaderFault(jws, SIGNATURE_TYPES.package);
  if (fault !== null) return refusePackage(REFUSALS[fault]);
  const kid = readKid(jws);
  const signer = signers.find(({ keys }) => keys.kid === kid);
  if (signer === undefined) return refusePackage("key-unknown");
  if (isRevoked(signer)) return refusePackage("key-revoked");
  const verified = await verifyDetached(jws, bag.tagManifest, SIGNATURE_TYPES.package, signer.keys);
  if (!verified.ok) return refusePackage(REFUSALS[verified.code]);
  const second = await checkSm2(bag, signer.keys, isSm2Asked);
  return second ?? { ok: true, signer };
}

/** The second signature: it must be there where it is asked for, and good wherever it is. */
async function checkSm2(
  bag: OpenBag,
  keys: PublicKeys,
  isAsked: boolean,
): Promise<PackageRefusal | null> {
  const der = await bag.read(SM2_SIGNATURE_FILE);
  if (der === null) return isAsked ? refusePackage("unsigned", SM2_SIGNATURE_FILE) : null;
  return verifySm2(bag.tagManifest, der, keys)
    ? null
    : refusePackage("bad-signature", SM2_SIGNATURE_FILE);
}
