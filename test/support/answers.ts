import { parseStart } from "../../shared/calendar/text.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import { type Cycle, cycleOf } from "../../shared/policy/cycle.ts";
import { evaluate, openUnit } from "../../shared/policy/evaluate.ts";
import { readPerson } from "../../shared/policy/facts.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import type { Requirement, RequirementId } from "../../shared/policy/requirement.ts";
import { Scene } from "../../shared/policy/scene.ts";
import type { Person } from "../../shared/records/person.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { unitFileWith } from "./unit-file.ts";

/** Asking the engine about one person, and finding one answer among many. */

export interface Asking {
  readonly year?: number;
  readonly applyOn?: string;
  readonly cutOff?: string;
  readonly unit?: Partial<Unit>;
  readonly colleagues?: readonly Person[];
  readonly pack?: Pack;
}

/** A day number of a date that the test writes out. */
export function day(written: string): number {
  const parsed = parseStart(written);
  if (parsed === null) throw new Error(`no such day: ${written}`);
  return parsed;
}

function cycleFor({ year = 2026, applyOn, cutOff }: Asking): Cycle {
  return cycleOf(year, {
    ...(applyOn === undefined ? {} : { applyOn: day(applyOn) }),
    ...(cutOff === undefined ? {} : { cutOff: day(cutOff) }),
  });
}

/** A person before the rules, to put a question to one of them that no pathway asks. */
export function sceneOf(person: Person, asking: Asking = {}): Scene {
  const { unit = {}, colleagues = [], pack = SHANDONG_2020 } = asking;
  const open = openUnit(unitFileWith([person, ...colleagues], unit), cycleFor(asking), pack);
  return new Scene(open.book, open.unit, readPerson(person));
}

/** Every assessment of a person, in 2026 with the shipped pack unless said otherwise. */
export function assessmentsOf(person: Person, asking: Asking = {}): readonly Assessment[] {
  const { unit = {}, colleagues = [], pack = SHANDONG_2020 } = asking;
  const unitFile = unitFileWith([person, ...colleagues], unit);
  const answers = evaluate(unitFile, cycleFor(asking), pack);
  return answers.find(({ personId }) => personId === person.id)?.assessments ?? [];
}

/** `pathway line series level` of every assessment, in the engine's order. */
export function questionsOf(assessments: readonly Assessment[]): readonly string[] {
  return assessments.map((one) => [one.pathway, one.line, one.series, one.level].join(" "));
}

/** The assessment whose question begins so; one that is missing is a fault of the test and throws. */
export function answerTo(assessments: readonly Assessment[], question: string): Assessment {
  const found = assessments.find((one) =>
    [one.pathway, one.line, one.series, one.level].join(" ").startsWith(question),
  );
  if (found === undefined) throw new Error(`not asked: ${question}`);
  return found;
}

/** One requirement of the first assessment that asks it. */
export function requirementIn<Id extends RequirementId>(
  assessments: readonly Assessment[],
  id: Id,
  question = "",
): Extract<Requirement, { id: Id }> {
  for (const assessment of assessments) {
    const key = [assessment.pathway, assessment.line, assessment.series, assessment.level].join(
      " ",
    );
    if (!key.startsWith(question)) continue;
    for (const requirement of assessment.requirements) {
      if (requirement.id === id) return requirement as Extract<Requirement, { id: Id }>;
    }
  }
  throw new Error(`not asked: ${question} ${id}`);
}

/** Status, and after an @ the day on which it will be met: `unmet@2027-01-01`. */
export function outcomeOf({ status, metOn }: Pick<Requirement, "status" | "metOn">): string {
  return metOn === null ? status : `${status}@${metOn}`;
}

/** The outcome of one requirement of a person. */
export function outcomeFor(
  person: Person,
  id: RequirementId,
  asking: Asking = {},
  question = "",
): string {
  return outcomeOf(requirementIn(assessmentsOf(person, asking), id, question));
}
