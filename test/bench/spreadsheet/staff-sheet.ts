import type { Cycle } from "../../../shared/policy/cycle.ts";
import { parseEnd, parseStart } from "../../../shared/calendar/text.ts";
import { EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import type { Person } from "../../../shared/records/person.ts";
import { TITLE_LEVELS } from "../../../shared/records/title.ts";
import { Sheet } from "./sheet.ts";

/**
 * The rules as a clerk would put them into a workbook: for each person what is on file, then formulas for
 * nine of the eleven requirements of 乡镇年限倾斜 on the provincial line, with their dates. Not in it:
 * `ladder.tenure` (its days would have to leave out study and unqualified years that overlap), `line.held`
 * (always met where a level is asked) and every other pathway. It knows the health ladders only.
 */

/** A spreadsheet's day 0 is 1899-12-30. */
export const SPREADSHEET_EPOCH = 25_569;
/** Later than any date entered: 9999-12-31. */
const FAR = 2_958_465;

const POSTINGS = 8;
const TITLES = 4;
const EDUCATIONS = 3;
const RESULT_YEARS = 7;
const HOURS_YEARS = 5;

export const FIRST_RESULT = "employment.township";
export const LAST_RESULT = "sanction.none on";

function placesUpTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** One term for each of so many places, `#` being the place. */
function each(count: number, term: string, between = ";"): string {
  return placesUpTo(count)
    .map((place) => term.replaceAll("#", String(place)))
    .join(between);
}

function serialOf(written: string): number {
  return (parseStart(written) ?? Number.NaN) + SPREADSHEET_EPOCH;
}

function endSerialOf(written: string | null): number {
  return Math.min(FAR, (parseEnd(written) ?? Number.NaN) + SPREADSHEET_EPOCH);
}

function enterPostings(sheet: Sheet, people: readonly Person[]): void {
  const sorted = people.map(({ postings }) =>
    postings.toSorted((a, b) => serialOf(a.from) - serialOf(b.from)),
  );
  for (const place of placesUpTo(POSTINGS)) {
    const at = sorted.map((postings) => postings[place - 1]);
    sheet.enter(
      `from${place}`,
      at.map((one) => (one === undefined ? FAR : serialOf(one.from))),
    );
    sheet.enter(
      `to${place}`,
      at.map((one) => (one === undefined ? 0 : endSerialOf(one.to))),
    );
    const settings = at.map((one) => ["township", "grassroots"].indexOf(one?.setting ?? "") + 1);
    sheet.enter(`setting${place}`, settings);
    const kinds = at.map((one) => (one?.kind === "study" || one?.kind === "leave" ? 1 : 0));
    sheet.enter(`away${place}`, kinds);
    sheet.enter(
      `works${place}`,
      at.map((one) => (one?.professional === true ? 1 : 0)),
    );
  }
}

function enterTitles(sheet: Sheet, people: readonly Person[]): void {
  for (const place of placesUpTo(TITLES)) {
    const at = people.map(({ titles }) => titles[place - 1]);
    sheet.enter(
      `on${place}`,
      at.map((one) => (one === undefined ? FAR : serialOf(one.obtainedOn))),
    );
    sheet.enter(
      `level${place}`,
      at.map((one) => TITLE_LEVELS.indexOf(one?.level ?? "technician")),
    );
    sheet.enter(
      `line${place}`,
      at.map((one) => (one?.line === "grassroots" ? 1 : 0)),
    );
  }
  for (const place of placesUpTo(EDUCATIONS)) {
    const at = people.map(({ education }) => education[place - 1]);
    sheet.enter(
      `graduated${place}`,
      at.map((one) => (one === undefined ? FAR : serialOf(one.graduatedOn))),
    );
    sheet.enter(
      `education${place}`,
      at.map((one) => EDUCATION_LEVELS.indexOf(one?.level ?? "secondary")),
    );
  }
}

const RESULT_FIGURES: Readonly<Record<string, number>> = {
  excellent: 2,
  qualified: 2,
  unqualified: 0,
};

function enterYears(sheet: Sheet, people: readonly Person[], { year }: Cycle): void {
  for (const back of placesUpTo(RESULT_YEARS)) {
    const results = people.map(({ appraisals }) => {
      const result = appraisals.find((one) => one.year === year - back)?.result;
      return RESULT_FIGURES[result ?? ""] ?? 1;
    });
    sheet.enter(`result${back}`, results);
  }
  const hoursOf = (person: Person, back: number, category: string) =>
    person.training
      .filter((entry) => entry.year === year - back && entry.category === category)
      .reduce((sum, entry) => sum + entry.hours, 0);
  for (const back of placesUpTo(HOURS_YEARS)) {
    sheet.enter(
      `public${back}`,
      people.map((person) => hoursOf(person, back, "public")),
    );
    sheet.enter(
      `professional${back}`,
      people.map((person) => hoursOf(person, back, "professional")),
    );
  }
  const specialty = people.map(({ training }) =>
    Math.min(9_999, ...training.filter((one) => one.inSpecialty).map((one) => one.year)),
  );
  sheet.enter("specialty", specialty);
}

function enterBars(sheet: Sheet, people: readonly Person[], { year }: Cycle): void {
  const barring = people.map(({ sanctions }) => sanctions.find(({ kind }) => kind !== "warning"));
  sheet.enter(
    "barredFrom",
    barring.map((one) => (one === undefined ? FAR : serialOf(one.from))),
  );
  sheet.enter(
    "barredTo",
    barring.map((one) => (one === undefined ? 0 : endSerialOf(one.to))),
  );
  const rivals = people.map(
    ({ applications }) =>
      applications.filter(
        (one) => one.year === year && one.line === "grassroots" && one.outcome !== "withdrawn",
      ).length,
  );
  sheet.enter("rivals", rivals);
}

/** Overlaps counted once, study and leave taken out; the first day counted and the number of days. */
function workOutTownship(sheet: Sheet, end: number): void {
  for (const place of placesUpTo(POSTINGS)) {
    const before = place === 1 ? "0" : `{reach${place - 1}}`;
    const awayBefore = place === 1 ? "0" : `{awayReach${place - 1}}`;
    const at = (text: string) => text.replaceAll("#", String(place));
    sheet.workOut(`counts${place}`, at("IF(AND({setting#}=1;{works#}=1;{away#}=0);1;0)"));
    sheet.workOut(`reach${place}`, at(`MAX(${before};{counts#}*{to#})`));
    sheet.workOut(`start${place}`, at(`IF({counts#}=1;MAX({from#};${before});0)`));
    sheet.workOut(`end${place}`, at(`IF({counts#}=1;MAX({start#};MIN({to#};${end}));0)`));
    sheet.workOut(`awayReach${place}`, at(`MAX(${awayBefore};{away#}*{to#})`));
    sheet.workOut(`awayStart${place}`, at(`IF({away#}=1;MAX({from#};${awayBefore});0)`));
    sheet.workOut(`awayEnd${place}`, at("IF({away#}=1;MAX({awayStart#};{to#});0)"));
  }
  for (const place of placesUpTo(POSTINGS)) {
    const lost = each(
      POSTINGS,
      `MAX(0;MIN({end${place}};{awayEnd#})-MAX({start${place}};{awayStart#}))`,
      "+",
    );
    sheet.workOut(`days${place}`, `{end${place}}-{start${place}}-(${lost})`);
  }
  sheet.workOut("days", `SUM(${each(POSTINGS, "{days#}")})`);
  sheet.workOut("first0", `MIN(${each(POSTINGS, `IF({counts#}=1;{from#};${FAR})`)})`);
  // Out of study and leave, on to the next work that still runs, and again.
  for (const turn of [1, 2, 3]) {
    const here = `{first${turn - 1}}`;
    const pushed = each(POSTINGS, `IF(AND({away#}=1;{from#}<=${here});{to#};0)`);
    sheet.workOut(`pushed${turn}`, `MAX(${here};${pushed})`);
    const next = each(POSTINGS, `IF(AND({counts#}=1;{to#}>{pushed${turn}});{from#};${FAR})`);
    sheet.workOut(`first${turn}`, `MAX({pushed${turn}};MIN(${next}))`);
  }
}

function workOutStanding(sheet: Sheet, applyOn: number): void {
  const runs = `{from#}<=${applyOn};{to#}>${applyOn}`;
  sheet.workOut("isAway", each(POSTINGS, `IF(AND({away#}=1;${runs});1;0)`, "+"));
  const active = `{works#}=1;{away#}=0;${runs}`;
  const inTownship = each(POSTINGS, `IF(AND({setting#}=1;${active});1;0)`, "+");
  const inGrassroots = each(POSTINGS, `IF(AND({setting#}>0;${active});1;0)`, "+");
  sheet.workOut("inTownship", `IF({isAway}>0;0;${inTownship})`);
  sheet.workOut("inGrassroots", `IF({isAway}>0;0;${inGrassroots})`);
  const stands = `AND({on#}<=${applyOn};OR({line#}=0;{inGrassroots}>0))`;
  const highest = each(TITLES, `IF(${stands};{level#};-1)`);
  sheet.workOut("highest", `MAX(${highest})`);
  sheet.workOut("level", "IF({highest}<0;1;{highest}+1)");
  sheet.workOut("isAsked", "IF(AND({level}>=2;{level}<=4);1;0)");
  const held = each(TITLES, `IF({on#}<=${applyOn};{on#};0)`);
  sheet.workOut("latestTitle", `MAX(${held})`);
  const graduated = each(EDUCATIONS, `IF({graduated#}<=${applyOn};{education#};-1)`);
  sheet.workOut("education", `MAX(${graduated})`);
  const toSenior = "IF({education}>=2;5;0)";
  const toAssociate = `IF({education}=1;7;${toSenior})`;
  const toIntermediate = "CHOOSE({education}+2;0;7;6;4;2;0)";
  sheet.workOut(
    "years",
    `IF({level}=2;${toIntermediate};IF({level}=3;${toAssociate};${toSenior}))`,
  );
}

/** The answers: statuses in words, days as serial numbers, 0 for none, blank where nothing is asked. */
function workOutAnswers(sheet: Sheet, { year, ...days }: Cycle): void {
  const applyOn = days.applyOn + SPREADSHEET_EPOCH;
  const cutOff = days.cutOff + SPREADSHEET_EPOCH;
  const answer = (name: string, formula: string) =>
    sheet.workOut(name, `IF({isAsked}=1;${formula};"")`);
  const metIf = (condition: string) => `IF(${condition};"met";"unmet")`;
  sheet.workOut("needed", "IF({isAsked}=1;CHOOSE({level}-1;10;20;30);0)");
  const a = "{first3}";
  sheet.workOut(
    "full",
    `IF(${a}<${FAR};DATE(YEAR(${a})+{needed};MONTH(${a});DAY(${a}));${FAR + 1})`,
  );
  sheet.workOut("goesOn", each(POSTINGS, `IF(AND({counts#}=1;{to#}=${FAR});1;0)`, "+"));
  const result = each(RESULT_YEARS, "IF(AND(#<={years};{result#}=0);#;99)");
  sheet.workOut("lastBadBack", `MIN(${result})`);
  const doubts = each(RESULT_YEARS, "IF(AND(#<={years};{result#}=1);1;0)", "+");
  sheet.workOut("doubts", doubts);
  const locking = `AND({line#}=1;{level#}={level};{on#}<=${applyOn})`;
  sheet.workOut("locked", `MAX(${each(TITLES, `IF(${locking};{on#}+1;0)`)})`);
  sheet.workOut("freeOn", "IF({locked}=0;0;DATE(YEAR({locked})+5;MONTH({locked});DAY({locked})))");
  const isBarred = `AND({barredFrom}<=${applyOn};{barredTo}>${applyOn})`;

  answer("employment.township", metIf("{inTownship}>0"));
  answer("township.years", metIf(`{full}<=${a}+{days}`));
  const missing = `${cutOff}+{full}-${a}-{days}`;
  const reached = `IF(OR({full}<=${a}+{days};{goesOn}=0);0;${missing})`;
  answer("township.years on", reached);
  answer("ladder.education", metIf("{education}>={level}-2"));
  const hours = "{public#}>=30;{professional#}>=60;{public#}+{professional#}>=90";
  const isOutside = `${year}-#<=YEAR({latestTitle})`;
  answer("training.annual", metIf(`AND(${each(HOURS_YEARS, `OR(${isOutside};AND(${hours}))`)})`));
  answer("training.specialty", `IF({level}<3;"";${metIf(`{specialty}<=${year}`)})`);
  const doubtful = `IF({doubts}>0;"unknown";"met")`;
  answer("appraisal.results", `IF({lastBadBack}<99;"unmet";${doubtful})`);
  const cleared = `DATE(${year}-{lastBadBack}+{years}+1;1;1)`;
  answer("appraisal.results on", `IF({lastBadBack}<99;${cleared};0)`);
  answer("line.sameYear", metIf("{rivals}=0"));
  answer("line.lockout", metIf(`{freeOn}<=${applyOn}`));
  answer("line.lockout on", `IF({freeOn}<=${applyOn};0;{freeOn})`);
  answer("sanction.none", `IF(${isBarred};"unmet";"met")`);
  answer("sanction.none on", `IF(${isBarred};{barredTo};0)`);
}

/** The columns of the answers, in their order. */
export const RESULT_COLUMNS = [
  "employment.township",
  "township.years",
  "township.years on",
  "ladder.education",
  "training.annual",
  "training.specialty",
  "appraisal.results",
  "appraisal.results on",
  "line.sameYear",
  "line.lockout",
  "line.lockout on",
  "sanction.none",
  "sanction.none on",
] as const;

export function staffSheet(people: readonly Person[], cycle: Cycle): Sheet {
  const sheet = new Sheet();
  enterPostings(sheet, people);
  enterTitles(sheet, people);
  enterYears(sheet, people, cycle);
  enterBars(sheet, people, cycle);
  workOutTownship(sheet, cycle.cutOff + 1 + SPREADSHEET_EPOCH);
  workOutStanding(sheet, cycle.applyOn + SPREADSHEET_EPOCH);
  workOutAnswers(sheet, cycle);
  return sheet;
}
