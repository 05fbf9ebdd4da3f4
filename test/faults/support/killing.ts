import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../../e2e/support/app.ts";

const WAYS = {
  browser: (app: App) => app.killBrowser(),
  host: (app: App) => app.killHost(),
  both: async (app: App) => {
    await app.killHost();
    await app.killBrowser();
  },
};
export type Way = keyof typeof WAYS;

/** Browser, host or both, chosen by chance. */
export function someWay(): Way {
  const ways = Object.keys(WAYS) as Way[];
  return ways[Math.floor(Math.random() * ways.length)] ?? "both";
}

/** At random within what a step of the work takes, so that it is met before, in and behind its middle. */
const LONGEST_STEP = 120;

/** Kills in the middle of work that the screen does: at some moment from a call of its to the host on. */
export async function killAt(
  app: App,
  method: string,
  way: Way,
  begin: () => Promise<unknown>,
  longest = LONGEST_STEP,
): Promise<void> {
  const called = app.page.waitForRequest((request) => request.url().endsWith(`/call/${method}`));
  await Promise.all([called, begin()]);
  await sleep(Math.random() * longest);
  await WAYS[way](app);
}
