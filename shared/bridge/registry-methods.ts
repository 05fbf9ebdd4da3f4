import { z } from "zod";
import { asksSchema, bureauCardSchema } from "../submission/bureau-card.ts";
import { bureauProfileSchema, unitProfileSchema } from "../submission/profiles.ts";
import { CONFIRMED_BY } from "../submission/trust.ts";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
/** A statement is one signature of a few hundred characters over a few hundred more. */
const STATEMENT_BYTES = 64 * 1024;
/** Eight groups of four digits, as read out on the telephone. */
const fingerprint = z.string();

const enrolledKey = z.object({
  unit: unitProfileSchema,
  fingerprint,
  enrolledAt: z.string(),
  /** From this moment on nothing signed by this key is taken; null while it counts. */
  revokedAt: z.string().nullable(),
});
export type EnrolledKeyFacts = z.infer<typeof enrolledKey>;

const ownCard = z.object({
  ...bureauCardSchema.pick({ bureau: true, addresses: true, asks: true }).shape,
  issuedAt: z.string(),
});
export type OwnCardFacts = z.infer<typeof ownCard>;

/** 单位与密钥, the bureau's side: whose keys it takes, and what it says of itself. */
export const REGISTRY_METHODS = {
  "registry.state": {
    input: nothing,
    output: z.object({
      /** Of the bureau's own key. */
      fingerprint,
      /** The last card that was made; null before the first. */
      card: ownCard.nullable(),
      /** Every key that was ever enrolled, oldest first. */
      keys: z.array(enrolledKey),
    }),
  },
  /** Looks at a .jce without taking it. */
  "registry.readRequest": {
    input: nothing,
    output: z.object({
      unit: unitProfileSchema,
      fingerprint,
      issuedAt: z.string(),
      /** The key that this unit has in the register last; null for a unit that is new. */
      previous: z
        .object({ unit: unitProfileSchema, fingerprint, isRevoked: z.boolean() })
        .nullable(),
      /** `update`: the same key says something new · `change`: another key wants its place. */
      standing: z.enum(["new", "update", "change"]),
    }),
    mostBytes: STATEMENT_BYTES,
  },
  /** Enrols the unit of a .jce whose fingerprint was compared on the telephone. */
  "registry.enrol": {
    input: z.strictObject({
      /** As heard and typed; null where nobody was asked, which is enough for an update alone. */
      fingerprint: z.string().max(200).nullable(),
      /** The clerk was shown both fingerprints and says that the key did change. */
      isChangeConfirmed: z.boolean(),
    }),
    output: z.object({
      unit: unitProfileSchema,
      as: z.enum(["first", "update", "change"]),
      confirmedBy: z.enum(CONFIRMED_BY),
    }),
    mostBytes: STATEMENT_BYTES,
  },
  /** Stops the key of a unit from now on. */
  "registry.revoke": {
    input: z.strictObject({
      unitId: z.string().min(1).max(200),
      reason: z.string().trim().min(1).max(500),
    }),
    output: z.object({}),
  },
  /** 人社局信息卡: the bytes of the .jcb beside the output. */
  "registry.makeCard": {
    input: z.strictObject({
      bureau: bureauProfileSchema,
      addresses: bureauCardSchema.shape.addresses,
      asks: asksSchema,
    }),
    output: z.object({ fileName: z.string(), card: ownCard }),
  },
} as const satisfies Record<string, MethodSpec>;
