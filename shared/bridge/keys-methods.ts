import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const secret = z.string().min(1).max(1_000);

const role = z.enum(["unit", "bureau"]);
/** Who works with this data folder: 基层单位 or 县级人社局. */
export type Role = z.infer<typeof role>;

const state = z.object({
  state: z.enum(["none", "locked", "unlocked"]),
  role: role.nullable(),
  /** Eight groups of four digits, as read out on the telephone. */
  fingerprint: z.string().nullable(),
  createdAt: z.string().nullable(),
  /** Null: recovery was never rehearsed, the set-up is not done (promise 14). */
  rehearsedAt: z.string().nullable(),
  /** Whether the system's own key store opens the keys too, and whether it could. */
  hasOsSlot: z.boolean(),
  osStore: z.object({ backend: z.string(), isReal: z.boolean() }).nullable(),
});
export type KeysState = z.infer<typeof state>;

/**
 * The key store over the bridge. `keys.create` and `keys.unlock` give 32 bytes beside their output: the
 * data key, derived for the screen's database alone; the signing and reading keys never leave Node.
 */
export const KEYS_METHODS = {
  "keys.state": { input: nothing, output: state },
  "keys.create": {
    /** The role holds for good: unit and bureau keep different records. */
    input: z.strictObject({ passphrase: secret, role: role.default("unit") }),
    output: z.object({ recoveryCode: z.string() }),
  },
  "keys.rehearse": {
    input: z.strictObject({ recoveryCode: secret }),
    output: z.object({ rehearsedAt: z.string() }),
  },
  "keys.unlock": {
    input: z.union([
      z.strictObject({ passphrase: secret }),
      z.strictObject({ recoveryCode: secret }),
      z.strictObject({ os: z.literal(true) }),
    ]),
    output: z.object({}),
  },
  /** Forgets the keys in Node's memory. */
  "keys.lock": { input: nothing, output: z.object({}) },
  "keys.changePassphrase": {
    input: z.strictObject({ credential: secret, isRecoveryCode: z.boolean(), passphrase: secret }),
    output: z.object({}),
  },
  "keys.renewRecoveryCode": {
    input: z.strictObject({ passphrase: secret }),
    output: z.object({ recoveryCode: z.string() }),
  },
  "keys.setOsSlot": {
    input: z.strictObject({ isOn: z.boolean(), passphrase: secret }),
    output: z.object({}),
  },
} as const satisfies Record<string, MethodSpec>;
