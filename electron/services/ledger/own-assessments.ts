import { sayDifferences } from "../../../shared/bureau/differences.ts";
import { evaluate, type PersonAssessments } from "../../../shared/policy/evaluate.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { packInEffect } from "../../../shared/policy/pack-shelf.ts";
import type {
  CarriedAssessment,
  CarriedPerson,
} from "../../../shared/submission/assessments-file.ts";
import type { PackageManifest } from "../../../shared/submission/package-manifest.ts";
import {
  questionKey,
  type SubmittedCandidate,
} from "../../../shared/submission/recommendation-file.ts";
import { unitFileOf } from "../../../shared/submission/submitted-unit.ts";
import { readWrittenCycle } from "../../../shared/submission/written-cycle.ts";
import { packDigest } from "../packages/pack-digest.ts";
import type { ContentsBox } from "./boxes.ts";

/** What the bureau's own pack answers on the records that came, whatever pack the unit used. */

/** The pack that the bureau decides a package by, and its digest; null where it has none for that day. */
export interface OwnPack {
  readonly pack: Pack;
  readonly sha256: string;
}

const digests = new WeakMap<Pack, string>();

function digestOf(pack: Pack): string {
  const sha256 = digests.get(pack) ?? packDigest(pack);
  digests.set(pack, sha256);
  return sha256;
}

const NO_PACK = "none";

/** `own_pack` of a row: the pack that it was assessed by, or that there was none among these. */
export function nameOwnPack(packs: readonly Pack[], own: OwnPack | null): string {
  return own?.sha256 ?? [NO_PACK, ...packs.map(digestOf)].join(" ");
}

/** True where a pack of the bureau's was in effect. */
export function isPackKnown(ownPack: string): boolean {
  return !ownPack.startsWith(NO_PACK);
}

/** True where a row was assessed by what is not the bureau's pack any more. */
export function isOutdated(packs: readonly Pack[], ownPack: string): boolean {
  return isPackKnown(ownPack)
    ? !packs.some((pack) => digestOf(pack) === ownPack)
    : ownPack !== nameOwnPack(packs, null);
}

/** Finds the bureau's pack in effect on the day of application. */
export function ownPackFor(
  packs: readonly Pack[],
  { cycle }: Pick<PackageManifest, "cycle">,
): OwnPack | null {
  const pack = packInEffect(packs, readWrittenCycle(cycle).applyOn);
  return pack === null ? null : { pack, sha256: digestOf(pack) };
}

/** Our own answers on everybody in a package; none without a pack. */
export function assessAnew(
  { unit }: Pick<ContentsBox, "unit">,
  { cycle }: Pick<PackageManifest, "cycle">,
  own: OwnPack | null,
): readonly PersonAssessments[] {
  if (own === null) return [];
  const { posts } = unit.figures;
  return evaluate(unitFileOf(unit), readWrittenCycle(cycle), own.pack, { posts });
}

export interface ComparedCandidate {
  readonly carried: CarriedAssessment;
  /** Null where there is no such answer of ours. */
  readonly own: CarriedAssessment | null;
  readonly differences: readonly string[];
}

/** Finds the answers on each candidacy, theirs and ours, in the order of the candidates. */
export function compareCandidates(
  candidates: readonly SubmittedCandidate[],
  carried: readonly CarriedPerson[],
  own: readonly PersonAssessments[],
  hasPack: boolean,
): readonly ComparedCandidate[] {
  const theirs = indexAnswers(carried);
  const ours = indexAnswers(own as readonly CarriedPerson[]);
  return candidates.map((candidate) => {
    const key = `${candidate.personId} ${questionKey(candidate)}`;
    const one = theirs.get(key);
    // Reading a package refuses one whose candidate rests on no assessment.
    if (one === undefined) throw new Error("a candidate without an assessment");
    const our = ours.get(key) ?? null;
    return { carried: one, own: our, differences: hasPack ? sayDifferences(one, our) : [] };
  });
}

function indexAnswers(people: readonly CarriedPerson[]): ReadonlyMap<string, CarriedAssessment> {
  return new Map(
    people.flatMap(({ personId, assessments }) =>
      assessments.map((one) => [`${personId} ${questionKey(one)}`, one] as const),
    ),
  );
}
