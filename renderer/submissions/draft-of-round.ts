import type { Pack } from "../../shared/policy/pack.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { isRecommended, type RoundContext } from "../../shared/recommendation/context.ts";
import { foundationOf } from "../../shared/recommendation/eligibility.ts";
import { reviewFigures } from "../../shared/recommendation/review.ts";
import { ATTACHMENT_KINDS } from "../../shared/records/attachment-kind.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import type {
  DraftAttachment,
  DraftCandidate,
  PackageDraft,
} from "../../shared/submission/package-draft.ts";
import { attachmentKey } from "../../shared/submission/recommendation-file.ts";
import type { AttachmentRecord, Records } from "../store/types.ts";
import { typeOfMedia } from "../widgets/attachments/attachment-files.ts";

/** What is to be packed of a round: those put forward, with who stands for it, their scores, and their papers. */
export function draftOfRound(
  context: RoundContext,
  pack: Pack,
  records: Pick<Records, "people" | "attachments">,
  unit: Unit,
  isReplacing: boolean,
): PackageDraft {
  const { round } = context;
  const recommended = context.candidacies.filter(isRecommended);
  const chosen = new Set(recommended.map(({ personId }) => personId));
  const figures = reviewFigures(context, pack);
  const places = new Map(
    figures.pools.flatMap((pool) => pool.places).map((place) => [place.candidacyId, place]),
  );
  return {
    unitFile: { format: UNIT_FILE_FORMAT, unit, people: [...records.people.values()] },
    cycle: { year: round.year, applyOn: round.applyOn, cutOff: round.cutOff },
    packId: round.packId,
    candidates: recommended.flatMap((one) => candidateOf(one, places.get(one.id)) ?? []),
    publicity:
      round.publicity === null ? null : { from: round.publicity.from, to: round.publicity.to },
    attachments: attachmentsOf([...records.attachments.values()], chosen),
    isReplacing,
  };
}

function candidateOf(
  candidacy: Candidacy,
  place: { readonly rank: number; readonly score: number } | undefined,
): DraftCandidate | null {
  const { personId, pathway, line, level, outcome } = candidacy;
  if (outcome === null) return null;
  return {
    personId,
    pathway,
    line,
    level,
    confirmation: { by: outcome.by, at: outcome.at, reason: foundationOf(candidacy) },
    score: place?.score ?? null,
    rank: place?.rank ?? null,
  };
}

/** The papers of those put forward and of nobody else (个人信息保护法 第六条), each once. */
function attachmentsOf(
  records: readonly AttachmentRecord[],
  chosen: ReadonlySet<string>,
): DraftAttachment[] {
  const listed = records
    .filter(({ personId }) => chosen.has(personId))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((record) => attachmentOf(record) ?? []);
  return [...new Map(listed.map((one) => [attachmentKey(one), one])).values()];
}

function attachmentOf(record: AttachmentRecord): DraftAttachment | null {
  const { sha256, crc32, size, personId, type, name } = record;
  const extension = typeOfMedia(type);
  if (extension === null) return null;
  const kind = ATTACHMENT_KINDS.find((one) => one === record.kind) ?? "other";
  return { sha256, crc32, size, personId, kind, extension, title: name };
}
