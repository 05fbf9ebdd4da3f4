import { type Day, monthsAndDaysBetween } from "../../shared/calendar/day.ts";
import { parseStart } from "../../shared/calendar/text.ts";
import type { Assessment } from "../../shared/policy/assessment.ts";
import type { PersonFacts } from "../../shared/policy/facts.ts";
import type { LengthFigure } from "../../shared/policy/requirement.ts";
import { showServiceLength } from "../../shared/policy/requirements/figures.ts";
import type { Person } from "../../shared/records/person.ts";
import { TITLE_LEVELS, type Title } from "../../shared/records/title.ts";

/** The highest title on file, the latest of equals; null where there is none. */
export function highestTitle({ titles }: Person): Title | null {
  return (
    titles.toSorted(
      (a, b) =>
        TITLE_LEVELS.indexOf(b.level) - TITLE_LEVELS.indexOf(a.level) ||
        (a.obtainedOn < b.obtainedOn ? 1 : -1),
    )[0] ?? null
  );
}

/** Whole years of age on a day; null before birth or for a birth date that cannot be read. */
export function ageOn(birthDate: string, day: Day): number | null {
  const birth = parseStart(birthDate);
  if (birth === null || birth > day) return null;
  return Math.floor(monthsAndDaysBetween(birth, day).months / 12);
}

/** Counted professional work in the township up to and including a day. */
export function townshipLength({ townshipWork }: PersonFacts, lastDay: Day): LengthFigure {
  return showServiceLength(townshipWork, lastDay);
}

export interface EligibilitySummary {
  readonly eligible: number;
  readonly undetermined: number;
  readonly ineligible: number;
  /** The earliest day on which a pathway that is shut today opens; null where none is in sight. */
  readonly nextOn: string | null;
}

/** How many pathways are open, cannot be told, and are shut. */
export function summarise(assessments: readonly Assessment[]): EligibilitySummary {
  const count = (decision: Assessment["decision"]) =>
    assessments.filter((one) => one.decision === decision).length;
  const days = assessments.flatMap(({ decision, eligibleOn }) =>
    decision === "ineligible" && eligibleOn !== null ? [eligibleOn] : [],
  );
  return {
    eligible: count("eligible"),
    undetermined: count("undetermined"),
    ineligible: count("ineligible"),
    nextOn: days.toSorted()[0] ?? null,
  };
}
