import { generateIdentity, identityToRecipient } from "age-encryption";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import { createSm2Pair } from "./sm2.ts";
import { thumbprintOf } from "./thumbprint.ts";

/** The secret halves of a key store's keys. */
export const secretKeysSchema = z.strictObject({
  /** Ed25519, `d` of its JWK. */
  signing: z.string(),
  /** The age identity, `AGE-SECRET-KEY-1…`. */
  reading: z.string(),
  /** SM2, hexadecimal. */
  sm2: z.string(),
});
export type SecretKeys = z.infer<typeof secretKeysSchema>;

export interface KeyPairs {
  readonly publicKeys: PublicKeys;
  readonly secretKeys: SecretKeys;
}

/** New keys: Ed25519 for signing, X25519 for reading, SM2 in case a bureau's card asks for it. */
export async function createKeyPairs(): Promise<KeyPairs> {
  const signing = await createSigningPair();
  const reading = await generateIdentity();
  const sm2 = createSm2Pair();
  return {
    publicKeys: {
      kid: await thumbprintOf(signing.x),
      signing: signing.x,
      reading: await identityToRecipient(reading),
      sm2: sm2.publicKey,
    },
    secretKeys: { signing: signing.d, reading, sm2: sm2.secret },
  };
}

async function createSigningPair(): Promise<{ readonly x: string; readonly d: string }> {
  const { privateKey } = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const { x, d } = await exportJWK(privateKey);
  if (x === undefined || d === undefined) throw new TypeError("an Ed25519 key without x or d");
  return { x, d };
}
