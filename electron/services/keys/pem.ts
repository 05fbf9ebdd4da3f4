import { createPublicKey } from "node:crypto";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";

/** Public keys as SubjectPublicKeyInfo in PEM (RFC 5280, RFC 7468), for those who check with openssl. */

/** id-ecPublicKey with the curve sm2p256v1 (1.2.156.10197.1.301), up to the point itself. */
const SM2_HEAD = "3059301306072a8648ce3d020106082a811ccf5501822d034200";

/** The Ed25519 key that signs. */
export function signingPem({ signing }: PublicKeys): string {
  const jwk = { kty: "OKP", crv: "Ed25519", x: signing };
  return createPublicKey({ key: jwk, format: "jwk" })
    .export({ type: "spki", format: "pem" })
    .toString();
}

/** The SM2 key; null where there is none. Written by hand: not every build of Node knows the curve. */
export function sm2Pem({ sm2 }: PublicKeys): string | null {
  if (sm2 === null) return null;
  const der = Buffer.from(SM2_HEAD + sm2, "hex").toString("base64");
  const lines = der.match(/.{1,64}/g) ?? [];
  return ["-----BEGIN PUBLIC KEY-----", ...lines, "-----END PUBLIC KEY-----", ""].join("\n");
}
