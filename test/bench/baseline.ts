import { addYears, type Day, FOREVER, firstDayOf, yearOf } from "../../shared/calendar/day.ts";
import {
  ASSOCIATE_SENIOR,
  AT,
  GRASSROOTS,
  INTERMEDIATE,
  LEVEL_COUNT,
  MET,
  MISSING,
  NEVER,
  PATHWAY_CODE,
  PROVINCIAL,
  SENIOR,
  UNKNOWN,
  UNMET,
} from "./baseline/codes.ts";
import { Answers } from "./baseline/answers.ts";
import { listsOf } from "./baseline/lists.ts";
import type { PreparedPerson, Spans } from "./baseline/prepare.ts";
import type { BaselineRules, BaselineRung } from "./baseline/rules.ts";
import { Gathered, holdsYear, reachDay } from "./baseline/spans.ts";
import { Survey } from "./baseline/survey.ts";

const LISTS = listsOf();
const NONE = -1;

/** Decides all pathways and requirements of one person after another. */
export class Baseline {
  readonly #rules: BaselineRules;
  readonly #survey = new Survey();
  readonly #gathered = new Gathered();
  readonly #excluded = new Gathered();
  readonly #wholeYears: number[] = [];
  /** The rung reported by the ladder: its years, for the appraisals. */
  #reportedYears = 0;
  readonly answers = new Answers();

  constructor(rules: BaselineRules) {
    this.#rules = rules;
  }

  /** Decides everything about a person; the numbers stand in `answers` until the next one. */
  decide(person: PreparedPerson): void {
    this.answers.length = 0;
    const rules = this.#rules;
    const survey = this.#survey;
    survey.take(person, rules);
    this.#decidePerson(person);
    const lines = rules.lineCount[survey.series] as number;
    this.#decideLevels(person, lines);
    if (survey.willBeDoctor && !survey.isSeniorStanding) this.#decideDoctor(person, lines);
    if (survey.conversionLevel >= 0) this.#decideConversion(person);
    if (!survey.isInGrassroots)
      this.answers.emit(PATHWAY_CODE.directHire, NONE, NONE, NONE, LISTS.directHire);
    if (survey.hasDirectHire) this.#decideMobility(person);
    if (person.exams.length > 0) this.#decideExams(person);
  }

