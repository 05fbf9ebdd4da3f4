import { rm } from "node:fs/promises";
import { join } from "node:path";
import { isTrialUnit } from "../../../shared/demo/trial-county.ts";
import { moveDurably, unfinishedName } from "../files/durable.ts";
import { receivedShelf } from "../packages/received-shelf.ts";
import { listShelf } from "../packages/shelf.ts";
import { forgetUnits } from "../trust/enrolled-units.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import type { TrustPlace } from "../trust/trust-file.ts";

export type EndedTrial =
  | { readonly ok: true; readonly packages: number }
  | { readonly ok: false; readonly code: "records-damaged" }
  | TrustFaultResult;

/**
 * Removes the packages and keys of the fictitious units, after what was noted on them (`forgetNotes`, by the ids of
 * the packages); broken off, it goes on when it is called again.
 */
export async function endTrial(
  place: TrustPlace,
  forgetNotes: (packageIds: readonly string[]) => Promise<void>,
): Promise<EndedTrial> {
  const shelf = receivedShelf(place.dataFolder, place.sealer);
  const listed = await listShelf(shelf);
  if (!listed.ok) return { ok: false, code: listed.code };
  const invented = listed.entries.filter(({ entry }) => isTrialUnit(entry.manifest.unit.id));
  await forgetNotes(invented.map(({ entry }) => entry.manifest.id));
  for (const { name } of invented) {
    // Off the shelf as a whole, by one rename; what a crash leaves is swept when the office opens.
    const folder = join(shelf.folder, name);
    const removed = unfinishedName(folder);
    await moveDurably(folder, removed);
    await rm(removed, { recursive: true, force: true });
  }
  const forgotten = await forgetUnits(place, isTrialUnit);
  return forgotten.ok ? { ok: true, packages: invented.length } : forgotten;
}
