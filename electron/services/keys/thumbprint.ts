import { calculateJwkThumbprint } from "jose";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";

/** The RFC 7638 thumbprint (SHA-256, base64url) of an Ed25519 public key: the `kid` of all it signs. */
export async function thumbprintOf(signing: string): Promise<string> {
  return calculateJwkThumbprint({ kty: "OKP", crv: "Ed25519", x: signing }, "sha256");
}

/** True where keys are named by their own thumbprint: a name that is not derived could be borrowed. */
export async function hasOwnKid({ kid, signing }: PublicKeys): Promise<boolean> {
  return kid === (await thumbprintOf(signing));
}
