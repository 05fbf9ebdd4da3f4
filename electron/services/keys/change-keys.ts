import { formatInstant } from "../../../shared/calendar/instant.ts";
import { KEY_CHANGE_FORMAT } from "../../../shared/submission/key-change.ts";
import { SIGNATURE_TYPES } from "../../../shared/submission/signature-types.ts";
import { orFileFault } from "../files/faults.ts";
import { type KeyRefusal, refuseKeys } from "./fault.ts";
import { slotContext, writeKeyFile } from "./key-file.ts";
import { importSigningKey, signAttached } from "./jws.ts";
import { createKeyPairs } from "./key-pairs.ts";
import { digitsOf, openKeyStore, type OpenedStore, sealSecrets, withSlot } from "./key-store.ts";
import { isRealStore, type OsSealer } from "./os-sealer.ts";
import { isLongEnough } from "./passphrase.ts";
import { createRecoveryCode } from "./recovery-code.ts";
import { type Credential, osSlot, passphraseSlot, recoverySlot } from "./slots.ts";
import { type UnlockedKeys, useKeys } from "./unlocked-keys.ts";

/**
 * Changes of a key store. Each one opens it, makes the new file beside the old one and renames it over: at
 * any moment one whole file is there that holds every key.
 */

export type KeyStoreChange = { readonly ok: true } | KeyRefusal;

/** Puts another passphrase in place of the one that was; the recovery code stays as it is. */
export async function changePassphrase(
  dataFolder: string,
  credential: Credential,
  passphrase: string,
): Promise<KeyStoreChange> {
  if (!isLongEnough(passphrase)) return refuseKeys("passphrase-short");
  const changed = await changeStore(dataFolder, credential, async (store) => {
    const { file, masterKey } = store;
    const slot = await passphraseSlot(masterKey, passphrase, slotContext(file));
    return withFile(store, { slots: withSlot(file.slots, slot) });
  });
  return resultOf(changed);
}

/** Makes a new recovery code; the old one opens nothing any more, and the new one has yet to be rehearsed. */
export async function renewRecoveryCode(
  dataFolder: string,
  credential: Credential,
): Promise<{ readonly ok: true; readonly recoveryCode: string } | KeyRefusal> {
  const recoveryCode = createRecoveryCode();
  const changed = await changeStore(dataFolder, credential, (store) => {
    const { file, masterKey } = store;
    const slot = recoverySlot(masterKey, digitsOf(recoveryCode), slotContext(file));
    return withFile(store, { slots: withSlot(file.slots, slot), rehearsedAt: null });
  });
  return changed.ok ? { ok: true, recoveryCode } : changed;
}

/** Proves that the recovery code, typed in full, opens the store, and keeps when (promise 14). `now` in milliseconds. */
export async function rehearseRecovery(
  dataFolder: string,
  recoveryCode: string,
  now: number,
): Promise<KeyStoreChange> {
  const changed = await changeStore(dataFolder, { recoveryCode }, (store) =>
    withFile(store, { rehearsedAt: formatInstant(now) }),
  );
  return resultOf(changed);
}

/** Lets the operating system's store open the keys too, or gives it a fresh slot where its backend changed. */
export async function addOsSlot(
  dataFolder: string,
  credential: Credential,
  sealer: OsSealer,
): Promise<KeyStoreChange> {
  if (!isRealStore(sealer)) return refuseKeys("os-store-none");
  const changed = await changeStore(dataFolder, credential, async (store) => {
    const { file, masterKey } = store;
    const slot = await osSlot(masterKey, sealer, slotContext(file));
    return withFile(store, { slots: withSlot(file.slots, slot) });
  });
  return resultOf(changed);
}

/** Takes the operating system's way in away again. */
export async function removeOsSlot(
  dataFolder: string,
  credential: Credential,
): Promise<KeyStoreChange> {
  const changed = await changeStore(dataFolder, credential, (store) =>
    withFile(store, { slots: store.file.slots.filter(({ kind }) => kind !== "os") }),
  );
  return resultOf(changed);
}

/**
 * Makes new keys in place of those that were. The old signing key's last act is a statement that it passes
 * on to the new one; then it is gone. The old reading keys stay, since older packages are sealed to them.
 */
export async function renewKeys(
  dataFolder: string,
  credential: Credential,
): Promise<{ readonly ok: true; readonly keys: UnlockedKeys } | KeyRefusal> {
  const changed = await changeStore(dataFolder, credential, withNewKeys);
  if (!changed.ok) return changed;
  const { file, secrets, masterKey } = changed.store;
  return { ok: true, keys: await useKeys(file.role, file.publicKeys, secrets, masterKey) };
}

async function withNewKeys(store: OpenedStore): Promise<OpenedStore> {
  const { publicKeys: old } = store.file;
  const { current, formerReading } = store.secrets;
  const pairs = await createKeyPairs();
  const oldKey = await importSigningKey(old.kid, old.signing, current.signing);
  const statement = { format: KEY_CHANGE_FORMAT, from: old.kid, to: pairs.publicKeys.kid };
  const secrets = {
    current: pairs.secretKeys,
    formerReading: [current.reading, ...formerReading],
    keyChange: await signAttached(oldKey, SIGNATURE_TYPES.keyChange, statement),
  };
  return { ...withFile(store, { publicKeys: pairs.publicKeys }), secrets };
}

function withFile(store: OpenedStore, changes: Partial<OpenedStore["file"]>): OpenedStore {
  return { ...store, file: { ...store.file, ...changes } };
}

type ChangedStore = { readonly ok: true; readonly store: OpenedStore } | KeyRefusal;

async function changeStore(
  dataFolder: string,
  credential: Credential,
  change: (store: OpenedStore) => Promise<OpenedStore> | OpenedStore,
): Promise<ChangedStore> {
  const opened = await openKeyStore(dataFolder, credential);
  if (!opened.ok) return opened;
  const store = await change(opened.store);
  const { file, secrets, masterKey } = store;
  return orFileFault(async () => {
    await writeKeyFile(dataFolder, sealSecrets(file, secrets, masterKey));
    return { ok: true, store };
  });
}

/** What the caller may know of a change: the opened store stays in here. */
function resultOf(changed: ChangedStore): KeyStoreChange {
  return changed.ok ? { ok: true } : changed;
}
