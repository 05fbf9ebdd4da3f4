import type { Assessment } from "../../shared/policy/assessment.ts";

/** The fields of an assessment that are compared; see `test/fixtures/cases/README.md`. */
export interface ComparedAssessment {
  readonly pathway: string;
  readonly line: string | null;
  readonly series: string | null;
  readonly level: string | null;
  readonly decision: string;
  readonly quota: string;
  readonly eligibleOn: string | null;
  readonly requirements: Readonly<Record<string, ComparedRequirement>>;
}

export interface ComparedRequirement {
  readonly status: string;
  readonly metOn: string | null;
}

/** What is compared of an engine's answer. */
export function comparedOf(assessment: Assessment): ComparedAssessment {
  const { pathway, line, series, level, decision, quota, eligibleOn } = assessment;
  const requirements = Object.fromEntries(
    assessment.requirements.map(({ id, status, metOn }) => [id, { status, metOn }]),
  );
  return { pathway, line, series, level, decision, quota, eligibleOn, requirements };
}

/** Which question an assessment answers. */
export function questionOf({ pathway, line, series, level }: ComparedAssessment): string {
  return `${pathway} ${line ?? "-"} ${series ?? "-"} ${level ?? "-"}`;
}

/** Assessments come in any order: put them in one of our own. */
export function inOrder<Item extends ComparedAssessment>(assessments: readonly Item[]): Item[] {
  return assessments.toSorted((a, b) => (questionOf(a) < questionOf(b) ? -1 : 1));
}
