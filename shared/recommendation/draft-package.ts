import type { Pack } from "../policy/pack.ts";
import { ATTACHMENT_KINDS, type AttachmentKind } from "../records/attachment-kind.ts";
import type { UnitFile } from "../records/unit-file.ts";
import { canonicalJson } from "../submission/canonical-json.ts";
import type { DraftAttachment, DraftCandidate, PackageDraft } from "../submission/package-draft.ts";
import { attachmentKey } from "../submission/recommendation-file.ts";
import type { Candidacy } from "./candidacy.ts";
import { answerTo, isRecommended, type RoundContext } from "./context.ts";
import { foundationOf } from "./eligibility.ts";
import { proceedingsOfCandidate, proceedingsOfRound } from "./proceedings-of.ts";
import { reviewFigures, type ReviewFigures } from "./review.ts";

/** 报送: from a round that is ready (`missingForPackage` finds nothing) to what is asked to be packed. */

/** A scan on file with what is kept beside it. */
export interface ScanOnFile {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  /** The file's name. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly crc32: string;
}

export interface PackageRequest {
  readonly context: RoundContext;
  readonly pack: Pack;
  /** The whole staff: the quota is counted from it. */
  readonly unitFile: UnitFile;
  readonly scans: Iterable<ScanOnFile>;
  /** True for a package in the stead of the last one, which never reached the bureau. */
  readonly isReplacing: boolean;
}

/** What is asked to be packed: the recommended people with their papers, and how they came to be recommended. */
export function draftPackage(request: PackageRequest): PackageDraft {
  const { context, pack, unitFile, scans, isReplacing } = request;
  const { round, candidacies } = context;
  const figures = reviewFigures(context, pack);
  const recommended = candidacies.filter(isRecommended);
  return {
    unitFile,
    cycle: { year: round.year, applyOn: round.applyOn, cutOff: round.cutOff },
    packId: pack.id,
    candidates: recommended.map((one) => draftCandidate(one, context, figures)),
    publicity:
      round.publicity === null ? null : { from: round.publicity.from, to: round.publicity.to },
    attachments: chooseScans(recommended, scans, pack),
    isReplacing,
    proceedings: proceedingsOfRound(context, pack, figures),
  };
}

/**
 * Everything of a draft that comes from the records, as canonical text: where it is another than when a package
 * was built, that package says what does not stand any more.
 */
export function contentOfDraft(draft: PackageDraft): string {
  const { unit, people } = draft.unitFile;
  const chosen = new Set(draft.candidates.map(({ personId }) => personId));
  const unitFile = { unit, people: people.filter(({ id }) => chosen.has(id)) };
  return canonicalJson({ ...draft, unitFile, isReplacing: undefined });
}

/** The person who decided stands for the candidate, with the reason where the rules find otherwise. */
function draftCandidate(
  candidacy: Candidacy,
  context: RoundContext,
  figures: ReviewFigures,
): DraftCandidate {
  const { personId, pathway, line, series, level, outcome } = candidacy;
  if (outcome === null) throw new Error("a candidate without a decision");
  const isEligible = answerTo(candidacy, context.answers)?.decision === "eligible";
  const place = figures.pools
    .flatMap(({ places }) => places)
    .find(({ candidacyId }) => candidacyId === candidacy.id);
  return {
    personId,
    pathway,
    line,
    series,
    level,
    confirmation: {
      by: outcome.by,
      at: outcome.at,
      reason: isEligible ? null : foundationOf(candidacy),
    },
    score: figures.scores.get(candidacy.id)?.score ?? null,
    rank: place?.rank ?? null,
    proceedings: proceedingsOfCandidate(candidacy, context, figures),
  };
}

/** Only what the pack asks of the recommended people, and the sheets that they signed (个人信息保护法 第六条). */
function chooseScans(
  recommended: readonly Candidacy[],
  scans: Iterable<ScanOnFile>,
  pack: Pack,
): DraftAttachment[] {
  const asked = new Map<string, ReadonlySet<string>>();
  const signed = new Set(recommended.map(({ confirmation }) => confirmation?.attachmentId));
  for (const { personId, pathway } of recommended) {
    const kinds = pack.parameters["materials.required"].value[pathway];
    asked.set(personId, new Set([...(asked.get(personId) ?? []), ...kinds]));
  }
  const chosen = [...scans].filter(
    ({ id, personId, kind }) => signed.has(id) || asked.get(personId)?.has(kind) === true,
  );
  const listed = chosen.map(attachScan);
  return [...new Map(listed.map((one) => [attachmentKey(one), one])).values()];
}

function attachScan({ personId, kind, name, size, sha256, crc32 }: ScanOnFile): DraftAttachment {
  const extension = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? "bin";
  return { sha256, extension, personId, kind: knownKind(kind), title: name, size, crc32 };
}

function knownKind(kind: string): AttachmentKind {
  return ATTACHMENT_KINDS.find((one) => one === kind) ?? "other";
}
