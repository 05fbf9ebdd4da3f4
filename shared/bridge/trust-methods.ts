import { z } from "zod";
import { asksSchema } from "../submission/bureau-card.ts";
import { unitProfileSchema } from "../submission/profiles.ts";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
/** A card is one signature of a few hundred characters over a few hundred more. */
const CARD_BYTES = 64 * 1024;

const bureau = z.object({ id: z.string(), name: z.string() });
/** Eight groups of four digits, as read out on the telephone. */
const fingerprint = z.string();

const trustedBureau = z.object({
  ...bureau.shape,
  fingerprint,
  trustedAt: z.string(),
  /** From this moment on nothing signed by this key is taken; null while it counts. */
  revokedAt: z.string().nullable(),
  /** Of its card. */
  issuedAt: z.string(),
  addresses: z.array(z.string()),
  asks: asksSchema,
});
export type TrustedBureauFacts = z.infer<typeof trustedBureau>;

/**
 * What taking a card would mean. `first`: there is no bureau yet · `same`: it is the card in force ·
 * `update`: the same key says something newer · `older`: … something older · `endorsed`: another key, which
 * the old one passes on to · `change`: another key, for which only the telephone can vouch · `revoked`: a
 * key that was stopped or replaced.
 */
export const CARD_STANDINGS = [
  "first",
  "same",
  "update",
  "older",
  "endorsed",
  "change",
  "revoked",
] as const;

const offeredCard = z.object({
  bureau,
  fingerprint,
  /** Of the key in force; null where there is none. */
  previous: z.object({ name: z.string(), fingerprint }).nullable(),
  standing: z.enum(CARD_STANDINGS),
  issuedAt: z.string(),
  addresses: z.array(z.string()),
  asks: asksSchema,
});
export type OfferedCard = z.infer<typeof offeredCard>;

/** 对接县级人社局, the unit's side: who we are to the bureau, and whom we take for it. */
export const TRUST_METHODS = {
  "trust.state": {
    input: nothing,
    output: z.object({
      /** Of this unit's own key. */
      fingerprint,
      /** The card in force, or the last one where its key was stopped; null before the first. */
      bureau: trustedBureau.nullable(),
      /** The bureau offers a card with another key, which a person has to look at. */
      isChangePending: z.boolean(),
    }),
  },
  /** 登记申请: the bytes of the .jce beside the output. */
  "trust.request": {
    input: z.strictObject({ unit: unitProfileSchema }),
    output: z.object({ fileName: z.string(), fingerprint }),
  },
  /** Looks at a .jcb without taking it. */
  "trust.readCard": { input: nothing, output: offeredCard, mostBytes: CARD_BYTES },
  /** The bytes of the card that the bureau offers with another key. */
  "trust.pendingCard": { input: nothing, output: offeredCard },
  /** Takes a card whose fingerprint was compared; an update by the same key needs no comparison. */
  "trust.takeCard": {
    input: z.strictObject({
      /** As heard on the telephone; null where nobody was asked. */
      fingerprint: z.string().max(200).nullable(),
      /** The clerk was shown both fingerprints and says that the key did change. */
      isChangeConfirmed: z.boolean(),
    }),
    output: trustedBureau,
    mostBytes: CARD_BYTES,
  },
  /** Stops the bureau's key, as the bureau asked by telephone. */
  "trust.revokeBureau": {
    input: z.strictObject({ reason: z.string().min(1).max(500) }),
    output: z.object({}),
  },
} as const satisfies Record<string, MethodSpec>;
