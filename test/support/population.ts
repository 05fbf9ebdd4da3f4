import { addYears, type Day, dayOf } from "../../shared/calendar/day.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Person } from "../../shared/records/person.ts";
import { SERIES, type Series } from "../../shared/records/series.ts";
import { UNIT_FILE_FORMAT, type UnitFile } from "../../shared/records/unit-file.ts";
import { POST_GROUPS, type Unit } from "../../shared/records/unit.ts";
import { Dice } from "./dice.ts";
import { type CycleDays, throwCycle } from "./people/cycles.ts";
import { someDay } from "./people/dates.ts";
import { throwEducation } from "./people/education.ts";
import { throwCreditCode, throwIdNumber, throwName } from "./people/identity.ts";
import {
  throwApplications,
  throwExams,
  throwSanctions,
  throwStatements,
} from "./people/occasions.ts";
import { type Frame, throwPostings } from "./people/postings.ts";
import { throwTitles } from "./people/titles.ts";
import { throwAppraisals, throwTraining } from "./people/yearly.ts";

/** A unit and the round in which it is to be assessed. */
export interface Population {
  readonly unitFile: UnitFile;
  readonly cycle: CycleDays;
}

const SERIES_WEIGHTS: readonly (readonly [Series, number])[] = SERIES.map((series) => [
  series,
  series === "health" ? 4 : 2,
]);

/** Approved posts: not known at all, not known for some groups, or from none to more than the staff. */
function throwPosts(dice: Dice, staff: number): Unit["posts"] {
  if (dice.percent(12)) return null;
  const some = Math.max(4, Math.ceil(staff / 2));
  const counts = POST_GROUPS.map(() => (dice.percent(12) ? null : dice.between(0, some)));
  const [junior = null, intermediate = null, associateSenior = null, senior = null] = counts;
  return { junior, intermediate, associateSenior, senior };
}

function throwUnit(dice: Dice, series: Series, staff: number): Unit {
  return {
    id: `u-${dice.between(1, 999)}`,
    name: "示例镇单位",
    creditCode: dice.percent(70) ? throwCreditCode(dice) : null,
    series,
    inCatalogue: dice.percent(85),
    posts: throwPosts(dice, staff),
  };
}

function throwFrame(dice: Dice, cycle: CycleDays, unitSeries: Series): Frame {
  const age = dice.between(22, 62);
  const birth: Day = dayOf(cycle.year - age, 1, 1) + dice.between(0, 364);
  const entry = someDay(dice, addYears(birth, 18), Math.min(addYears(birth, 30), cycle.applyOn));
  const series = dice.percent(80) ? unitSeries : dice.weigh(SERIES_WEIGHTS);
  return { dice, cycle, birth, entry, series };
}

function throwPerson(frame: Frame, index: number, usedNumbers: Set<string>): Person {
  const { dice, birth } = frame;
  const birthDate = formatDay(birth);
  const sex = dice.percent(60) ? "female" : "male";
  const { titles, appointments } = throwTitles(frame);
  return {
    id: `p-${index + 1}`,
    name: throwName(dice),
    sex,
    birthDate: dice.percent(10) ? birthDate.slice(0, 7) : birthDate,
    idNumber: dice.percent(60) ? throwIdNumber(dice, birthDate, sex, usedNumbers) : null,
    education: throwEducation(frame),
    postings: throwPostings(frame),
    titles,
    appointments,
    appraisals: throwAppraisals(frame),
    training: throwTraining(frame),
    sanctions: throwSanctions(frame),
    applications: throwApplications(frame),
    exams: throwExams(frame),
    statements: throwStatements(frame),
  };
}

/** A unit in which the edges of the rules are far more frequent than in life; the seed decides all. */
export function throwPopulation(seed: number, staff: number): Population {
  const dice = new Dice(seed);
  const cycle = throwCycle(dice);
  const series = dice.weigh(SERIES_WEIGHTS);
  const unit = throwUnit(dice, series, staff);
  const usedNumbers = new Set<string>();
  const people = dice.list(staff, (index) =>
    throwPerson(throwFrame(dice, cycle, series), index, usedNumbers),
  );
  return { unitFile: { format: UNIT_FILE_FORMAT, unit, people }, cycle };
}
