import type { PublicKeys } from "../../../shared/submission/public-keys.ts";
import type { SignatureType } from "../../../shared/submission/signature-types.ts";
import { importSigningKey, signAttached, signDetached } from "./jws.ts";
import type { Role } from "./key-file.ts";
import type { SecretKeys } from "./key-pairs.ts";
import { createSealer, type Sealer } from "./sealer.ts";
import { deriveKey } from "./secret-box.ts";
import { signSm2 } from "./sm2.ts";

/** Keys ready for use: they sign, read and seal, but do not hand out what they do it with, but for reading. */
export interface UnlockedKeys {
  readonly role: Role;
  readonly publicKeys: PublicKeys;
  /** The age identity that reads what is sent to these keys, `AGE-SECRET-KEY-1…`. */
  readonly ageIdentity: string;
  /** The same, followed by those of keys that were renewed: older packages and receipts still open. */
  readonly ageIdentities: readonly string[];
  /** The statement of the keys before these that they pass on to them, a JWS; null for the first keys. */
  readonly keyChange: string | null;
  readonly signDetached: (typ: SignatureType, bytes: Uint8Array) => Promise<string>;
  readonly signAttached: (typ: SignatureType, data: unknown) => Promise<string>;
  /** An SM2 signature with SM3, DER. */
  readonly signSm2: (bytes: Uint8Array) => Uint8Array;
  readonly sealer: Sealer;
  /** 32 bytes for one use, always the same ones; for what has to seal by itself. */
  readonly deriveKey: (use: string) => Uint8Array;
}

/** What a key store seals. */
export interface Secrets {
  readonly current: SecretKeys;
  readonly formerReading: readonly string[];
  readonly keyChange: string | null;
}

const NO_SALT = new Uint8Array(0);

/** Makes keys usable. */
export async function useKeys(
  role: Role,
  publicKeys: PublicKeys,
  { current, formerReading, keyChange }: Secrets,
  masterKey: Uint8Array,
): Promise<UnlockedKeys> {
  const signingKey = await importSigningKey(publicKeys.kid, publicKeys.signing, current.signing);
  const sm2Pair = { secret: current.sm2, publicKey: publicKeys.sm2 ?? "" };
  return {
    role,
    publicKeys,
    ageIdentity: current.reading,
    ageIdentities: [current.reading, ...formerReading],
    keyChange,
    signDetached: (typ, bytes) => signDetached(signingKey, typ, bytes),
    signAttached: (typ, data) => signAttached(signingKey, typ, data),
    signSm2: (bytes) => signSm2(bytes, sm2Pair),
    sealer: createSealer(masterKey),
    deriveKey: (use) => deriveKey(masterKey, NO_SALT, `jiceng use: ${use}`),
  };
}
