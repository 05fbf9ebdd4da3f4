import type { Cycle } from "../../shared/policy/cycle.ts";
import { evaluate, type PersonAssessments } from "../../shared/policy/evaluate.ts";
import type { Day } from "../../shared/calendar/day.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { countPosts, type PostUses } from "../../shared/policy/unit-facts.ts";
import type { Appraisal } from "../../shared/records/appraisal.ts";
import { describeIssue, type Issue } from "../../shared/records/issue.ts";
import { checkPerson, type Person } from "../../shared/records/person.ts";
import type { Title } from "../../shared/records/title.ts";
import type { TrainingEntry } from "../../shared/records/training.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { factsOf } from "../widgets/facts.ts";
import { assumeGoodYears } from "./good-years.ts";
import { cycleIn } from "./open-year.ts";

/** 假设: changes of a person's records or of the year that are tried in memory and never kept. */
export type Change =
  | {
      readonly kind: "posting";
      /** Place of the posting in the person's list. */
      readonly index: number;
      readonly from: string;
      readonly to: string | null;
    }
  | { readonly kind: "titleDate"; readonly titleId: string; readonly obtainedOn: string }
  | ({ readonly kind: "training" } & Pick<
      TrainingEntry,
      "year" | "hours" | "category" | "inSpecialty"
    >)
  | ({ readonly kind: "title"; readonly isAppointed: boolean } & Pick<
      Title,
      "series" | "level" | "line" | "name" | "obtainedOn"
    >)
  | ({ readonly kind: "appraisal" } & Appraisal)
  | { readonly kind: "year"; readonly year: number; readonly isAssumed: boolean };
export type ChangeKind = Change["kind"];

/** Adds a change; one that says otherwise about the same thing takes the earlier one's place. */
export function addChange(changes: readonly Change[], added: Change): readonly Change[] {
  const subject = subjectOf(added);
  const kept = changes.filter((one) => subject === null || subjectOf(one) !== subject);
  return [...kept, added];
}

/** What a change is about where only one of a kind makes sense. */
function subjectOf(change: Change): string | null {
  switch (change.kind) {
    case "posting":
      return `posting ${change.index}`;
    case "titleDate":
      return `title ${change.titleId}`;
    case "appraisal":
      return `appraisal ${change.year}`;
    case "year":
      return "year";
    case "training":
    case "title":
      return null;
    default:
      return change satisfies never;
  }
}

/** What the changes make of the records and the round. */
export interface Supposed {
  readonly person: Person;
  readonly cycle: Cycle;
}

/** Applies changes in their order; the person given is left as it is. */
export function applyChanges(
  person: Person,
  cycle: Cycle,
  pack: Pack,
  changes: readonly Change[],
): Supposed {
  let supposed = person;
  let round = cycle;
  let isAssumed = false;
  for (const [index, change] of changes.entries()) {
    if (change.kind === "year") {
      round = cycleIn(cycle, change.year);
      isAssumed = change.isAssumed;
    } else {
      supposed = applyToPerson(supposed, change, index);
    }
  }
  if (isAssumed) {
    supposed = assumeGoodYears(supposed, pack.parameters, cycle.year, round.year - 1);
  }
  return { person: supposed, cycle: round };
}

function applyToPerson(
  person: Person,
  change: Exclude<Change, { readonly kind: "year" }>,
  index: number,
): Person {
  const id = `supposed-${index}`;
  switch (change.kind) {
    case "posting":
      return {
        ...person,
        postings: person.postings.map((posting, place) =>
          place === change.index ? { ...posting, from: change.from, to: change.to } : posting,
        ),
      };
    case "titleDate":
      return {
        ...person,
        titles: person.titles.map((title) =>
          title.id === change.titleId ? { ...title, obtainedOn: change.obtainedOn } : title,
        ),
      };
    case "training": {
      const { year, hours, category, inSpecialty } = change;
      return {
        ...person,
        training: [...person.training, { id, year, hours, category, inSpecialty }],
      };
    }
    case "title":
      return addTitle(person, change, id);
    case "appraisal": {
      const others = person.appraisals.filter(({ year }) => year !== change.year);
      const { year, result } = change;
      return { ...person, appraisals: [...others, { year, result }] };
    }
    default:
      return change satisfies never;
  }
}

function addTitle(
  person: Person,
  change: Extract<Change, { readonly kind: "title" }>,
  id: string,
): Person {
  const { series, level, line, name, obtainedOn, isAppointed } = change;
  const titles = [...person.titles, { id, series, level, line, name, obtainedOn }];
  if (!isAppointed) return { ...person, titles };
  return {
    ...person,
    titles,
    appointments: [
      ...person.appointments,
      { titleId: id, from: obtainedOn, to: null, post: "regular" },
    ],
  };
}

export type Supposition =
  | {
      readonly ok: true;
      readonly cycle: Cycle;
      readonly answers: PersonAssessments["assessments"];
    }
  /** The supposed records contradict themselves; each sentence says how. */
  | { readonly ok: false; readonly reasons: readonly string[] };

/** How the unit's posts are used on a day: by the records as they are, whatever is supposed of one person. */
export function usedPosts(unit: Unit, people: Iterable<Person>, applyOn: Day): PostUses {
  return countPosts(unit, [...people].map(factsOf), applyOn);
}

/** The answers on supposed records. Nothing is kept anywhere. */
export function suppose(
  unit: Unit,
  { person, cycle }: Supposed,
  pack: Pack,
  posts: PostUses,
): Supposition {
  const issues: Issue[] = [];
  checkPerson(person, [], (issue) => issues.push(issue));
  if (issues.length > 0) {
    return { ok: false, reasons: [...new Set(issues.map((issue) => describeIssue(issue)))] };
  }
  const file = { format: UNIT_FILE_FORMAT, unit, people: [person] } satisfies UnitFile;
  const [own] = evaluate(file, cycle, pack, { posts });
  return { ok: true, cycle, answers: own?.assessments ?? [] };
}
