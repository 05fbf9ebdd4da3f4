import type { CARD_STANDINGS } from "../../../shared/bridge/trust-methods.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import { canonicalJson } from "../../../shared/submission/canonical-json.ts";
import type { TrustFaultResult } from "./fault.ts";
import type { TrustPlace } from "./trust-file.ts";
import { weighCard } from "./trusted-bureau.ts";

export type CardStanding = (typeof CARD_STANDINGS)[number];

/** A card beside the one in force. */
export interface WeighedCard {
  readonly ok: true;
  readonly standing: CardStanding;
  /** The last card that was taken; null before the first. */
  readonly previous: BureauCard | null;
}

/** Where a verified card stands against what this unit trusts; changes nothing. */
export async function weighBureauCard(
  place: TrustPlace,
  card: BureauCard,
): Promise<WeighedCard | TrustFaultResult> {
  const weighed = await weighCard(place, card);
  if (!weighed.ok) return weighed;
  const { decision, history } = weighed;
  const previous = history.at(-1)?.statement ?? null;
  const isSame = previous !== null && canonicalJson(previous) === canonicalJson(card);
  return { ok: true, standing: standingOf(decision, isSame), previous };
}

type Decision = Extract<Awaited<ReturnType<typeof weighCard>>, { ok: true }>["decision"];

function standingOf(decision: Decision, isSame: boolean): CardStanding {
  if (decision.take) {
    if (decision.as === "change") return "endorsed";
    return isSame ? "same" : "update";
  }
  switch (decision.code) {
    case "fingerprint-needed":
      return "first";
    case "change-unconfirmed":
      return "change";
    case "statement-older":
      return "older";
    case "key-revoked":
      return "revoked";
    case "fingerprint-form":
    case "fingerprint-wrong":
    case "key-of-another":
      throw new Error(`a card that nobody confirmed was found ${decision.code}`);
    default:
      return decision.code satisfies never;
  }
}
