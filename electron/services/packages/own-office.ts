import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { readKnownPacks } from "../statements/known-packs.ts";
import { listEnrolledUnits } from "../trust/enrolled-units.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import { readOwnCard } from "../trust/own-statement.ts";
import type { Office } from "./office.ts";

export type OwnOffice =
  | { readonly ok: true; readonly office: Office }
  /** Without a card of its own nobody can send to it. */
  | { readonly ok: false; readonly code: "card-missing" }
  | TrustFaultResult;

/** The bureau of a data folder as it is now: its card, the units enrolled, the packs it recomputes by. */
export async function readOwnOffice(
  dataFolder: string,
  keys: UnlockedKeys,
  now: number,
): Promise<OwnOffice> {
  const own = await readOwnCard(dataFolder, keys);
  if (!own.ok) return own;
  if (own.card === null) return { ok: false, code: "card-missing" };
  const enrolled = await listEnrolledUnits({ dataFolder, sealer: keys.sealer });
  if (!enrolled.ok) return enrolled;
  const known = await readKnownPacks(dataFolder, keys);
  if (!known.ok) return known;
  const { units } = enrolled;
  return { ok: true, office: { dataFolder, keys, card: own.card, units, packs: known.packs, now } };
}
