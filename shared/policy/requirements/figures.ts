import type { Day } from "../../calendar/day.ts";
import type { MergedPeriods } from "../../calendar/periods.ts";
import { lengthUpTo, showLength } from "../../calendar/service-length.ts";
import { formatDay } from "../../calendar/text.ts";
import { EDUCATION_LEVELS, type EducationLevel } from "../../records/education.ts";
import type { Rank } from "../ranks.ts";
import type { LengthFigure } from "../requirement.ts";

/** Figures that several explanations share. */

/** The education level of a rank; null for NONE. */
export function showEducation(rank: Rank): EducationLevel | null {
  return EDUCATION_LEVELS[rank] ?? null;
}

/** The length of some periods up to and including a day, with its first day. */
export function showServiceLength(periods: MergedPeriods, lastDay: Day): LengthFigure {
  const length = lengthUpTo(periods, lastDay);
  const { years, months, days } = showLength(length);
  return { from: length.from === null ? null : formatDay(length.from), years, months, days };
}
