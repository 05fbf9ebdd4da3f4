import { formatInstant, parseInstant } from "../../../shared/calendar/instant.ts";

/**
 * The bureau's time against ours (promise 13). It is learned at every contact and carried on by a clock that
 * nobody sets, so that tokens are made by the bureau's time even where ours is wrong or set meanwhile.
 */

/** Seconds that two clocks in order may differ, the way of the answer included. */
const TOLERATED_SECONDS = 120;

export interface ClockDifference {
  /** Seconds by which ours is ahead; negative: behind. */
  readonly aheadSeconds: number;
  /** The bureau's time now. */
  readonly bureauTime: string;
}

export interface BureauClock {
  /** Takes the bureau's time as an answer's header says it; what is no time is passed over. */
  readonly learn: (header: string | null | undefined) => void;
  /** The bureau's time where it is known, else ours; milliseconds since 1970. */
  readonly now: () => number;
  /** How far ours is off; null where it is not, or where nobody has told. */
  readonly difference: () => ClockDifference | null;
}

/** A clock that has not been told yet. `now` is our own, `ticks` counts milliseconds whatever it says. */
export function createBureauClock(now: () => number, ticks: () => number): BureauClock {
  let told: { readonly time: number; readonly at: number } | null = null;
  const current = () => (told === null ? now() : told.time + (ticks() - told.at));
  return {
    learn: (header) => {
      const time = parseInstant(header ?? "");
      if (time !== null) told = { time, at: ticks() };
    },
    now: current,
    difference: () => {
      if (told === null) return null;
      const aheadSeconds = Math.round((now() - current()) / 1_000);
      if (Math.abs(aheadSeconds) <= TOLERATED_SECONDS) return null;
      return { aheadSeconds, bureauTime: formatInstant(current()) };
    },
  };
}
