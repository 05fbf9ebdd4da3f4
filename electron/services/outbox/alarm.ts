/** A sleep that can be cut short. */
export interface Alarm {
  /** Sleeps until so many milliseconds have passed, the signal ends it, or somebody rings: then it gives true. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<boolean>;
  /** Wakes whoever sleeps; who does not sleep yet wakes at once when it begins to. */
  readonly ring: () => void;
}

/** `setTimeout` takes no longer times. */
const LONGEST_SLEEP = 2_147_483_647;

/** An alarm for one sleeper. */
export function createAlarm(): Alarm {
  let wake: (() => void) | null = null;
  let isRung = false;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    sleep: (milliseconds, signal) =>
      new Promise((settle) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", end);
          const wasRung = isRung;
          wake = null;
          isRung = false;
          settle(wasRung);
        };
        const timer = setTimeout(end, Math.min(Math.max(0, milliseconds), LONGEST_SLEEP));
        wake = end;
        signal.addEventListener("abort", end, { once: true });
        if (isRung || signal.aborted) end();
      }),
  };
}
