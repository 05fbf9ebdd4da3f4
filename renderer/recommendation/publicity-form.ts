import { formatDay, parseStart, precisionOf } from "../../shared/calendar/text.ts";
import type { Day } from "../../shared/calendar/day.ts";
import {
  arrangementOf,
  type DayCorrection,
  isWorkingDay,
} from "../../shared/calendar/working-days.ts";
import { yearOf } from "../../shared/calendar/day.ts";
import { earliestEnd, hangingDays } from "../../shared/recommendation/publicity.ts";
import type { Publicity } from "../../shared/recommendation/round.ts";
import { cleanText } from "../../shared/workbook/text.ts";

/** 公示安排 while it is filled in. */
export interface PublicityForm {
  readonly from: string;
  readonly to: string;
  /** One place a line. */
  readonly places: string;
  readonly contact: string;
  readonly corrections: readonly DayCorrection[];
}

/** A new plan: it hangs from a day on for as long as is asked at least. */
export function blankPublicity(today: string, least: number): PublicityForm {
  const to = earliestEnd(today, least, []);
  return { from: today, to, places: "", contact: "", corrections: [] };
}

/** The form of a plan on file. */
export function formOfPublicity(publicity: Publicity): PublicityForm {
  const { from, to, places, contact, corrections } = publicity;
  return { from, to, places: places.join("\n"), contact, corrections };
}

/** Places as typed, one a line; blank lines are none. */
export function placesOf({ places }: PublicityForm): string[] {
  return places
    .split("\n")
    .map(cleanText)
    .filter((place) => place !== "");
}

export type PublicityFault = "from" | "to" | "reversed" | "short" | "places";

/** What is wrong with a form. */
export function checkPublicity(form: PublicityForm, least: number): readonly PublicityFault[] {
  const { from, to } = form;
  const isDay = (text: string) => precisionOf(text) === "day";
  const faults: PublicityFault[] = [];
  if (!isDay(from)) faults.push("from");
  if (!isDay(to)) faults.push("to");
  if (faults.length === 0 && to < from) faults.push("reversed");
  if (faults.length === 0 && hangingDays(toPeriod(form)) < least) faults.push("short");
  if (placesOf(form).length === 0) faults.push("places");
  return faults;
}

function toPeriod({ from, to, corrections }: PublicityForm) {
  return { from, to, corrections: [...corrections] };
}

/** How many working days the notice would hang; null while the dates are none. */
export function countHangingDays(form: PublicityForm): number | null {
  if (precisionOf(form.from) !== "day" || precisionOf(form.to) !== "day") return null;
  return hangingDays(toPeriod(form));
}

/** The plan that a form without faults says; objections and certificate stay as they are. */
export function publicityOfForm(form: PublicityForm, onFile: Publicity | null): Publicity {
  return {
    from: form.from,
    to: form.to,
    places: placesOf(form),
    contact: cleanText(form.contact),
    corrections: [...form.corrections],
    objections: onFile?.objections ?? [],
    certifiedBy: onFile?.certifiedBy ?? null,
    certifiedAt: onFile?.certifiedAt ?? null,
    candidacyIds: onFile?.candidacyIds ?? [],
  };
}

/** A day of the notice as the calendar shows it. */
export interface CalendarDay {
  readonly day: string;
  /** Monday is 0. */
  readonly weekday: number;
  readonly isWorking: boolean;
  /** Where the official arrangement names it: the holiday, and whether it is worked in its stead. */
  readonly holiday: string | null;
  readonly isMakeUp: boolean;
  readonly isCorrected: boolean;
  /** The day of hanging is not counted (民法典 第二百零一条). */
  readonly isCounted: boolean;
}

/** More would be a mistyped year. */
const MOST_DAYS = 92;

/** Every day on which the notice hangs. */
export function calendarDays({ from, to, corrections }: PublicityForm): readonly CalendarDay[] {
  const first = parseStart(from);
  const last = parseStart(to);
  if (first === null || last === null || last < first || last - first > MOST_DAYS) return [];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    calendarDay(first + index, index > 0, corrections),
  );
}

function calendarDay(
  day: Day,
  isAfterHanging: boolean,
  corrections: readonly DayCorrection[],
): CalendarDay {
  const written = formatDay(day);
  const arrangement = arrangementOf(yearOf(day));
  const makeUp = arrangement?.working.find((one) => one.day === written);
  const free = arrangement?.free.find((one) => one.day === written);
  const isWorking = isWorkingDay(day, corrections);
  return {
    day: written,
    weekday: (((day + 3) % 7) + 7) % 7,
    isWorking,
    holiday: makeUp?.holiday ?? free?.holiday ?? null,
    isMakeUp: makeUp !== undefined,
    isCorrected: corrections.some((one) => one.day === written),
    isCounted: isAfterHanging && isWorking,
  };
}

/** The form with a day turned the other way, or put back to what the calendar says. */
export function turnDay(
  form: PublicityForm,
  { day, isWorking, isCorrected }: CalendarDay,
): PublicityForm {
  const others = form.corrections.filter((one) => one.day !== day);
  return {
    ...form,
    corrections: isCorrected ? others : [...others, { day, isWorking: !isWorking }],
  };
}
