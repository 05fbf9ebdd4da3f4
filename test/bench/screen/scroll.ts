import type { Page } from "playwright-core";
import { median } from "../timing.ts";
import { onFreshBenchPage, onProfile } from "./bench-app.ts";
import { type FilledApp, openRoster } from "./start.ts";
import type { Line } from "./table.ts";

/** Frame times while a table scrolls, the same distance every frame. */

const FRAMES = 120;
const STEPS = [60, 2_000] as const;
const LIMITS = {
  60: "one or two rows are made a frame",
  2_000: "every row in sight is made anew each frame",
} as const satisfies Record<(typeof STEPS)[number], string>;
/** Nothing else goes on after so many quick frames in a row; it is not waited for longer than this. */
const CALM_FRAMES = 120;
const CALM_WITHIN = 120_000;

/** Runs in the page and stands on its own: waits until reading, deciding and backing up are done. */
async function untilCalm(given: { readonly frames: number; readonly within: number }) {
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const start = await nextFrame();
  let before = start;
  for (let calm = 0; calm < given.frames;) {
    const now = await nextFrame();
    calm = now - before < 30 ? calm + 1 : 0;
    before = now;
    if (now - start > given.within) return;
  }
}

/** Runs in the page and stands on its own: milliseconds between frames. */
async function scroll(given: {
  readonly step: number;
  readonly frames: number;
}): Promise<number[]> {
  const table = document.querySelector(".vtable");
  if (table === null) throw new Error("nothing scrolls here");
  table.scrollTop = 0;
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  for (let rest = 0; rest < 30; rest += 1) await nextFrame();
  const times: number[] = [];
  let before = await nextFrame();
  for (let frame = 0; frame < given.frames; frame += 1) {
    table.scrollTop += given.step;
    const now = await nextFrame();
    times.push(now - before);
    before = now;
  }
  return times;
}

interface Frames {
  readonly p50: number;
  readonly p95: number;
}

async function timeFrames(page: Page, step: number): Promise<Frames> {
  const times = (await page.evaluate(scroll, { step, frames: FRAMES })).toSorted((a, b) => a - b);
  const at = (part: number) => times[Math.floor(times.length * part)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

type Contender = readonly [name: string, show: (page: Page) => Promise<void>];

const CONTENDERS: readonly Contender[] = [
  ["nothing in it", (page) => page.evaluate(() => window.bench.showEmptyScroller(100_000))],
  ["10,000 rows", (page) => page.evaluate(() => window.bench.showRows(10_000))],
  ["100,000 rows", (page) => page.evaluate(() => window.bench.showRows(100_000))],
];

const REAL = "10,000 people, the app's roster";

export async function measureScrolling(many: FilledApp, rounds: number): Promise<readonly Line[]> {
  const frames = new Map<string, Frames[]>();
  const note = (name: string, step: number, time: Frames) => {
    const key = `${name}/${step}`;
    frames.set(key, [...(frames.get(key) ?? []), time]);
  };
  await onFreshBenchPage((page) =>
    onProfile(many.app.profile, async (context) => {
      const roster = await openRoster(context, many);
      await roster.evaluate(untilCalm, { frames: CALM_FRAMES, within: CALM_WITHIN });
      for (let round = 0; round < rounds; round += 1) {
        for (const step of STEPS) {
          for (const [name, show] of CONTENDERS) {
            await page.bringToFront();
            await show(page);
            await page.locator(".vtable").waitFor();
            note(name, step, await timeFrames(page, step));
          }
          note(REAL, step, await timeFrames(roster, step));
        }
      }
    }),
  );
  return STEPS.flatMap((step) => {
    const p95 = (name: string) =>
      median((frames.get(`${name}/${step}`) ?? []).map((one) => one.p95));
    const p50 = (name: string) =>
      median((frames.get(`${name}/${step}`) ?? []).map((one) => one.p50));
    const [[base] = [""]] = CONTENDERS;
    return [...CONTENDERS.map(([name]) => name), REAL].map((name) => ({
      name: `${step} px a frame, ${name}`,
      figure: `${p95(name).toFixed(1)} ms`,
      ratio: (p95(name) / p95(base)).toFixed(2),
      note: `p50 ${p50(name).toFixed(1)} ms; ${LIMITS[step]}`,
    }));
  });
}
