import { formatDay } from "../calendar/text.ts";
import type { Line, TitleLevel } from "../records/title.ts";
import type { Series } from "../records/series.ts";
import type { Assessment } from "./assessment.ts";
import { decide, outcomeOf } from "./decide.ts";
import type { OpenUnit } from "./evaluate.ts";
import type { PersonFacts } from "./facts.ts";
import { decisionOf, metOnOf, MET, type Outcome, statusOf } from "./outcome.ts";
import type { AskedPathway } from "./pathways.ts";
import type { PathwayId, Quota } from "./pathway-names.ts";
import { titleLevelAt } from "./ranks.ts";
import type { Requirement, RequirementId } from "./requirement.ts";
import { Scene } from "./scene.ts";
import { type Sensitivity, sensitivities } from "./sensitivity.ts";

/**
 * Goes up with every change of the rules' code that changes an answer: answers kept by an earlier one are
 * worked out anew. A test fails where it should have gone up.
 */
export const RULES_VERSION = 1;

/** What a requirement comes to, without what it expected and found. */
export type RequirementOutcome = Pick<Requirement, "id" | "status" | "metOn">;

/** The answer on one pathway without the figures of its grounds: all that lists and counts need. */
export interface Answer extends Omit<Assessment, "requirements"> {
  readonly requirements: readonly RequirementOutcome[];
}

/** All answers about one person. */
export interface PersonAnswers {
  readonly personId: string;
  readonly assessments: readonly Answer[];
}

/** What is answered. */
export interface AnsweredQuestion {
  readonly pathway: PathwayId;
  readonly line: Line | null;
  readonly series: Series | null;
  readonly level: TitleLevel | null;
  readonly quota: Quota;
  readonly requirements: readonly RequirementId[];
}

type SaidOutcomes = Map<Outcome, RequirementOutcome>;

/** Makes answers out of outcomes; what many people have in common is one object for all of them. */
export class AnswerMaker {
  readonly #questions = new Map<AskedPathway, AnsweredQuestion>();
  readonly #said = new Map<RequirementId, SaidOutcomes>();
  readonly #tables = new Map<AnsweredQuestion, readonly SaidOutcomes[]>();

  /** The answer to a question; `outcomes` in the order of its requirements. */
  make(
    question: AnsweredQuestion,
    outcomes: readonly Outcome[],
    sensitive: readonly Sensitivity[],
  ): Answer {
    const requirements: RequirementOutcome[] = [];
    let worst = MET;
    for (const [index, said] of this.#tablesOf(question).entries()) {
      const outcome = outcomes[index] ?? MET;
      if (outcome > worst) worst = outcome;
      requirements.push(said.get(outcome) ?? this.#say(said, question, index, outcome));
    }
    const { pathway, line, series, level, quota } = question;
    const decision = decisionOf(worst);
    const eligibleOn = showDay(worst);
    const answer = { pathway, line, series, level, quota, decision, eligibleOn, requirements };
    return sensitive.length === 0 ? answer : { ...answer, sensitive };
  }

  /** Decides everything that is asked of a person. */
  decide(scene: Scene): readonly Answer[] {
    return decide(scene).map((verdict) => {
      const { asked } = verdict;
      const outcomes = asked.requirements.map((one) => outcomeOf(scene, asked, one));
      return this.make(this.#questionOf(asked), outcomes, sensitivities(scene, verdict));
    });
  }

  #questionOf(asked: AskedPathway): AnsweredQuestion {
    const known = this.#questions.get(asked);
    if (known !== undefined) return known;
    const { pathway, line, series, level, quota, requirements } = asked;
    const question = {
      pathway,
      line,
      series,
      level: level === null ? null : titleLevelAt(level),
      quota,
      requirements: requirements.map(({ rule }) => rule.id),
    };
    this.#questions.set(asked, question);
    return question;
  }

  /** What was said of each requirement of a question; looked up once a question, since people are many. */
  #tablesOf(question: AnsweredQuestion): readonly SaidOutcomes[] {
    const known = this.#tables.get(question);
    if (known !== undefined) return known;
    const tables = question.requirements.map((id) => {
      const said: SaidOutcomes = this.#said.get(id) ?? new Map<Outcome, RequirementOutcome>();
      this.#said.set(id, said);
      return said;
    });
    this.#tables.set(question, tables);
    return tables;
  }

  #say(
    said: SaidOutcomes,
    { requirements }: AnsweredQuestion,
    index: number,
    outcome: Outcome,
  ): RequirementOutcome {
    const id = requirements[index];
    if (id === undefined) throw new RangeError("an outcome of no requirement");
    const one = { id, status: statusOf(outcome), metOn: showDay(outcome) };
    said.set(outcome, one);
    return one;
  }
}

/** The answers about some members of an open unit, one after the other. */
export function* answerPeople(
  { book, unit }: Pick<OpenUnit, "book" | "unit">,
  people: Iterable<PersonFacts>,
  maker: AnswerMaker,
): Generator<PersonAnswers> {
  let scene: Scene | undefined;
  for (const facts of people) {
    scene = scene?.take(facts) ?? new Scene(book, unit, facts);
    yield { personId: facts.person.id, assessments: maker.decide(scene) };
  }
}

function showDay(outcome: Outcome): string | null {
  const day = metOnOf(outcome);
  return day === null ? null : formatDay(day);
}
