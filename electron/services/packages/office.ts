import type { Pack } from "../../../shared/policy/pack.ts";
import type { BureauCard } from "../../../shared/submission/bureau-card.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { EnrolledUnit } from "../trust/enrolled-units.ts";
import { CONTAINER_LIMITS } from "../zip/limits.ts";
import type { PackageStore } from "./package-store.ts";
import { quarantineShelf } from "./quarantine.ts";
import type { BureauSetting } from "./read-package.ts";
import { receivedShelf } from "./received-shelf.ts";
import { tidyShelf } from "./shelf.ts";

/** A bureau at work. */
export interface Office {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  /** Its own card: who it is, and what it asks for. */
  readonly card: BureauCard;
  readonly units: readonly EnrolledUnit[];
  /** The policy packs that it recomputes by. */
  readonly packs: readonly Pack[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** What an office reads packages by, given where it keeps what it has received. */
export function settingOf(
  office: Office,
  { findLinks }: Pick<PackageStore, "findLinks">,
): BureauSetting {
  const { keys, card, units, packs } = office;
  return {
    identities: keys.ageIdentities,
    bureau: { id: card.bureau.id, kid: keys.publicKeys.kid },
    signers: units,
    isSm2Asked: card.asks.sm2,
    findLinks,
    packs,
    limits: { ...CONTAINER_LIMITS, fileBytes: card.asks.largestPackage },
  };
}

/** Makes an office ready at start-up, when nothing is being received: what a crash left is swept away. */
export async function openOffice({
  dataFolder,
  keys,
}: Pick<Office, "dataFolder" | "keys">): Promise<void> {
  await tidyShelf(quarantineShelf(dataFolder, keys.sealer));
  await tidyShelf(receivedShelf(dataFolder, keys.sealer));
}
