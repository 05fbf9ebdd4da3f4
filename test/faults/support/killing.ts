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
): Promise<void> {
  const called = app.page.waitForRequest(isCallOf(method));
  await Promise.all([called, begin()]);
  await sleep(Math.random() * LONGEST_STEP);
  await WAYS[way](app);
}

/** How long a call is waited for that may not come any more. */
const LATEST_CALL = 10_000;

/** The same where an earlier kill may have come too late, so that the work was done: gives whether it was cut. */
export async function killIfCalled(
  app: App,
  method: string,
  way: Way,
  begin: () => Promise<unknown>,
): Promise<boolean> {
  const called = app.page
    .waitForRequest(isCallOf(method), { timeout: LATEST_CALL })
    .then(() => true)
    .catch(() => false);
  await begin();
  if (!(await called)) return false;
  await sleep(Math.random() * LONGEST_STEP);
  await WAYS[way](app);
  return true;
}

function isCallOf(method: string) {
  return (request: { readonly url: () => string }) => request.url().endsWith(`/call/${method}`);
}
