import { homedir } from "node:os";
import { join } from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  session,
  shell,
} from "electron";
import type { DesktopServices } from "../services/desktop/desktop-services.ts";
import { openDesktop } from "../services/desktop/open-desktop.ts";
import { usualDataFolder } from "../services/files/data-folder.ts";
import { claimInstance } from "../services/instance/instance.ts";
import { answerCalls, tellEvents } from "./calls.ts";
import { guardContents, guardSession } from "./guards.ts";
import { menuTemplate } from "./menu.ts";
import { START_PAGE } from "./origin.ts";
import { osSealerOf } from "./os-store.ts";
import { chooseTarget, saveFile, savePdf } from "./save-file.ts";
import { registerScheme, serveScreen } from "./screen-protocol.ts";
import { keepWindowPlace, readWindowPlace } from "./window-place.ts";
import { windowOptions } from "./window-options.ts";

/** The Electron host: one window, one page, one bridge. */

const dataFolder = dataFolderOf(process.argv);
let window: BrowserWindow | null = null;
const windowOf = () => window;

app.enableSandbox();
registerScheme(protocol);
guardContents(app);
// The browser's own files beside the records, never among them.
app.setPath("userData", join(dataFolder, "electron"));

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", comeToFront);
  app.on("window-all-closed", () => app.quit());
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox("基层职称没有启动", error instanceof Error ? error.message : "");
      app.exit(1);
    });
} else {
  app.quit();
}

function dataFolderOf(args: readonly string[]): string {
  const given = args.find((one) => one.startsWith("--data="))?.slice("--data=".length);
  return given ?? usualDataFolder(process.platform, process.env, homedir());
}

async function start(): Promise<void> {
  const claim = await claimInstance(dataFolder, () => {
    comeToFront();
    return "electron";
  });
  if (!claim.ok) {
    // Another Electron on this folder has come to the front; a browser's window we cannot bring there.
    if (claim.answer !== "electron") {
      dialog.showErrorBox(
        "基层职称已在运行",
        "这个数据文件夹已在浏览器中打开，请切换到浏览器中的“基层职称”。",
      );
    }
    app.quit();
    return;
  }
  const services = await openServices();
  const endEvents = tellEvents(services, windowOf);
  closeBeforeQuit(async () => {
    endEvents();
    await services.close();
    await claim.release();
  });
  answerCalls(ipcMain, services, windowOf);
  guardSession(session.defaultSession);
  serveScreen(protocol, join(app.getAppPath(), "out", "screen"));
  const showDataFolder = () => void showFolder(dataFolder);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ showDataFolder }, app.isPackaged)));
  await openWindow();
}

async function openServices(): Promise<DesktopServices> {
  return openDesktop({
    dataFolder,
    osSealer: await osSealerOf(safeStorage, process.platform),
    host: "electron",
    version: app.getVersion(),
    saveFile: (name, bytes) => saveFile({ app, dialog, window }, name, bytes),
    savePdf: (name) => savePdf({ app, dialog, window }, name),
    chooseTarget: (name) => chooseTarget({ app, dialog, window }, name),
    showFolder,
  });
}

async function showFolder(path: string): Promise<boolean> {
  return (await shell.openPath(path)) === "";
}

async function openWindow(): Promise<void> {
  const place = readWindowPlace(dataFolder);
  const opened = new BrowserWindow(windowOptions(join(__dirname, "preload.cjs"), place));
  window = opened;
  if (place.isMaximized) opened.maximize();
  opened.once("ready-to-show", () => opened.show());
  opened.on("close", () => void keepWindowPlace(dataFolder, opened));
  opened.on("closed", () => {
    window = null;
  });
  await opened.loadURL(START_PAGE);
}

function comeToFront(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** Writing that is under way is waited for, however the program is told to end. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let state: "open" | "closing" | "closed" = "open";
  app.on("before-quit", (event) => {
    if (state === "closed") return;
    event.preventDefault();
    if (state === "closing") return;
    state = "closing";
    void close().finally(() => {
      state = "closed";
      app.quit();
    });
  });
}
