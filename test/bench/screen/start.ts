import type { BrowserContext, Page } from "playwright-core";
import { PASSPHRASE, press, secrets, seeTitle } from "../../e2e/support/clerk.ts";
import { median } from "../timing.ts";
import { type BenchApp, onBenchPage, onProfile, startBenchApp } from "./bench-app.ts";
import { type Line, ratioOf } from "./table.ts";
import { type Painted, watchPainting } from "./watch-painting.ts";

/** The start of the app, each time in a new browser process on a profile that has seen it before. */

/** An app with a unit of so many people. */
export interface FilledApp {
  readonly app: BenchApp;
  readonly people: number;
}

/** Milliseconds of one start. */
interface Start {
  /** An empty page of the same host, from its navigation until it is painted. */
  readonly empty: number;
  /** From the navigation until the page that asks for the passphrase is painted. */
  readonly lock: number;
  /** From 解锁 until the host has made the key of the passphrase. */
  readonly key: number;
  /** From then until the first rows of the roster are painted, */
  readonly rows: number;
  /** and until all records are read. */
  readonly ready: number;
}

/** Starts a host and commits the people through the store. */
export async function fillApp(people: number): Promise<FilledApp> {
  const app = await startBenchApp();
  await onBenchPage(app, async (page) =>
    page.evaluate(async (given) => window.bench.fill(given.passphrase, given.people), {
      passphrase: PASSPHRASE,
      people,
    }),
  );
  return { app, people };
}

/** The roster of an app that is unlocked and at rest. */
export async function openRoster(context: BrowserContext, filled: FilledApp): Promise<Page> {
  return openAt(context, filled, "#/people", "ready");
}

async function openAt(
  context: BrowserContext,
  { app }: FilledApp,
  place: string,
  last: keyof Painted,
): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(watchPainting);
  await page.goto(await app.newAddress());
  await seeTitle(page, "已锁定");
  await page.evaluate((given) => {
    history.replaceState(null, "", given);
    dispatchEvent(new PopStateEvent("popstate"));
  }, place);
  await secrets(page).fill(PASSPHRASE);
  await press(page, "解锁");
  await page.waitForFunction((given) => window.painted[given] !== undefined, last, {
    timeout: PATIENCE,
  });
  return page;
}

async function timeStart(filled: FilledApp): Promise<Start> {
  return onProfile(filled.app.profile, async (context) => {
    // The first page of a new browser pays for the browser's own start.
    await timeEmptyPage(context, filled.app);
    const empty = await timeEmptyPage(context, filled.app);
    const page = await openRoster(context, filled);
    const painted = await page.evaluate(() => window.painted);
    const key = await timeKey(page);
    const opened = key.from + key.took;
    return {
      empty,
      lock: timeOf(painted, "lock"),
      key: key.took,
      rows: timeOf(painted, "rows") - opened,
      ready: timeOf(painted, "ready") - opened,
    };
  });
}

async function timeKey(page: Page): Promise<{ readonly from: number; readonly took: number }> {
  const key = await page.evaluate(() => {
    const [call] = performance.getEntriesByName(`${location.origin}/call/keys.unlock`);
    return call === undefined ? null : { from: call.startTime, took: call.duration };
  });
  if (key === null) throw new Error("nothing was unlocked");
  return key;
}

/** Milliseconds from the key until the matrix of pathways is painted. */
interface MatrixStart {
  /** With the first answers in it, */
  readonly answers: number;
  /** and with all. */
  readonly decided: number;
}

/** A start on the matrix: with what the last start stored, or with that taken away. */
async function timeMatrix(filled: FilledApp, isStored: boolean): Promise<MatrixStart> {
  return onProfile(filled.app.profile, async (context) => {
    if (!isStored) await forgetAnswers(context, filled.app);
    const page = await openAt(context, filled, "#/eligibility", "decided");
    const painted = await page.evaluate(() => window.painted);
    const key = await timeKey(page);
    const opened = key.from + key.took;
    await seeAnswersStored(page);
    return {
      answers: timeOf(painted, "answers") - opened,
      decided: timeOf(painted, "decided") - opened,
    };
  });
}

/** On a busy machine. */
const PATIENCE = 180_000;
const BETWEEN = 500;

/** The next start finds them: they are stored when nothing has changed for a while. */
async function seeAnswersStored(page: Page): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += BETWEEN) {
    if (await page.evaluate(areAnswersStored)) return;
    await page.waitForTimeout(BETWEEN);
  }
  throw new Error("the answers were not stored");
}

