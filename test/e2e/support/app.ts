import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { killBrowserOn, openBrowser, type Viewport } from "./browser.ts";
import { isOnElectron, startElectronApp } from "./electron-app.ts";
import type { Prepared } from "./prepare.ts";
import { askForAddress, type HostProcess, startHost } from "./host-process.ts";

/** The built app as a clerk has it: the host in its process, the screen in a real browser. */

export interface App {
  /** The page in use; another one after `restart`. */
  readonly page: Page;
  readonly dataFolder: string;
  readonly profile: string;
  readonly port: number;
  /** Closes both as a clerk does; the folders stay until the test file is done. */
  readonly stop: () => Promise<void>;
  readonly killBrowser: () => Promise<void>;
  readonly killHost: () => Promise<void>;
  /** Starts again what is not running, and opens the page anew. */
  readonly restart: () => Promise<Page>;
  /** A second window on the same app. */
  readonly openWindow: () => Promise<Page>;
  /** Forgets everything the browser held, as a broken or cleared profile does; the app must be stopped. */
  readonly wipeProfile: () => void;
  /** Ends everything and removes the folders. */
  readonly remove: () => Promise<void>;
}

export interface AppGiven {
  /** `fresh`: as just installed. Else a copy of what the run prepared: the fictitious unit, keys, records. */
  readonly from?: "fresh" | "prepared";
  readonly dataFolder?: string;
  readonly profile?: string;
  /** Another port than the run's: a second app beside the first. */
  readonly port?: number;
  readonly viewport?: Viewport;
  readonly floorBytes?: number;
  /** Another screen than the built one. */
  readonly screen?: string;
}

/** Starts the app; what it was started with is a copy of the test's own. */
export async function startApp(given: AppGiven = {}): Promise<App> {
  const root = mkdtempSync(join(tmpdir(), "jiceng-e2e-"));
  const { dataFolder, profile } = placeFolders(root, given);
  if (isOnElectron()) return startElectronApp(root, dataFolder, given.viewport);
  const port = given.port ?? inject("port");
  const host = { dataFolder, port, ...pick(given) };
  let running: HostProcess | null = await startHost(host);
  let context: BrowserContext | null = await openBrowser(profile, given.viewport);
  let page = await openPage(context, running.address);

  const stopBrowser = async () => {
    await context?.close();
    context = null;
  };
  const stop = async () => {
    await stopBrowser();
    await running?.stop();
    running = null;
  };
  return {
    get page() {
      return page;
    },
    dataFolder,
    profile,
    port,
    stop,
    killBrowser: async () => {
      const killed = context;
      context = null;
      killBrowserOn(profile);
      await killed?.close().catch(() => {});
    },
    killHost: async () => {
      await running?.kill();
      running = null;
    },
    restart: async () => {
      const isUp = running !== null;
      running ??= await startHost(host);
      const address = isUp ? await askForAddress(host) : running.address;
      const isOpen = context !== null;
      context ??= await openBrowser(profile, given.viewport);
      if (isOpen) await page.close();
      page = await openPage(context, address);
      return page;
    },
    openWindow: async () => {
      if (context === null) throw new Error("the browser is not open");
      return openPage(context, await askForAddress(host));
    },
    wipeProfile: () => {
      if (context !== null) throw new Error("the browser is open");
      rmSync(profile, { recursive: true, force: true });
      mkdirSync(profile);
    },
    remove: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function pick({ floorBytes, screen }: AppGiven) {
  return {
    ...(floorBytes !== undefined && { floorBytes }),
    ...(screen !== undefined && { screen }),
  };
}

function placeFolders(root: string, given: AppGiven) {
  const dataFolder = given.dataFolder ?? join(root, "data");
  const profile = given.profile ?? join(root, "profile");
  if (given.dataFolder === undefined && given.from !== "fresh") {
    const prepared = inject("prepared");
    cpSync(prepared.dataFolder, dataFolder, { recursive: true });
    cpSync(prepared.profile, profile, { recursive: true });
  }
  mkdirSync(dataFolder, { recursive: true });
  mkdirSync(profile, { recursive: true });
  return { dataFolder, profile };
}

/** A page of its own: the one that the browser opens with is for nobody. */
async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const blank = context.pages().find((one) => one.url() === "about:blank");
  const page = blank ?? (await context.newPage());
  await page.goto(address);
  return page;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** One port a run: the browser's database belongs to the address. */
    readonly port: number;
    readonly prepared: Prepared;
  }
}
