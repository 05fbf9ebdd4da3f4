import { parseStart } from "../../shared/calendar/text.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { packInEffect } from "../../shared/policy/pack-shelf.ts";
import type { Records, Settings } from "../store/types.ts";
import { checkCycle, type CycleFault, moveCycle } from "../widgets/cycle-form.ts";
import { nextYear } from "../widgets/rounds.ts";

/** What the form for opening a year holds. */
export interface OpeningForm {
  /** As typed. */
  readonly year: string;
  readonly applyOn: string;
  readonly cutOff: string;
}

export type OpeningFault = CycleFault | "taken";

/** The form as it begins: the next year, with the days of the one before moved on. */
export function blankOpening(records: Pick<Records, "rounds" | "settings">): OpeningForm {
  const { year, applyOn, cutOff } = moveCycle(records.settings.cycle, nextYear(records));
  return { year: String(year), applyOn, cutOff };
}

/** The form with another year; the days go with it once it is one. */
export function typeYear(form: OpeningForm, text: string): OpeningForm {
  const year = text.normalize("NFKC").trim();
  if (!/^\d{4}$/.test(year) || !/^\d{4}$/.test(form.year)) return { ...form, year };
  return { ...moveCycle(cycleOfForm(form), Number(year)), year };
}

/** The days that a form says. */
export function cycleOfForm({ year, applyOn, cutOff }: OpeningForm): Settings["cycle"] {
  return { year: Number(year), applyOn, cutOff };
}

/** What is wrong with a form; `own` is the year that is being changed, which may stay. */
export function checkOpening(
  form: OpeningForm,
  { rounds }: Pick<Records, "rounds">,
  packs: readonly Pack[],
  own: number | null = null,
): readonly OpeningFault[] {
  if (!/^\d{4}$/.test(form.year)) return ["year"];
  const year = Number(form.year);
  const isTaken = year !== own && [...rounds.values()].some((round) => round.year === year);
  return [...(isTaken ? (["taken"] as const) : []), ...checkCycle(cycleOfForm(form), packs)];
}

/** The pack in force on the form's day of application; null for none. */
export function packOfForm({ applyOn }: OpeningForm, packs: readonly Pack[]): Pack | null {
  const day = parseStart(applyOn);
  return day === null ? null : packInEffect(packs, day);
}
