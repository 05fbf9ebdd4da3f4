import { addYears } from "../../shared/calendar/day.ts";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";
import type { Answer, PersonAnswers } from "../../shared/policy/answer.ts";
import type { RequirementId } from "../../shared/policy/requirement.ts";

/** The days by which a round is decided, `YYYY-MM-DD`. */
export interface CycleDays {
  readonly year: number;
  readonly applyOn: string;
  readonly cutOff: string;
}

/** Someone who can apply, with every pathway open to them. */
export interface Candidate {
  readonly personId: string;
  readonly ways: readonly CandidateWay[];
}

export interface CandidateWay {
  readonly assessment: Answer;
  /** The day from which the pathway is open, or the day of application where it is open this year. */
  readonly on: string;
}

/** Lengths are counted up to the cut-off day; everything else is looked at on the day of application. */
const UP_TO_CUT_OFF: ReadonlySet<RequirementId> = new Set([
  "ladder.tenure",
  "township.years",
  "appraisal.results",
]);

/** The round of the year after: the same days one year on. */
export function nextCycle({ year, applyOn, cutOff }: CycleDays): CycleDays {
  return { year: year + 1, applyOn: yearOn(applyOn), cutOff: yearOn(cutOff) };
}

function yearOn(date: string): string {
  const day = parseStart(date);
  if (day === null) throw new RangeError("a cycle has whole days");
  return formatDay(addYears(day, 1));
}

/** Who can apply in the present round. */
export function candidatesNow(
  all: Iterable<PersonAnswers>,
  { applyOn }: CycleDays,
): readonly Candidate[] {
  return collect(all, ({ decision }) => (decision === "eligible" ? applyOn : null));
}

/**
 * Who cannot yet but will be able to in the round after, by the dates that the assessments expect.
 * What nobody knows stays unknown: an undetermined pathway is in neither list.
 */
export function candidatesNext(
  all: Iterable<PersonAnswers>,
  cycle: CycleDays,
): readonly Candidate[] {
  const next = nextCycle(cycle);
  return collect(all, (assessment) => (isOpenIn(assessment, next) ? assessment.eligibleOn : null));
}

function isOpenIn({ eligibleOn, requirements }: Answer, cycle: CycleDays): boolean {
  if (eligibleOn === null) return false;
  return requirements.every(({ id, status, metOn }) => {
    if (status !== "unmet") return status === "met";
    const last = UP_TO_CUT_OFF.has(id) ? cycle.cutOff : cycle.applyOn;
    return metOn !== null && metOn <= last;
  });
}

function collect(
  all: Iterable<PersonAnswers>,
  openOn: (assessment: Answer) => string | null,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { personId, assessments } of all) {
    const ways = assessments.flatMap((assessment) => {
      const on = openOn(assessment);
      return on === null ? [] : [{ assessment, on }];
    });
    if (ways.length > 0) candidates.push({ personId, ways });
  }
  return candidates;
}
