import { isActive, isPassed, isRecommended } from "../../shared/recommendation/context.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { UNIT_FILE_FORMAT } from "../../shared/records/unit-file.ts";
import { candidateRoster } from "../../shared/workbook/lists/candidate-roster.ts";
import {
  type Candidate,
  type ListSource,
  resolveCandidates,
} from "../../shared/workbook/lists/candidates.ts";
import type { OfficialList } from "../../shared/workbook/lists/list.ts";
import { publicityList } from "../../shared/workbook/lists/publicity-list.ts";
import { OFFICIAL_LISTS } from "../../shared/workbook/lists/registry.ts";
import { reviewForm } from "../../shared/workbook/lists/review-form.ts";
import { ROUND_LISTS } from "../../shared/workbook/lists/round-lists.ts";
import { type RoundSource, roundSource } from "../../shared/workbook/lists/round-source.ts";
import { answerOf } from "./answer.ts";
import { confirmationSheet } from "./confirmation-sheet.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** The forms of a round, each drawn up from what is on file. */

export const FORM_IDS = [
  "confirmation",
  "roster",
  "review",
  "minutes",
  "posts",
  "recommendation",
  "publicity",
  "certificate",
] as const;
export type FormId = (typeof FORM_IDS)[number];

/** Official names, Chinese in both languages. */
export const FORM_LABELS = {
  confirmation: "本人确认表",
  roster: OFFICIAL_LISTS.roster.label,
  review: OFFICIAL_LISTS.review.label,
  minutes: ROUND_LISTS.minutes.label,
  posts: ROUND_LISTS.posts.label,
  recommendation: ROUND_LISTS.recommendation.label,
  publicity: OFFICIAL_LISTS.publicity.label,
  certificate: ROUND_LISTS.certificate.label,
} as const satisfies Record<FormId, string>;

/**
 * `nobody`: there is nobody to put on it yet. `candidate`: it is of one candidate, who is chosen first.
 * `otherDays`: the program is set to the days of another year.
 */
export type WhyNot = "nobody" | "candidate" | "otherDays";

export type DrawnForm =
  | { readonly ok: true; readonly list: OfficialList }
  | { readonly ok: false; readonly why: WhyNot };

type Draw = (scene: RoundScene, candidacyId: string | null) => DrawnForm;

const DRAWN: Readonly<Record<FormId, Draw>> = {
  confirmation: drawConfirmation,
  roster: (scene) => ofCandidates(scene, isActive, candidateRoster),
  review: (scene) => ofCandidates(scene, isActive, reviewForm),
  minutes: (scene) => ofRound(scene, isPassed, ROUND_LISTS.minutes.forRound),
  posts: (scene) => ofRound(scene, null, ROUND_LISTS.posts.forRound),
  recommendation: (scene) => ofRound(scene, isRecommended, ROUND_LISTS.recommendation.forRound),
  certificate: (scene) => ofRound(scene, isRecommended, ROUND_LISTS.certificate.forRound),
  publicity: (scene) =>
    ofCandidates(scene, isRecommended, (source, candidates) =>
      publicityList(source, candidates, scene.round.publicity ?? undefined),
    ),
};

/** A form of the round; `candidacyId` names the one candidate where the form is of one. */
export function drawForm(id: FormId, scene: RoundScene, candidacyId: string | null): DrawnForm {
  return DRAWN[id](scene, candidacyId);
}

function drawConfirmation(scene: RoundScene, candidacyId: string | null): DrawnForm {
  const candidacy = scene.candidacies.find(({ id }) => id === candidacyId);
  const person = scene.records.people.get(candidacy?.personId ?? "");
  if (candidacy === undefined || person === undefined) return { ok: false, why: "candidate" };
  const { unit, round, cycle } = scene;
  const list = confirmationSheet({
    unitName: unit.name,
    year: round.year,
    applyOn: cycle.applyOn,
    person,
    candidacy,
    answer: answerOf(scene, candidacy),
  });
  return { ok: true, list };
}

function ofCandidates(
  scene: RoundScene,
  isWanted: (candidacy: Candidacy) => boolean,
  draw: (source: ListSource, candidates: readonly Candidate[]) => OfficialList,
): DrawnForm {
  if (scene.answers === null) return { ok: false, why: "otherDays" };
  const { answers: all } = scene;
  const source = sourceOf(scene);
  const wanted = scene.candidacies.filter(
    (candidacy) => isWanted(candidacy) && answerOf(scene, candidacy) !== null,
  );
  const answers = wanted.flatMap(({ personId }) => all.get(personId) ?? []);
  const resolved = resolveCandidates(source, answers, wanted);
  if (!resolved.ok || resolved.candidates.length === 0) return { ok: false, why: "nobody" };
  return { ok: true, list: draw(source, resolved.candidates) };
}

/** A form of the round as a whole; `isWanted` is of whom there has to be somebody. */
function ofRound(
  scene: RoundScene,
  isWanted: ((candidacy: Candidacy) => boolean) | null,
  draw: (source: RoundSource) => OfficialList,
): DrawnForm {
  if (scene.answers === null) return { ok: false, why: "otherDays" };
  if (isWanted !== null && !scene.candidacies.some(isWanted)) return { ok: false, why: "nobody" };
  return { ok: true, list: draw(roundSource(sourceOf(scene), scene.context)) };
}

function sourceOf({ unit, records, cycle, pack }: RoundScene): ListSource {
  const people = [...records.people.values()];
  return { unitFile: { format: UNIT_FILE_FORMAT, unit, people }, cycle, pack };
}
