import type { z } from "zod";
import { record } from "../records/fields.ts";
import { keyBytes, keyText } from "./fields.ts";

/** An age recipient for X25519: bech32 (no 1, b, i, o after the prefix), 52 characters of key and 6 of check. */
const AGE_RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
/** An uncompressed point of the SM2 curve. */
const SM2_POINT = /^04[0-9a-f]{128}$/;

/** What the others know of a key store: who holds these keys is told by an enrolment or a bureau card. */
export const publicKeysSchema = record({
  /** RFC 7638 thumbprint of the signing key, base64url; whoever reads keys has to check that it fits. */
  kid: keyBytes(),
  /** The Ed25519 public key (`x` of its JWK), base64url. */
  signing: keyBytes(),
  /** The X25519 public key as an age recipient. */
  reading: keyText(AGE_RECIPIENT),
  /** The SM2 public key as an uncompressed point, lower-case hexadecimal. */
  sm2: keyText(SM2_POINT).nullable(),
});
export type PublicKeys = z.infer<typeof publicKeysSchema>;
