import type { OfferedCard } from "../../shared/bridge/trust-methods.ts";

/** A card that was read and not taken yet, with its bytes. */
export interface ReadCard {
  readonly card: OfferedCard;
  readonly bytes: Uint8Array;
}
