import { randomBytes } from "node:crypto";
import type { Role } from "../../electron/services/keys/key-file.ts";
import { createKeyPairs } from "../../electron/services/keys/key-pairs.ts";
import {
  type Secrets,
  type UnlockedKeys,
  useKeys,
} from "../../electron/services/keys/unlocked-keys.ts";
import type { PublicKeys } from "../../shared/submission/public-keys.ts";

/** Keys that a test hands to another process; nothing but a test ever writes them down. */
export interface KeyBundle {
  readonly role: Role;
  readonly publicKeys: PublicKeys;
  readonly secrets: Secrets;
  /** Hexadecimal. */
  readonly masterKey: string;
}

export async function makeKeyBundle(role: Role): Promise<KeyBundle> {
  const { publicKeys, secretKeys } = await createKeyPairs();
  const secrets = { current: secretKeys, formerReading: [], keyChange: null };
  return { role, publicKeys, secrets, masterKey: randomBytes(32).toString("hex") };
}

export function openKeyBundle(bundle: KeyBundle): Promise<UnlockedKeys> {
  const { role, publicKeys, secrets, masterKey } = bundle;
  return useKeys(role, publicKeys, secrets, Buffer.from(masterKey, "hex"));
}
