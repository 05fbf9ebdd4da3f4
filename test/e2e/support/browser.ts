import { readdirSync, readFileSync } from "node:fs";
import { type BrowserContext, chromium } from "playwright-core";
import { findBrowser } from "../../../build/find-browser.ts";

/** Debian's Chromium, or another that `JICENG_BROWSER` names, with a profile of its own. */

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export const USUAL_VIEWPORT: Viewport = { width: 1280, height: 800 };

const ARGUMENTS = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--lang=zh-CN",
];

/** The browser's program; throws with what to install where there is none. */
export function browserPath(): string {
  const path = findBrowser(process.platform, process.env);
  if (path === null) {
    throw new Error(
      "No browser for the tests: apt install chromium fonts-noto-cjk, or name one in JICENG_BROWSER",
    );
  }
  return path;
}

/** Opens a browser on a profile folder. */
export async function openBrowser(
  profile: string,
  viewport: Viewport = USUAL_VIEWPORT,
  more: readonly string[] = [],
): Promise<BrowserContext> {
  // Root is the tests' user in containers only, and Chromium's sandbox does not start there.
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  return chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    headless: true,
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
    chromiumSandbox: !isRoot,
    args: [...ARGUMENTS, ...more],
  });
}

/** Kills every process of the browser on a profile at once, as a crash or a power switch does. */
export function killBrowserOn(profile: string): void {
  const wanted = `--user-data-dir=${profile}`;
  for (const name of readdirSync("/proc").filter((one) => /^\d+$/.test(one))) {
    if (!commandLine(name).includes(wanted)) continue;
    try {
      process.kill(Number(name), "SIGKILL");
    } catch {
      // It went with its parent.
    }
  }
}

function commandLine(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
