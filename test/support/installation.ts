import { randomBytes } from "node:crypto";
import type { Role } from "../../electron/services/keys/key-file.ts";
import { createKeyPairs } from "../../electron/services/keys/key-pairs.ts";
import { type UnlockedKeys, useKeys } from "../../electron/services/keys/unlocked-keys.ts";

/** Real keys without a key store, and without the half second that its passphrase takes. */
export async function makeKeys(role: Role): Promise<UnlockedKeys> {
  const { publicKeys, secretKeys } = await createKeyPairs();
  const secrets = { current: secretKeys, formerReading: [], keyChange: null };
  return useKeys(role, publicKeys, secrets, randomBytes(32));
}

/** Two well-formed thumbprints that belong to no key. */
export const KID = "poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U";
export const OTHER_KID = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs";
