import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type KeyRefusal, refuseKeys } from "./fault.ts";
import { isRealStore, type OsSealer } from "./os-sealer.ts";
import { keyOfPassphrase, newScrypt, scryptSchema } from "./passphrase.ts";
import { readRecoveryCode } from "./recovery-code.ts";
import { deriveKey, KEY_BYTES, openBox, sealBox } from "./secret-box.ts";

/** The ways to the master key. Each slot holds it, sealed under a key that one way alone gives. */

/** Sealed bytes in base64url. */
const box = z.string().regex(/^[A-Za-z0-9_-]{40,4096}$/);

const passphraseSlotSchema = z.strictObject({
  kind: z.literal("passphrase"),
  kdf: scryptSchema,
  masterKey: box,
});

const recoverySlotSchema = z.strictObject({
  kind: z.literal("recovery"),
  kdf: z.strictObject({
    name: z.literal("hkdf-sha256"),
    salt: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
  masterKey: box,
});

const osSlotSchema = z.strictObject({
  kind: z.literal("os"),
  backend: z.string().max(64),
  /** The slot's own key, as the operating system sealed it. */
  sealedKey: box,
  masterKey: box,
});

export const slotSchema = z.discriminatedUnion("kind", [
  passphraseSlotSchema,
  recoverySlotSchema,
  osSlotSchema,
]);
export type Slot = z.infer<typeof slotSchema>;
export type SlotKind = Slot["kind"];

/** One way in. */
export type Credential =
  | { readonly passphrase: string }
  | { readonly recoveryCode: string }
  | { readonly osSealer: OsSealer };

export type OpenedSlot = { readonly ok: true; readonly masterKey: Uint8Array } | KeyRefusal;

/** The kind of slot that a credential opens. */
export function slotKindOf(credential: Credential): SlotKind {
  if ("passphrase" in credential) return "passphrase";
  return "recoveryCode" in credential ? "recovery" : "os";
}

/** A slot that the passphrase opens. `context` binds it to its key store. */
export async function passphraseSlot(
  masterKey: Uint8Array,
  passphrase: string,
  context: string,
): Promise<Slot> {
  const kdf = newScrypt();
  const key = await keyOfPassphrase(passphrase, kdf);
  return { kind: "passphrase", kdf, masterKey: wrap(key, `${context} passphrase`, masterKey) };
}

/**
 * A slot that the recovery code opens. A code of 159 random bits cannot be guessed, so a slow hash would
 * protect nothing and only make the one who recovers wait.
 */
export function recoverySlot(masterKey: Uint8Array, digits: string, context: string): Slot {
  const salt = randomBytes(KEY_BYTES).toString("base64url");
  const key = keyOfRecoveryCode(digits, salt);
  return {
    kind: "recovery",
    kdf: { name: "hkdf-sha256", salt },
    masterKey: wrap(key, `${context} recovery`, masterKey),
  };
}

/** A slot that the operating system's store opens. */
export async function osSlot(
  masterKey: Uint8Array,
  sealer: OsSealer,
  context: string,
): Promise<Slot> {
  const key = randomBytes(KEY_BYTES);
  return {
    kind: "os",
    backend: sealer.backend,
    sealedKey: Buffer.from(await sealer.seal(key)).toString("base64url"),
    masterKey: wrap(key, `${context} os`, masterKey),
  };
}

/** The master key, if the credential opens its slot. */
export async function openSlot(
  slots: readonly Slot[],
  credential: Credential,
  context: string,
): Promise<OpenedSlot> {
  if ("passphrase" in credential) return openByPassphrase(slots, credential.passphrase, context);
  if ("recoveryCode" in credential) return openByCode(slots, credential.recoveryCode, context);
  return openByOs(slots, credential.osSealer, context);
}

async function openByPassphrase(
  slots: readonly Slot[],
  passphrase: string,
  context: string,
): Promise<OpenedSlot> {
  const slot = slots.find((one) => one.kind === "passphrase");
  if (slot === undefined) return refuseKeys("keys-damaged");
  const key = await keyOfPassphrase(passphrase, slot.kdf);
  return unwrap(key, context, slot) ?? refuseKeys("passphrase-wrong");
}

function openByCode(slots: readonly Slot[], typed: string, context: string): OpenedSlot {
  const slot = slots.find((one) => one.kind === "recovery");
  if (slot === undefined) return refuseKeys("keys-damaged");
  const code = readRecoveryCode(typed);
  if (!code.ok) return code;
  const key = keyOfRecoveryCode(code.digits, slot.kdf.salt);
  return unwrap(key, context, slot) ?? refuseKeys("recovery-wrong");
}

async function openByOs(
  slots: readonly Slot[],
  sealer: OsSealer,
  context: string,
): Promise<OpenedSlot> {
  const slot = slots.find((one) => one.kind === "os");
  if (slot === undefined || !isRealStore(sealer)) return refuseKeys("os-store-none");
  const key = await sealer.open(Buffer.from(slot.sealedKey, "base64url"));
  const opened = key?.length === KEY_BYTES ? unwrap(key, context, slot) : null;
  return opened ?? refuseKeys("os-store-refused");
}

function keyOfRecoveryCode(digits: string, salt: string): Uint8Array {
  return deriveKey(Buffer.from(digits), Buffer.from(salt, "base64url"), "jiceng recovery code");
}

function wrap(key: Uint8Array, context: string, masterKey: Uint8Array): string {
  return Buffer.from(sealBox(key, context, masterKey)).toString("base64url");
}

function unwrap(key: Uint8Array, context: string, { kind, masterKey }: Slot): OpenedSlot | null {
  const opened = openBox(key, `${context} ${kind}`, Buffer.from(masterKey, "base64url"));
  return opened?.length === KEY_BYTES ? { ok: true, masterKey: opened } : null;
}
