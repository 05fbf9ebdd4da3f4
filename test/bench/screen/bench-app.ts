import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "../../e2e/support/browser.ts";
import { freePort } from "../../e2e/support/free-port.ts";
import {
  askForAddress,
  type HostGiven,
  type HostProcess,
  startHost,
} from "../../e2e/support/host-process.ts";
import { BENCH_SCREEN } from "./build-page.ts";

/** A host on a data folder of its own and the browser's profile that goes with it. */
export interface BenchApp {
  readonly origin: string;
  readonly profile: string;
  /** With a code for one use. */
  readonly newAddress: () => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Starts a host on nothing. */
export async function startBenchApp(): Promise<BenchApp> {
  const root = mkdtempSync(join(tmpdir(), "jiceng-bench-"));
  const given: HostGiven = {
    dataFolder: join(root, "data"),
    port: await freePort(),
    screen: BENCH_SCREEN,
  };
  const profile = join(root, "profile");
  mkdirSync(given.dataFolder);
  mkdirSync(profile);
  const host: HostProcess = await startHost(given);
  return {
    origin: `http://127.0.0.1:${given.port}`,
    profile,
    newAddress: () => askForAddress(given),
    remove: async () => {
      await host.stop();
      rmSync(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the page that measures, on the app's profile or, for databases that must be new, another. */
export async function onBenchPage<Result>(
  app: BenchApp,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  return onProfile(app.profile, async (context) => {
    const page = context.pages()[0] ?? (await context.newPage());
    const address = await app.newAddress();
    await page.goto(address.replace("/#", "/bench.html#"));
    await page.waitForFunction(() => "bench" in window);
    return work(page);
  });
}

/** A browser on a profile for as long as some work takes. */
export async function onProfile<Result>(
  profile: string,
  work: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await openBrowser(profile);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** The same on a host and a profile that nobody has used yet. */
export async function onFreshBenchPage<Result>(
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const app = await startBenchApp();
  try {
    return await onBenchPage(app, work);
  } finally {
    await app.remove();
  }
}
