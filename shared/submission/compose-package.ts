import type { Assessment } from "../policy/assessment.ts";
import type { Cycle } from "../policy/cycle.ts";
import { evaluate, openUnit, type PersonAssessments } from "../policy/evaluate.ts";
import type { Pack } from "../policy/pack.ts";
import type { UnitFile } from "../records/unit-file.ts";
import { ASSESSMENTS_FORMAT, type AssessmentsHead } from "./assessments-file.ts";
import { countContents, type PayloadFile } from "./package-contents.ts";
import { PACKAGE_FORMAT, type PackageManifest } from "./package-manifest.ts";
import { unitProfileOf } from "./profiles.ts";
import type { CandidateProceedings, RoundProceedings } from "./proceedings.ts";
import {
  type Confirmation,
  quotaOf,
  RECOMMENDATION_FORMAT,
  type RecommendationFile,
  type SubmittedAttachment,
  type SubmittedCandidate,
} from "./recommendation-file.ts";
import { type SubmittedUnit, submitUnit } from "./submitted-unit.ts";
import { writeCycle } from "./written-cycle.ts";

/** Draws up the documents of a package from what a unit has on file and has decided. */

/** 推荐人选: put forward on an assessment, confirmed by a person. */
export interface Recommended {
  readonly personId: string;
  readonly assessment: Assessment;
  readonly confirmation: Confirmation;
  /** Null where the unit does not score. */
  readonly score: number | null;
  readonly rank: number | null;
  /** Where the unit keeps its round in the program. */
  readonly proceedings?: CandidateProceedings | undefined;
}

/** What a package is drawn up from. */
export interface RecommendedRound {
  readonly unitFile: UnitFile;
  readonly cycle: Cycle;
  readonly pack: Pack;
  /** SHA-256 of the pack's canonical JSON. */
  readonly packSha256: string;
  readonly recommended: readonly Recommended[];
  readonly publicity: RecommendationFile["publicity"];
  readonly attachments: readonly SubmittedAttachment[];
  readonly proceedings?: RoundProceedings | undefined;
}

export interface PackageDocuments {
  readonly unit: SubmittedUnit;
  readonly head: AssessmentsHead;
  readonly people: readonly PersonAssessments[];
  readonly recommendation: RecommendationFile;
}

/** The documents, but for the manifest, which counts the files too. */
export function composeDocuments(round: RecommendedRound): PackageDocuments {
  const { unitFile, cycle, pack, packSha256, recommended } = round;
  const personIds = new Set(recommended.map(({ personId }) => personId));
  const { posts } = openUnit(unitFile, cycle, pack).unit;
  const written = writeCycle(cycle);
  return {
    unit: submitUnit(unitFile, personIds, posts, cycle.applyOn),
    head: { format: ASSESSMENTS_FORMAT, cycle: written, pack: { id: pack.id, sha256: packSha256 } },
    people: evaluate(unitFile, cycle, pack, { isChosen: ({ id }) => personIds.has(id), posts }),
    recommendation: {
      format: RECOMMENDATION_FORMAT,
      cycle: written,
      candidates: recommended.map(submitCandidate),
      quota: quotaOf(posts),
      publicity: round.publicity,
      attachments: [...round.attachments],
      ...(round.proceedings === undefined ? {} : { proceedings: round.proceedings }),
    },
  };
}

function submitCandidate(recommended: Recommended): SubmittedCandidate {
  const { personId, assessment, confirmation, score, rank, proceedings } = recommended;
  const { pathway, line, series, level, decision } = assessment;
  return {
    personId,
    pathway,
    line,
    series,
    level,
    decision,
    confirmation,
    score,
    rank,
    ...(proceedings === undefined ? {} : { proceedings }),
  };
}

/** What tells one package from another, and where it goes. */
export type PackageIdentity = Pick<
  PackageManifest,
  "id" | "bureau" | "revision" | "previous" | "createdAt" | "software"
>;

/** The manifest over the documents and the other files of a package. */
export function composeManifest(
  { id, bureau, revision, previous, createdAt, software }: PackageIdentity,
  { unit, head, people }: PackageDocuments,
  files: readonly Pick<PayloadFile, "path" | "size">[],
): PackageManifest {
  return {
    format: PACKAGE_FORMAT,
    id,
    unit: unitProfileOf(unit.unit),
    bureau,
    cycle: head.cycle,
    revision,
    previous,
    createdAt,
    software,
    pack: head.pack,
    counts: countContents(unit, people, files),
  };
}
