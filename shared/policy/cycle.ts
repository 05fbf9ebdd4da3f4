import { type Day, dayOf } from "../calendar/day.ts";

/** 申报年度: the dates by which a year's round is decided. */
export interface Cycle {
  readonly year: number;
  /** 申报日期: what someone *is* (employed, sanctioned, locked out) is taken on this day. */
  readonly applyOn: Day;
  /** 任职年限截止日: lengths are counted up to and including this day. */
  readonly cutOff: Day;
}

/** The cycle of a year: 1 September and 31 December unless other days are given. */
export function cycleOf(
  year: number,
  { applyOn = dayOf(year, 9, 1), cutOff = dayOf(year, 12, 31) }: Partial<Omit<Cycle, "year">> = {},
): Cycle {
  return { year, applyOn, cutOff };
}