  /** What does not depend on level and line. */
  #decidePerson(person: PreparedPerson): void {
    const survey = this.#survey;
    const { inCatalogue, year, directHireEducation } = this.#rules;
    this.answers.setIf(AT["employment.grassroots"], survey.isInGrassroots && inCatalogue);
    this.answers.setIf(AT["employment.township"], survey.isInTownship);
    this.#decideTraining(person);
    this.answers.setIf(AT["training.specialty"], person.specialtySince <= year);
    this.#decideSanctions(person);
    this.answers.setIf(AT["exchange.origin"], survey.cameByExchange);
    this.answers.setIf(AT["doctor.degree"], survey.isDoctor);
    this.answers.setStated(AT["doctor.outstanding"], person.isOutstanding);
    const isQualified = survey.education >= directHireEducation || survey.hasHighProvincial;
    this.answers.setIf(AT["directHire.qualification"], isQualified);
    this.answers.setIf(AT["directHire.origin"], !survey.isInGrassroots);
    this.answers.setStated(AT["directHire.volunteer"], person.volunteers);
  }

  #hasHours(person: PreparedPerson, year: number): boolean {
    const { publicHours, professionalHours, totalHours } = this.#rules;
    const at = year - person.firstHours;
    const inPublic = person.publicHours[at] ?? 0;
    const inProfessional = person.professionalHours[at] ?? 0;
    return (
      inPublic >= publicHours &&
      inProfessional >= professionalHours &&
      inPublic + inProfessional >= totalHours
    );
  }

  #decideTraining(person: PreparedPerson): void {
    const { latestTitleYear, firstPosting } = this.#survey;
    const { year, firstYear, windowYears } = this.#rules;
    let from = Math.max(firstYear, year - windowYears);
    let third = year;
    if (latestTitleYear >= 0) third = latestTitleYear + 1;
    else if (firstPosting < FOREVER) third = yearOf(firstPosting) + 1;
    if (third > from) from = third;
    let isMet = true;
    for (; from < year && isMet; from += 1) isMet = this.#hasHours(person, from);
    this.answers.setIf(AT["training.annual"], isMet);
  }

  #decideSanctions({ sanctions }: PreparedPerson): void {
    const { applyOn, barsEveryone, barsManagers } = this.#rules;
    let latest = -FOREVER;
    for (const { from, to, kind } of sanctions) {
      if (from > applyOn || to <= applyOn || to <= latest) continue;
      if (barsEveryone[kind] === true || (this.#survey.isManaging && barsManagers[kind] === true))
        latest = to;
    }
    if (latest === -FOREVER) this.answers.set(AT["sanction.none"], MET);
    else this.answers.setUntil(AT["sanction.none"], latest === FOREVER ? NEVER : latest);
  }

  #decideLevels(person: PreparedPerson, lines: number): void {
    const { highest, series, education, hasExchange } = this.#survey;
    const { rungs, lowestLevel } = this.#rules;
    const next = highest < 0 ? (lowestLevel[series] as number) : highest + 1;
    for (let level = next; level < LEVEL_COUNT; level += 1) {
      const steps = rungs[series * LEVEL_COUNT + level] ?? null;
      if (level > next && !isOpenDirectly(steps, education)) continue;
      this.#decideLevel(person, level, steps);
      for (let line = 0; line < lines; line += 1) {
        this.#decideLine(person, level, line);
        const place = line * 2 + (level >= ASSOCIATE_SENIOR ? 1 : 0);
        this.answers.emit(PATHWAY_CODE.regular, line, series, level, LISTS.regular[place] ?? []);
        if (level < INTERMEDIATE) continue;
        this.answers.emit(
          PATHWAY_CODE.townshipTenure,
          line,
          series,
          level,
          LISTS.township[place] ?? [],
        );
        if (!hasExchange) continue;
        this.answers.emit(PATHWAY_CODE.exchange, line, series, level, LISTS.exchange[place] ?? []);
      }
    }
  }

  #decideLevel(person: PreparedPerson, level: number, steps: readonly BaselineRung[] | null): void {
    const { townshipYears, cutOff } = this.#rules;
    if (level >= INTERMEDIATE) {
      const years = townshipYears[level] as number;
      const day = reachAll(person.township, person.away, years);
      this.answers.setByDay(AT["township.years"], day, cutOff);
    }
    this.#decideLadder(person, steps);
    this.#decideAppraisals(person, this.#reportedYears);
    this.#decideQuota(level);
  }

  #decideQuota(level: number): void {
    const free = this.#rules.free[level] ?? null;
    if (free === null) this.answers.set(AT["quota.vacancy"], UNKNOWN);
    else this.answers.setIf(AT["quota.vacancy"], free >= 1);
  }

  #decideLadder(person: PreparedPerson, steps: readonly BaselineRung[] | null): void {
    this.#reportedYears = 0;
    if (steps === null) {
      this.answers.set(AT["ladder.education"], UNKNOWN);
      this.answers.set(AT["ladder.tenure"], UNKNOWN);
      return;
    }
    this.#gatherExcluded(person);
    let soonest = NEVER;
    let isOpen = false;
    let isMet = false;
    for (const rung of steps) {
      if (rung.education > this.#survey.education) continue;
      const day =
        rung.from < 0 ? this.#reachByWork(person, rung) : this.#reachOnTitle(person, rung);
      if ((rung.from < 0 && rung.years === 0) || day <= this.#rules.cutOff) isMet = true;
      if (!isOpen || day < soonest) {
        soonest = day;
        this.#reportedYears = rung.years;
      }
      isOpen = true;
    }
    this.answers.setIf(AT["ladder.education"], isOpen);
    if (isMet) this.answers.set(AT["ladder.tenure"], MET);
    else this.answers.setUntil(AT["ladder.tenure"], soonest);
  }

  /** Study, leave and the years appraised unqualified. */
  #gatherExcluded({ away, results, firstResult }: PreparedPerson): void {
    const excluded = this.#excluded;
    excluded.clear();
    for (let index = 0; index < away.from.length; index += 1)
      excluded.add(away.from[index] as Day, away.to[index] as Day);
    const { isRejected } = this.#rules;
    for (let index = 0; index < results.length; index += 1) {
      if (isRejected[results[index] as number] !== true) continue;
      const year = firstResult + index;
      excluded.add(firstDayOf(year), firstDayOf(year + 1));
    }
  }

  #reachByWork({ graduations, professional }: PreparedPerson, rung: BaselineRung): Day {
    let graduation = FOREVER;
    for (const { on, level } of graduations)
      if (level >= rung.education && on < graduation) graduation = on;
    if (rung.years === 0) return graduation;
    const { from } = professional;
    return reachDay(professional, from.length, this.#excluded, rung.years, graduation + 1);
  }

  #reachOnTitle({ titles, appointments }: PreparedPerson, rung: BaselineRung): Day {
    const { applyOn, countsAppointments } = this.#rules;
    const { series, isInGrassroots } = this.#survey;
    const gathered = this.#gathered;
    gathered.clear();
    let standing = 0;
    let earliest = FOREVER;
    for (let place = 0; place < titles.length; place += 1) {
      const title = titles[place] as (typeof titles)[number];
      if (title.series !== series || title.level !== rung.from || title.on > applyOn) continue;
      if (title.line === GRASSROOTS && !isInGrassroots) continue;
      standing |= 1 << place;
      if (title.on < earliest) earliest = title.on;
    }
    if (standing === 0) return NEVER;
    if (countsAppointments[series] !== true) gathered.add(earliest + 1, FOREVER);
    else
      for (const { from, to, title } of appointments)
        if ((standing & (1 << title)) !== 0) gathered.add(from, to);
    return reachDay(gathered, gathered.length, this.#excluded, rung.years, -FOREVER);
  }

  #decideAppraisals({ results, firstResult }: PreparedPerson, years: number): void {
    const { year, isAccepted, isRejected } = this.#rules;
    let isDoubtful = false;
    for (let back = 1; back <= years; back += 1) {
      const result = results[year - back - firstResult] ?? MISSING;
      if (isRejected[result] === true) {
        this.answers.setUntil(AT["appraisal.results"], firstDayOf(year - back + years + 1));
        return;
      }
      if (isAccepted[result] !== true) isDoubtful = true;
    }
    this.answers.set(AT["appraisal.results"], isDoubtful ? UNKNOWN : MET);
  }

  #decideLine({ titles, applications }: PreparedPerson, level: number, line: number): void {
    const { applyOn, year, lockoutYears } = this.#rules;
    const { series, isInGrassroots } = this.#survey;
    let isHeld = false;
    let latest = -FOREVER;
    for (const title of titles) {
      if (title.level !== level || title.on > applyOn) continue;
      if (title.line !== line) {
        if (title.on > latest) latest = title.on;
      } else if (title.series === series && (line === PROVINCIAL || isInGrassroots)) isHeld = true;
    }
    this.answers.setIf(AT["line.held"], !isHeld);
    if (latest === -FOREVER) this.answers.set(AT["line.lockout"], MET);
    else this.answers.setByDay(AT["line.lockout"], addYears(latest + 1, lockoutYears), applyOn);
    this.answers.set(AT["line.sameYear"], MET);
    for (const application of applications)
      if (application.year === year && application.line !== line)
        this.answers.setUntil(AT["line.sameYear"], firstDayOf(year + 1));
  }

  #decideDoctor(person: PreparedPerson, lines: number): void {
    this.#decideQuota(SENIOR);
    for (let line = 0; line < lines; line += 1) {
      this.#decideLine(person, SENIOR, line);
      this.answers.emit(PATHWAY_CODE.doctor, line, this.#survey.series, SENIOR, LISTS.doctor);
    }
  }

  #decideConversion(person: PreparedPerson): void {
    const { titles, appointments } = person;
    const { series, conversionLevel, isInGrassroots } = this.#survey;
    const { applyOn, conversionYears } = this.#rules;
    const gathered = this.#gathered;
    gathered.clear();
    let isConverted = false;
    let meant = 0;
    for (let place = 0; place < titles.length; place += 1) {
      const title = titles[place] as (typeof titles)[number];
      if (title.series !== series || title.level !== conversionLevel) continue;
      if (title.line === GRASSROOTS) meant |= 1 << place;
      else if (title.on <= applyOn) isConverted = true;
    }
    for (const { from, to, title } of appointments)
      if ((meant & (1 << title)) !== 0) gathered.add(from, to);
    this.answers.setIf(AT["conversion.held"], isInGrassroots && !isConverted);
    const { length } = gathered;
    const day = reachDay(gathered, length, person.away, conversionYears, -FOREVER);
    this.answers.setByDay(AT["conversion.years"], day, applyOn);
    this.#gatherWholeYears(gathered, length, conversionYears);
    this.#decideServed(person, AT["conversion.appraisals"]);
    const isTrained = this.#wholeYears.every((year) => this.#hasHours(person, year));
    this.answers.setIf(AT["conversion.training"], isTrained);
    this.answers.emit(
      PATHWAY_CODE.conversion,
      PROVINCIAL,
      series,
      conversionLevel,
      LISTS.conversion,
    );
  }

  #gatherWholeYears(spans: Spans, count: number, most: number): void {
    const years = this.#wholeYears;
    years.length = 0;
    if (count === 0) return;
    const first = yearOf(spans.from[0] as Day);
    for (let year = this.#rules.year - 1; year >= first && years.length < most; year -= 1)
      if (holdsYear(spans, count, year)) years.push(year);
  }

  #decideServed({ results, firstResult }: PreparedPerson, requirement: number): void {
    const { isAccepted, isRejectedInService } = this.#rules;
    let status = MET;
    for (const year of this.#wholeYears) {
      const result = results[year - firstResult] ?? MISSING;
      if (isRejectedInService[result] === true) status = UNMET;
      else if (isAccepted[result] !== true && status === MET) status = UNKNOWN;
    }
    this.answers.set(requirement, status);
  }

  #decideMobility(person: PreparedPerson): void {
    const { directHire, away } = person;
    const { directHireYears, applyOn } = this.#rules;
    this.answers.setByDay(
      AT["directHire.served"],
      reachAll(directHire, away, directHireYears),
      applyOn,
    );
    this.#gatherWholeYears(directHire, directHire.from.length, directHireYears);
    this.#decideServed(person, AT["directHire.appraisals"]);
    this.answers.emit(PATHWAY_CODE.directHireMobility, NONE, NONE, NONE, LISTS.mobility);
  }

  #decideExams({ exams }: PreparedPerson): void {
    const { isExamBased, examMargin } = this.#rules;
    for (let index = 0; index < exams.length; index += 1) {
      const { series, level } = exams[index] as (typeof exams)[number];
      if (isExamBased[series * LEVEL_COUNT + level] !== true) continue;
      let isFirst = true;
      let isWithin = false;
      for (let other = 0; other < exams.length; other += 1) {
        const exam = exams[other] as (typeof exams)[number];
        if (exam.series !== series || exam.level !== level) continue;
        if (other < index) isFirst = false;
        if (exam.shortfall > 0 && exam.shortfall <= examMargin) isWithin = true;
      }
      if (!isFirst) continue;
      this.answers.setIf(AT["exam.margin"], isWithin);
      this.answers.emit(PATHWAY_CODE.examMargin, NONE, series, level, LISTS.examMargin);
    }
  }
}

function reachAll(spans: Spans, away: Spans, years: number): Day {
  return reachDay(spans, spans.from.length, away, years, -FOREVER);
}

function isOpenDirectly(steps: readonly BaselineRung[] | null, education: number): boolean {
  if (steps === null) return false;
  for (const rung of steps) if (rung.from < 0 && rung.education <= education) return true;
  return false;
}
