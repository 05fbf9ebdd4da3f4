import { formatDay } from "../../shared/calendar/text.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import type { Person } from "../../shared/records/person.ts";
import {
  type ComparedAssessment,
  comparedOf,
  type ComparedRequirement,
  inOrder,
  questionOf,
} from "./compared.ts";
import { firstDayOf } from "./naive-rules/dates.ts";
import { evaluateNaively } from "./naive-rules/evaluate-naively.ts";
import type { CycleDays } from "./people/cycles.ts";
import type { Population } from "./population.ts";

/** Both readings of the rules about everybody in a unit. */
export interface BothAnswers {
  readonly personId: string;
  readonly engine: readonly ComparedAssessment[];
  readonly naive: readonly ComparedAssessment[];
}

export function answerBoth({ unitFile, cycle }: Population, pack: Pack): BothAnswers[] {
  const byEngine = evaluate(unitFile, cycle, pack);
  const naively = evaluateNaively(unitFile, naiveCycle(cycle), pack);
  return unitFile.people.map(({ id }, index) => ({
    personId: id,
    engine: inOrder((byEngine[index]?.assessments ?? []).map(comparedOf)),
    naive: inOrder(naively[index]?.assessments ?? []),
  }));
}

function naiveCycle({ year, applyOn, cutOff }: CycleDays) {
  return {
    year,
    applyOn: firstDayOf(formatDay(applyOn)),
    cutOff: firstDayOf(formatDay(cutOff)),
  };
}

/** One line for each point on which the two readings differ; none where they agree. */
export function differences({ engine, naive }: BothAnswers): string[] {
  const lines: string[] = [];
  const byEngine = new Map(engine.map((one) => [questionOf(one), one]));
  const naively = new Map(naive.map((one) => [questionOf(one), one]));
  if (byEngine.size < engine.length) lines.push("the engine answers a question twice");
  for (const [question, one] of byEngine) {
    const other = naively.get(question);
    if (other === undefined) lines.push(`${question}: asked by the engine alone`);
    else lines.push(...differencesOf(question, one, other));
  }
  for (const question of naively.keys())
    if (!byEngine.has(question)) lines.push(`${question}: asked by the naive reading alone`);
  return lines;
}

function differencesOf(
  question: string,
  engine: ComparedAssessment,
  naive: ComparedAssessment,
): string[] {
  const lines: string[] = [];
  const compare = (what: string, ours: string, theirs: string) => {
    if (ours !== theirs) lines.push(`${question}, ${what}: engine ${ours}, naive ${theirs}`);
  };
  const ids = new Set([...Object.keys(engine.requirements), ...Object.keys(naive.requirements)]);
  for (const id of ids)
    compare(id, wordsFor(engine.requirements[id]), wordsFor(naive.requirements[id]));
  compare("decision", engine.decision, naive.decision);
  compare("quota", engine.quota, naive.quota);
  compare("eligibleOn", engine.eligibleOn ?? "never", naive.eligibleOn ?? "never");
  return lines;
}

function wordsFor(requirement: ComparedRequirement | undefined): string {
  if (requirement === undefined) return "not asked";
  const { status, metOn } = requirement;
  return metOn === null ? status : `${status} until ${metOn}`;
}

const LISTS = [
  "education",
  "postings",
  "titles",
  "appointments",
  "appraisals",
  "training",
  "sanctions",
  "applications",
  "exams",
] as const satisfies readonly (keyof Person)[];

/** The person without one entry of one list (and without what refers to it). */
function* lessOf(person: Person): Generator<Person> {
  for (const list of LISTS) {
    for (const index of person[list].keys()) {
      const left = { ...person, [list]: person[list].toSpliced(index, 1) };
      const known = new Set(left.titles.map(({ id }) => id));
      yield {
        ...left,
        appointments: left.appointments.filter(({ titleId }) => known.has(titleId)),
      };
    }
  }
}

/** Drops one entry after another as long as the two readings still differ about the person. */
function shrink(population: Population, person: Person, pack: Pack): Person {
  const alone = (one: Person): Population => ({
    ...population,
    unitFile: { ...population.unitFile, people: [one] },
  });
  const isDisputed = (one: Person) =>
    answerBoth(alone(one), pack).some((both) => differences(both).length > 0);
  if (!isDisputed(person)) return person;
  let smallest = person;
  let isSmaller = true;
  while (isSmaller) {
    isSmaller = false;
    for (const less of lessOf(smallest)) {
      if (!isDisputed(less)) continue;
      smallest = less;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

/** What somebody needs to judge a disagreement: the round, the smallest such person, both answers. */
function describe(population: Population, pack: Pack, both: BothAnswers): string {
  const { cycle, unitFile } = population;
  const person = unitFile.people.find(({ id }) => id === both.personId);
  if (person === undefined) return both.personId;
  const least = shrink(population, person, pack);
  const people = [least];
  const onThem = answerBoth({ cycle, unitFile: { ...unitFile, people } }, pack);
  const lines = onThem.flatMap(differences);
  return [
    `${both.personId}, round ${cycle.year}, applyOn ${formatDay(cycle.applyOn)}, cutOff ${formatDay(cycle.cutOff)}, pack ${pack.id}`,
    ...(lines.length === 0 ? differences(both) : lines),
    JSON.stringify({ inCatalogue: unitFile.unit.inCatalogue, posts: unitFile.unit.posts }),
    JSON.stringify({ ...least, name: "…", idNumber: null }),
  ].join("\n");
}

/** Everybody about whom the two readings differ, described. */
export function describeDisagreements(population: Population, pack: Pack): string[] {
  return answerBoth(population, pack)
    .filter((both) => differences(both).length > 0)
    .map((both) => describe(population, pack, both));
}