/** Runs in the page. */
function areAnswersStored(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("jiceng-1");
    request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
    request.addEventListener("success", () => {
      const { result } = request;
      const found = result.transaction("assessments").objectStore("assessments").getKey("manifest");
      found.addEventListener("success", () => {
        result.close();
        resolve(found.result !== undefined);
      });
    });
  });
}

async function forgetAnswers(context: BrowserContext, { origin }: BenchApp): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/empty.html`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("jiceng-1");
        request.addEventListener("error", () => reject(request.error ?? new Error("not opened")));
        request.addEventListener("success", () => {
          const { result } = request;
          const change = result.transaction("assessments", "readwrite");
          change.objectStore("assessments").clear();
          change.addEventListener("complete", () => {
            result.close();
            resolve();
          });
        });
      }),
  );
  await page.close();
}

/** Both kinds of start in turn, round by round. */
export async function measureMatrix(filled: FilledApp, rounds: number): Promise<readonly Line[]> {
  const stored: MatrixStart[] = [];
  const anew: MatrixStart[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const [isStored, done] of [
      [false, anew],
      [true, stored],
    ] as const) {
      const start = await timeMatrix(filled, isStored);
      console.log(`  matrix, ${isStored ? "stored" : "anew"}: ${JSON.stringify(start, rounded)}`);
      if (round >= 0) done.push(start);
    }
  }
  const compare = (name: string, what: (start: MatrixStart) => number, note: string): Line => {
    const [a, b] = [median(anew.map(what)), median(stored.map(what))];
    return { name, figure: `${a.toFixed(0)} / ${b.toFixed(0)} ms`, ratio: ratioOf(b, a), note };
  };
  return [
    compare("key to first answers", ({ answers }) => answers, "after the records / before them"),
    compare("key to all answers", ({ decided }) => decided, "deciding everybody / nobody"),
  ];
}

async function timeEmptyPage(context: BrowserContext, { origin }: BenchApp): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(watchPainting);
  await page.goto(`${origin}/empty.html`);
  await page.waitForFunction(() => window.painted.body !== undefined);
  const painted = await page.evaluate(() => window.painted);
  await page.close();
  return timeOf(painted, "body");
}

function timeOf(painted: Painted, name: keyof Painted): number {
  const time = painted[name];
  if (time === undefined) throw new Error(`never painted: ${name}`);
  return time;
}

export async function measureStarts(
  few: FilledApp,
  many: FilledApp,
  rounds: number,
): Promise<{ readonly bySize: readonly Line[]; readonly byPage: readonly Line[] }> {
  const starts = new Map<FilledApp, Start[]>([
    [few, []],
    [many, []],
  ]);
  for (let round = -1; round < rounds; round += 1) {
    for (const [filled, done] of starts) {
      const start = await timeStart(filled);
      console.log(`  start with ${filled.people}: ${JSON.stringify(start, rounded)}`);
      // The first fills the browser's caches of the program.
      if (round >= 0) done.push(start);
    }
  }
  const of = (filled: FilledApp, what: (start: Start) => number) =>
    median((starts.get(filled) ?? []).map(what));
  const compare = (name: string, what: (start: Start) => number, note: string): Line => {
    const [a, b] = [of(few, what), of(many, what)];
    const figure = `${a.toFixed(0)} / ${b.toFixed(0)} ms`;
    return { name, figure, ratio: ratioOf(b, a), note };
  };
  const empty = median([...starts.values()].flat().map((start) => start.empty));
  const against = (name: string, time: number, note: string): Line => ({
    name,
    figure: `${time.toFixed(0)} ms`,
    ratio: ratioOf(time, empty),
    note,
  });
  const whole = ({ lock, key, rows }: Start) => lock + key + rows;
  const anyLock = median([...starts.values()].flat().map(({ lock }) => lock));
  return {
    bySize: [
      compare("navigation to the lock", ({ lock }) => lock, "the same work for both"),
      compare("key of the passphrase", ({ key }) => key, "made slow on purpose, in Node"),
      compare("key to first rows", ({ rows }) => rows, "the sealed snapshot: opening, JSON, sort"),
      compare("all three: start to first rows", whole, "typing left out"),
      compare("key to all records read", ({ ready }) => ready, "opening and parsing every box"),
    ],
    byPage: [
      against("empty page", empty, "same host, same browser process"),
      against("app to the lock", anyLock, "evaluating the program, pairing with the host"),
      against(
        "unlocking to first rows, 100 people",
        of(few, ({ key, rows }) => key + rows),
        "the key above all",
      ),
      against(
        "unlocking to first rows, 10,000 people",
        of(many, ({ key, rows }) => key + rows),
        "the key, then the snapshot",
      ),
    ],
  };
}

function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Math.round(value) : value;
}
