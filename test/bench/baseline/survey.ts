import { type Day, FOREVER, yearOf } from "../../../shared/calendar/day.ts";
import {
  ABOVE,
  COUNTY,
  DIRECT_HIRE,
  EXCHANGE,
  GRASSROOTS_SETTING,
  OTHER_SERIES,
  PROVINCIAL,
  SENIOR,
  TOWNSHIP,
} from "./codes.ts";
import type { PreparedPerson } from "./prepare.ts";
import type { BaselineRules } from "./rules.ts";

/** What is seen in one pass over somebody's postings, titles and educations; used again for the next. */
export class Survey {
  isInTownship = false;
  isInGrassroots = false;
  isManaging = false;
  hasExchange = false;
  hasDirectHire = false;
  cameByExchange = false;
  series = OTHER_SERIES;
  firstPosting: Day = FOREVER;
  /** The height of the highest standing title of the series; -1 without one. */
  highest = -1;
  isSeniorStanding = false;
  latestTitleYear = -1;
  conversionLevel = -1;
  hasHighProvincial = false;
  /** The height of the highest education; -1 without one. */
  education = -1;
  isDoctor = false;
  willBeDoctor = false;

  take(person: PreparedPerson, rules: BaselineRules): void {
    this.#takePostings(person, rules.applyOn);
    this.#takeTitles(person, rules);
    this.#takeEducation(person, rules.applyOn);
  }

  #takePostings({ postings }: PreparedPerson, applyOn: Day): void {
    let isAway = false;
    this.isManaging = false;
    this.hasExchange = false;
    this.hasDirectHire = false;
    this.firstPosting = FOREVER;
    for (const posting of postings) {
      if (posting.from < this.firstPosting) this.firstPosting = posting.from;
      if (posting.kind === EXCHANGE) this.hasExchange = true;
      else if (posting.kind === DIRECT_HIRE) this.hasDirectHire = true;
      if (posting.from > applyOn || posting.to <= applyOn) continue;
      if (posting.isAway) isAway = true;
      if (posting.isManaging) this.isManaging = true;
    }
    this.isInTownship = false;
    this.isInGrassroots = false;
    this.cameByExchange = false;
    this.series = -1;
    if (!isAway) this.#takeActive(postings, applyOn);
  }

  #takeActive(postings: PreparedPerson["postings"], applyOn: Day): void {
    let latest = -FOREVER;
    for (const posting of postings) {
      const { from, to, setting } = posting;
      if (from > applyOn || to <= applyOn || !posting.isProfessional) continue;
      if (from > latest) {
        latest = from;
        this.series = posting.series;
      }
      if (setting === TOWNSHIP) {
        this.isInTownship = true;
        this.isInGrassroots = true;
        if (posting.kind === EXCHANGE && !this.cameByExchange)
          this.cameByExchange = cameFromAbove(postings, from);
      } else if (setting === GRASSROOTS_SETTING) this.isInGrassroots = true;
    }
  }

  #takeTitles({ titles }: PreparedPerson, rules: BaselineRules): void {
    if (this.series < 0) this.series = latestSeries(titles, rules.applyOn);
    this.highest = -1;
    this.latestTitleYear = -1;
    this.conversionLevel = -1;
    this.hasHighProvincial = false;
    let latest = -FOREVER;
    for (const { on, series, level, line } of titles) {
      if (on > rules.applyOn) continue;
      const isProvincial = line === PROVINCIAL;
      if (isProvincial && level >= rules.directHireTitle) this.hasHighProvincial = true;
      if (series !== this.series) continue;
      if (on > latest) latest = on;
      if (!isProvincial && level > this.conversionLevel) this.conversionLevel = level;
      if ((isProvincial || this.isInGrassroots) && level > this.highest) this.highest = level;
    }
    if (latest > -FOREVER) this.latestTitleYear = yearOf(latest);
    this.isSeniorStanding = this.highest === SENIOR;
  }

  #takeEducation({ graduations }: PreparedPerson, applyOn: Day): void {
    this.education = -1;
    this.isDoctor = false;
    this.willBeDoctor = false;
    for (const { on, level, isDoctor } of graduations) {
      if (isDoctor) this.willBeDoctor = true;
      if (on > applyOn) continue;
      if (level > this.education) this.education = level;
      if (isDoctor) this.isDoctor = true;
    }
  }
}

function cameFromAbove(postings: PreparedPerson["postings"], exchangeFrom: Day): boolean {
  for (const { from, setting } of postings)
    if (from < exchangeFrom && (setting === COUNTY || setting === ABOVE)) return true;
  return false;
}

function latestSeries(titles: PreparedPerson["titles"], applyOn: Day): number {
  let latest = -FOREVER;
  let found = OTHER_SERIES;
  for (const { on, series } of titles) {
    if (on > applyOn || on <= latest) continue;
    latest = on;
    found = series;
  }
  return found;
}
