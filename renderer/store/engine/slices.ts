/** No piece of work holds the screen longer than this, in milliseconds. */
const SLICE = 8;

/** `scheduler.yield` where the browser has it (TypeScript's library does not know it yet). */
interface Scheduler {
  readonly yield?: () => Promise<void>;
}

/** Lets the screen draw and answer before the work goes on. */
export async function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield !== undefined) await scheduler.yield();
  else await new Promise<void>((resolve) => setTimeout(resolve, 0));
}

/** Gives a function to call between two steps of long work: it gives way whenever a slice is used up. */
export function makePacer(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await giveWay();
    since = performance.now();
  };
}

/** Steps taken one after the other with pauses for the screen; what they come to. */
export async function runPaced<Result>(steps: Generator<void, Result>): Promise<Result> {
  const pace = makePacer();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await pace();
  }
}

/** Steps taken without a pause. */
export function runAtOnce<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
