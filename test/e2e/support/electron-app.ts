import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { buildShell } from "../../../build/shell.ts";
import { findElectron } from "../../../build/electron-path.ts";
import type { App } from "./app.ts";
import { USUAL_VIEWPORT, type Viewport } from "./browser.ts";

/** The same app in Electron, where its program is on this machine; the end-to-end tests are the same. */

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** True where a run was asked to go over Electron. */
export function isOnElectron(): boolean {
  return process.env["JICENG_HOST"] === "electron";
}

/** Starts Electron on a data folder and waits for its window. */
export async function launchElectron(
  dataFolder: string,
  viewport: Viewport = USUAL_VIEWPORT,
): Promise<{ readonly electron: ElectronApplication; readonly page: Page }> {
  const { path, version } = findElectron(process.env);
  // Named always: without it the tool loads the package, which starts a download.
  if (path === null) throw new Error(`Electron ${version} is not on this machine`);
  await buildShell();
  const electron = await _electron.launch({
    executablePath: path,
    args: [ROOT, `--data=${dataFolder}`, "--lang=zh-CN"],
    cwd: ROOT,
    timezoneId: "Asia/Shanghai",
  });
  const page = await electron.firstWindow();
  await page.setViewportSize(viewport);
  return { electron, page };
}

/** The app over Electron; browser and host are one program there. */
export async function startElectronApp(
  root: string,
  dataFolder: string,
  viewport?: Viewport,
): Promise<App> {
  const profile = join(dataFolder, "electron");
  let running: ElectronApplication | null;
  let page: Page;
  ({ electron: running, page } = await launchElectron(dataFolder, viewport));
  const stop = async () => {
    await running?.close();
    running = null;
  };
  const kill = async () => {
    const child = running?.process();
    running = null;
    child?.kill("SIGKILL");
    await new Promise((settle) => {
      if (child === undefined || child.exitCode !== null) settle(null);
      else child.once("exit", settle);
    });
  };
  return {
    get page() {
      return page;
    },
    dataFolder,
    profile,
    port: 0,
    stop,
    killBrowser: kill,
    killHost: kill,
    restart: async () => {
      await stop();
      ({ electron: running, page } = await launchElectron(dataFolder, viewport));
      return page;
    },
    openWindow: () => Promise.reject(new Error("Electron opens one window")),
    wipeProfile: () => {
      rmSync(profile, { recursive: true, force: true });
      mkdirSync(profile);
    },
    remove: async () => {
      await stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
