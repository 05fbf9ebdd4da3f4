import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import type { PackageContents } from "../../../shared/submission/package-contents.ts";
import type { Remark } from "../../../shared/submission/receipt.ts";
import {
  compareAssessments,
  remarkConfirmations,
  remarkUnknownPack,
} from "../../../shared/submission/recomputed.ts";
import { unitFileOf } from "../../../shared/submission/submitted-unit.ts";
import { readWrittenCycle } from "../../../shared/submission/written-cycle.ts";
import { findPack } from "./pack-digest.ts";

/** What there is to remark on a package that is in order: our own program's answers beside those that came. */
export function recompute(
  { manifest, unit, assessments, recommendation }: PackageContents,
  packs: readonly Pack[],
): readonly Remark[] {
  const confirmed = remarkConfirmations(recommendation);
  const pack = findPack(packs, manifest.pack);
  if (pack === null) return [remarkUnknownPack(manifest.pack), ...confirmed];
  const { posts } = unit.figures;
  const own = evaluate(unitFileOf(unit), readWrittenCycle(manifest.cycle), pack, { posts });
  return [...compareAssessments(assessments.people, own), ...confirmed];
}
