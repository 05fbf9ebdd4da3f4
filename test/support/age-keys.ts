import { generateIdentity, identityToRecipient } from "age-encryption";

/** A pair of age keys. */
export interface AgeKeys {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

export async function makeAgeKeys(): Promise<AgeKeys> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}
