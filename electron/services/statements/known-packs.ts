import type { Pack } from "../../../shared/policy/pack.ts";
import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import { readPublished } from "./published.ts";
import { packsOf, readTaken } from "./taken.ts";

/** Every pack that an installation decides by: a unit's are shipped or taken, a bureau's shipped or issued. */
export async function readKnownPacks(
  dataFolder: string,
  keys: UnlockedKeys,
): Promise<{ readonly ok: true; readonly packs: readonly Pack[] } | TrustFaultResult> {
  if (keys.role === "unit") {
    const taken = await readTaken({ dataFolder, sealer: keys.sealer });
    return taken.ok ? { ok: true, packs: packsOf(taken.content) } : taken;
  }
  const read = await readPublished({ dataFolder, keys });
  if (!read.ok) return read;
  const own = read.content.packs.map(({ pack }) => pack).toReversed();
  return { ok: true, packs: [...own, ...SHIPPED_PACKS] };
}
