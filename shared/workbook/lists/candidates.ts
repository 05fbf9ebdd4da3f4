import type { Assessment } from "../../policy/assessment.ts";
import type { Cycle } from "../../policy/cycle.ts";
import { type OpenUnit, openUnit, type PersonAssessments } from "../../policy/evaluate.ts";
import type { PersonFacts, TitleFacts } from "../../policy/facts.ts";
import type { Pack } from "../../policy/pack.ts";
import type { PathwayId } from "../../policy/pathway-names.ts";
import { Scene } from "../../policy/scene.ts";
import type { Education } from "../../records/education.ts";
import type { Person } from "../../records/person.ts";
import type { Series } from "../../records/series.ts";
import type { Line, Title, TitleLevel } from "../../records/title.ts";
import type { UnitFile } from "../../records/unit-file.ts";

/** The people whom a list names, with the answer that each was chosen for. */

/** Who is put forward, and on which way. */
export interface CandidateChoice {
  readonly personId: string;
  readonly pathway: PathwayId;
  readonly line: Line | null;
  /** Where the pathway is asked in several series. */
  readonly series?: Series | null | undefined;
  /** Where the pathway is asked for several levels. */
  readonly level?: TitleLevel | null | undefined;
}

/** What the lists on people are drawn up from. */
export interface ListSource {
  readonly unitFile: UnitFile;
  readonly cycle: Cycle;
  readonly pack: Pack;
}

export interface Candidate {
  readonly person: Person;
  readonly facts: PersonFacts;
  readonly scene: Scene;
  readonly assessment: Assessment;
}

/** A choice for which there is no one answer: the person left, the records changed, or the level is open. */
export interface UnknownCandidate {
  readonly code: "person" | "assessment" | "level";
  readonly choice: CandidateChoice;
}
export const UNKNOWN_CANDIDATE_SENTENCES = {
  person: "人员表中没有这个人",
  assessment: "此人没有这个申报通道和类别的审查结果，请重新审查",
  level: "此人在这个申报通道上可以申报几个级别，请写明级别",
} as const satisfies Record<UnknownCandidate["code"], string>;

export type ResolvedCandidates =
  | { readonly ok: true; readonly candidates: readonly Candidate[] }
  | { readonly ok: false; readonly unknown: readonly UnknownCandidate[] };

/** Finds the answer that each choice means, in the order of the choices. */
export function resolveCandidates(
  source: ListSource,
  answers: readonly PersonAssessments[],
  choices: readonly CandidateChoice[],
): ResolvedCandidates {
  const open = openUnit(source.unitFile, source.cycle, source.pack);
  const facts = new Map(open.people.map((one) => [one.person.id, one]));
  const assessments = new Map(answers.map((one) => [one.personId, one.assessments]));
  const candidates: Candidate[] = [];
  const unknown: UnknownCandidate[] = [];
  for (const choice of choices) {
    const own = facts.get(choice.personId);
    const found = (assessments.get(choice.personId) ?? []).filter((one) => isMeant(one, choice));
    const [assessment, another] = found;
    if (own === undefined) unknown.push({ code: "person", choice });
    else if (assessment === undefined) unknown.push({ code: "assessment", choice });
    else if (another !== undefined) unknown.push({ code: "level", choice });
    else candidates.push(candidateOf(open, own, assessment));
  }
  return unknown.length === 0 ? { ok: true, candidates } : { ok: false, unknown };
}

function isMeant(
  assessment: Assessment,
  { pathway, line, series, level }: CandidateChoice,
): boolean {
  return (
    assessment.pathway === pathway &&
    assessment.line === line &&
    (series === undefined || assessment.series === series) &&
    (level === undefined || assessment.level === level)
  );
}

function candidateOf(
  { book, unit }: OpenUnit,
  facts: PersonFacts,
  assessment: Assessment,
): Candidate {
  return { person: facts.person, facts, scene: new Scene(book, unit, facts), assessment };
}

/** The highest education graduated by the day of application, of equals the latest; null for none. */
export function highestEducation({ facts, scene }: Candidate): Education | null {
  const done = facts.education.filter(({ graduatedOn }) => graduatedOn <= scene.book.cycle.applyOn);
  const [highest] = done.toSorted((a, b) => b.rank - a.rank || b.graduatedOn - a.graduatedOn);
  return highest?.record ?? null;
}

/** A title in hand, with the day from which it was first appointed on. */
export interface HeldTitle {
  readonly title: Title;
  /** As written; null where there is no appointment on it. */
  readonly appointedOn: string | null;
}

/** The highest title held in the series applied for (in any where none is meant), of equals the latest. */
export function heldTitle({ person, scene, assessment }: Candidate): HeldTitle | null {
  const { series } = assessment;
  const own = scene.heldTitles.filter((title) => series === null || title.series === series);
  const [highest] = own.toSorted(byRank);
  if (highest === undefined) return null;
  const title = highest.record;
  const [first] = person.appointments
    .filter(({ titleId }) => titleId === title.id)
    .map(({ from }) => from)
    .toSorted();
  return { title, appointedOn: first ?? null };
}

function byRank(a: TitleFacts, b: TitleFacts): number {
  return b.rank - a.rank || b.obtainedOn - a.obtainedOn;
}
