import type { OwnCardFacts } from "../../shared/bridge/registry-methods.ts";
import { type Asks, asksSchema, bureauCardSchema } from "../../shared/submission/bureau-card.ts";

const MEBIBYTE = 1_048_576;

/** The card's form as it is typed. */
export interface CardDraft {
  readonly name: string;
  /** One a line. */
  readonly addresses: string;
  readonly sm2: boolean;
  readonly attachmentMb: string;
  readonly packageMb: string;
}

export type CardField = "name" | "addresses" | "attachmentMb" | "packageMb";

export interface CardContent {
  readonly name: string;
  readonly addresses: string[];
  readonly asks: Asks;
}

export type ReadDraft =
  | { readonly ok: true; readonly content: CardContent }
  | { readonly ok: false; readonly wrong: readonly CardField[] };

/** A card as its form shows it. */
export function draftOf({ bureau, addresses, asks }: OwnCardFacts): CardDraft {
  return {
    name: bureau.name,
    addresses: addresses.join("\n"),
    sm2: asks.sm2,
    attachmentMb: String(Math.round(asks.largestAttachment / MEBIBYTE)),
    packageMb: String(Math.round(asks.largestPackage / MEBIBYTE)),
  };
}

/** What a form says, or which of its fields are wrong. */
export function readCardDraft(draft: CardDraft): ReadDraft {
  const name = draft.name.trim();
  const addresses = draft.addresses
    .split(/[\n,，、;；]/)
    .map((line) => line.normalize("NFKC").trim())
    .filter((line) => line !== "");
  const asks = {
    sm2: draft.sm2,
    largestAttachment: bytesOf(draft.attachmentMb),
    largestPackage: bytesOf(draft.packageMb),
  };
  const { shape } = asksSchema;
  const checks: readonly (readonly [CardField, boolean])[] = [
    ["name", name !== ""],
    ["addresses", bureauCardSchema.shape.addresses.safeParse(addresses).success],
    ["attachmentMb", shape.largestAttachment.safeParse(asks.largestAttachment).success],
    ["packageMb", shape.largestPackage.safeParse(asks.largestPackage).success],
  ];
  const wrong = checks.flatMap(([field, isGood]) => (isGood ? [] : [field]));
  return wrong.length === 0
    ? { ok: true, content: { name, addresses, asks } }
    : { ok: false, wrong };
}

/** NaN where it is no whole number. */
function bytesOf(typed: string): number {
  const digits = typed.normalize("NFKC").trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) * MEBIBYTE : Number.NaN;
}
