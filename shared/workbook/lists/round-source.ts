import type { OutcomeDecision } from "../../recommendation/candidacy.ts";
import { answerTo, isPassed, type RoundContext } from "../../recommendation/context.ts";
import { proceedingsOfCandidate, proceedingsOfRound } from "../../recommendation/proceedings-of.ts";
import { reviewFigures } from "../../recommendation/review.ts";
import type { PersonAssessments } from "../../policy/evaluate.ts";
import type { CandidateProceedings, RoundProceedings } from "../../submission/proceedings.ts";
import { type Candidate, type ListSource, resolveCandidates } from "./candidates.ts";

/** What the forms of a round are drawn up from, on the screen and in a package alike. */

/** A candidate of the round with what the review came to. */
export interface RoundCandidate {
  readonly candidate: Candidate;
  readonly proceedings: CandidateProceedings;
  /** Null where nobody has decided yet. */
  readonly decision: OutcomeDecision | null;
  /** 0 to 100; null where the pathway is not marked. */
  readonly score: number | null;
  readonly rank: number | null;
}

export interface RoundSource extends ListSource {
  readonly proceedings: RoundProceedings;
  /** In the order in which they are to be listed. */
  readonly candidates: readonly RoundCandidate[];
  /**
   * `bureau`: the forms travel and name nobody but the recommended (个人信息保护法 第六条). `unit`: they name
   * who waits, and who fills the posts (promise 25).
   */
  readonly audience: "unit" | "bureau";
}

/** The forms' source of a round on file: everybody who passed the check, the best of each pool first. */
export function roundSource(source: ListSource, context: RoundContext): RoundSource {
  const { pack } = source;
  const figures = reviewFigures(context, pack);
  const places = new Map(
    figures.pools
      .flatMap((pool) => pool.places)
      .map((place, index) => [place.candidacyId, { ...place, index }]),
  );
  const last = places.size;
  const passed = context.candidacies
    .filter((one) => isPassed(one) && answerTo(one, context.answers) !== null)
    .toSorted((a, b) => (places.get(a.id)?.index ?? last) - (places.get(b.id)?.index ?? last));
  const answers = passed.flatMap(({ personId }): readonly PersonAssessments[] => {
    const own = context.answers.get(personId);
    return own === undefined ? [] : [own];
  });
  const resolved = resolveCandidates(source, answers, passed);
  if (!resolved.ok) throw new Error(`no answer to ${resolved.unknown[0]?.choice.personId ?? ""}`);
  const candidates = passed.flatMap((one, index): readonly RoundCandidate[] => {
    const candidate = resolved.candidates[index];
    if (candidate === undefined) return [];
    return [
      {
        candidate,
        proceedings: proceedingsOfCandidate(one, context, figures),
        decision: one.outcome?.decision ?? null,
        score: figures.scores.get(one.id)?.score ?? null,
        rank: places.get(one.id)?.rank ?? null,
      },
    ];
  });
  const proceedings = proceedingsOfRound(context, pack, figures);
  return { ...source, proceedings, candidates, audience: "unit" };
}

/** Those put forward. */
export function recommendedOf({ candidates }: Pick<RoundSource, "candidates">) {
  return candidates.filter(({ decision }) => decision === "recommended");
}
