import { randomBytes } from "node:crypto";
import { z } from "zod";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { orFileFault } from "../files/faults.ts";
import { type KeyRefusal, refuseKeys } from "./fault.ts";
import {
  bindingOf,
  type KeyFile,
  newKeyFile,
  readKeyFile,
  type Role,
  slotContext,
  writeKeyFile,
} from "./key-file.ts";
import { createKeyPairs, secretKeysSchema } from "./key-pairs.ts";
import { isLongEnough } from "./passphrase.ts";
import { createRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import { KEY_BYTES, openBox, sealBox } from "./secret-box.ts";
import {
  type Credential,
  openSlot,
  passphraseSlot,
  recoverySlot,
  type Slot,
  type SlotKind,
} from "./slots.ts";
import { type Secrets, type UnlockedKeys, useKeys } from "./unlocked-keys.ts";

/** The key store: made once, then opened by a passphrase, a recovery code or the operating system's store. */

const secretsSchema = z.strictObject({
  current: secretKeysSchema,
  formerReading: z.array(z.string()),
  keyChange: z.string().nullable(),
});

/** What can be told of a key store without opening it. */
export interface KeyState {
  readonly role: Role;
  readonly publicKeys: KeyFile["publicKeys"];
  readonly createdAt: string;
  /** Null: recovery was never rehearsed, the set-up is not done (promise 14). */
  readonly rehearsedAt: string | null;
  readonly slots: readonly SlotKind[];
}

/** A store that a credential has opened; for those who change it. */
export interface OpenedStore {
  readonly file: KeyFile;
  readonly masterKey: Uint8Array;
  readonly secrets: Secrets;
}

export interface CreatedKeyStore {
  readonly ok: true;
  /** 24 groups in four lines: shown once, kept nowhere. */
  readonly recoveryCode: string;
  readonly keys: UnlockedKeys;
}

/** Makes new keys in a data folder that has none. `now` in milliseconds. */
export async function createKeyStore(
  dataFolder: string,
  { role, passphrase, now }: { role: Role; passphrase: string; now: number },
): Promise<CreatedKeyStore | KeyRefusal> {
  const present = await readKeyFile(dataFolder);
  if (present.ok) return refuseKeys("keys-exist");
  // What is damaged or too new is somebody's keys all the same: nothing is written over it.
  if (present.code !== "keys-missing") return present;
  if (!isLongEnough(passphrase)) return refuseKeys("passphrase-short");
  const masterKey = randomBytes(KEY_BYTES);
  const recoveryCode = createRecoveryCode();
  const pairs = await createKeyPairs();
  const id = randomBytes(16).toString("base64url");
  const file = newKeyFile({
    id,
    role,
    createdAt: formatInstant(now),
    publicKeys: pairs.publicKeys,
    slots: [
      await passphraseSlot(masterKey, passphrase, slotContext({ id })),
      recoverySlot(masterKey, digitsOf(recoveryCode), slotContext({ id })),
    ],
  });
  const secrets = { current: pairs.secretKeys, formerReading: [], keyChange: null };
  return orFileFault(async () => {
    await writeKeyFile(dataFolder, sealSecrets(file, secrets, masterKey));
    const keys = await useKeys(role, pairs.publicKeys, secrets, masterKey);
    return { ok: true, recoveryCode, keys };
  });
}

/** Opens the keys. */
export async function unlockKeyStore(
  dataFolder: string,
  credential: Credential,
): Promise<{ readonly ok: true; readonly keys: UnlockedKeys } | KeyRefusal> {
  const opened = await openKeyStore(dataFolder, credential);
  if (!opened.ok) return opened;
  const { file, secrets, masterKey } = opened.store;
  return { ok: true, keys: await useKeys(file.role, file.publicKeys, secrets, masterKey) };
}

/** What is to be seen of the keys while they are locked. */
export async function readKeyState(
  dataFolder: string,
): Promise<{ readonly ok: true; readonly state: KeyState } | KeyRefusal> {
  const read = await readKeyFile(dataFolder);
  if (!read.ok) return read;
  const { role, publicKeys, createdAt, rehearsedAt, slots } = read.file;
  const kinds = slots.map(({ kind }) => kind);
  return { ok: true, state: { role, publicKeys, createdAt, rehearsedAt, slots: kinds } };
}

/** Opens the store itself, for changing it. */
export async function openKeyStore(
  dataFolder: string,
  credential: Credential,
): Promise<{ readonly ok: true; readonly store: OpenedStore } | KeyRefusal> {
  const read = await readKeyFile(dataFolder);
  if (!read.ok) return read;
  const { file } = read;
  const slot = await openSlot(file.slots, credential, slotContext(file));
  if (!slot.ok) return slot;
  const secrets = openSecrets(file, slot.masterKey);
  if (secrets === null) return refuseKeys("keys-damaged");
  return { ok: true, store: { file, masterKey: slot.masterKey, secrets } };
}

/** The digits of a recovery code that was just made. */
export function digitsOf(recoveryCode: string): string {
  const read = readRecoveryCode(recoveryCode);
  if (!read.ok) throw new Error("a new recovery code that cannot be read");
  return read.digits;
}

/** The file with its secrets sealed to everything else in it. */
export function sealSecrets(
  file: Omit<KeyFile, "secrets">,
  secrets: Secrets,
  masterKey: Uint8Array,
): KeyFile {
  const sealed = sealBox(masterKey, bindingOf(file), Buffer.from(JSON.stringify(secrets)));
  return { ...file, secrets: Buffer.from(sealed).toString("base64url") };
}

function openSecrets(file: KeyFile, masterKey: Uint8Array): Secrets | null {
  const opened = openBox(masterKey, bindingOf(file), Buffer.from(file.secrets, "base64url"));
  if (opened === null) return null;
  return secretsSchema.parse(JSON.parse(Buffer.from(opened).toString("utf8")));
}

/** The slots with one put in place of the one of its kind, or added. */
export function withSlot(slots: readonly Slot[], slot: Slot): Slot[] {
  return [...slots.filter(({ kind }) => kind !== slot.kind), slot];
}
