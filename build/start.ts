import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { usualDataFolder } from "../electron/services/files/data-folder.ts";
import { findElectron } from "./electron-path.ts";
import { findBrowser, hasScreen, windowArguments } from "./find-browser.ts";
import { buildScreen } from "./screen.ts";
import { buildShell } from "./shell.ts";

/**
 * `npm start`: Electron where its program is, else the loopback host and the installed browser. Downloads
 * nothing, asks nothing, ends with Ctrl-C.
 */

const IDLE_MINUTES = 3;
const HOST = "out/electron/loopback/main.js";

const { values: given } = parseArgs({
  options: {
    data: { type: "string" },
    port: { type: "string" },
    /** Only prints the address. */
    "no-browser": { type: "boolean", default: false },
    /** The loopback host even where Electron is there. */
    browser: { type: "boolean", default: false },
  },
});

const dataFolder = given.data ?? usualDataFolder(process.platform, process.env, homedir());
const hostArguments = [
  "--data",
  dataFolder,
  ...(given.port === undefined ? [] : ["--port", given.port]),
];

async function start(): Promise<number> {
  if (await buildScreen()) console.error("界面已重新生成。");
  const electron = findElectron(process.env);
  const wantsElectron = !given.browser && !given["no-browser"];
  if (wantsElectron && electron.path !== null && hasScreen(process.platform, process.env)) {
    await buildShell();
    return startElectron(electron.path);
  }
  if (electron.path === null) {
    console.error(
      `这台电脑上没有 Electron ${electron.version} 的程序文件，改用浏览器打开。需要时联网运行 npx install-electron 下载，或用环境变量 ELECTRON_OVERRIDE_DIST_PATH 指明已解压的文件夹。`,
    );
  }
  return startLoopback();
}

function startElectron(path: string): Promise<number> {
  const child = spawn(path, ["out/shell/main.cjs", `--data=${dataFolder}`], { stdio: "inherit" });
  process.on("SIGINT", () => {});
  return new Promise((settle) => {
    child.once("error", (error) => {
      console.error(`Electron 没有启动：${error.message}`);
      settle(1);
    });
    // Ended by Ctrl-C it has no code of its own.
    child.once("exit", (code) => settle(code ?? 0));
  });
}

function startLoopback(): Promise<number> {
  const opens = !given["no-browser"] && canOpen();
  const idle = opens ? ["--idle-minutes", String(IDLE_MINUTES)] : [];
  const child = spawn(process.execPath, [HOST, ...hostArguments, ...idle], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, JICENG_STARTED: "1" },
  });
  // Ctrl-C reaches the host itself, which ends what is under way; we wait for it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => child.kill("SIGTERM"));
  }
  createInterface({ input: child.stdout }).once("line", (address) => {
    if (opens) openBrowser(address);
    else
      console.error(`请在本机的浏览器中打开下面的地址（十分钟内有效，只能用一次）：\n${address}`);
    console.error("按 Ctrl-C 结束。");
  });
  return new Promise((settle) => {
    child.once("error", (error) => {
      console.error(`后台程序没有启动：${error.message}`);
      settle(1);
    });
    child.once("exit", (code, signal) => settle(code ?? (signal === null ? 1 : 0)));
  });
}

/** Chromium refuses to run as root with its sandbox, and without it nobody should; a browser that was named is opened. */
function canOpen(): boolean {
  if (!hasScreen(process.platform, process.env)) return false;
  if ((process.env["JICENG_BROWSER"] ?? "") !== "") return true;
  return process.platform !== "linux" || process.getuid?.() !== 0;
}

function openBrowser(address: string): void {
  const browser = findBrowser(process.platform, process.env);
  const [program, args] =
    browser === null
      ? systemOpener(address)
      : ([browser, windowArguments(address, join(dataFolder, "browser"))] as const);
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.once("error", () => {
    console.error(`浏览器没有打开，请在浏览器中打开：\n${address}`);
  });
  child.unref();
}

function systemOpener(address: string): readonly [string, readonly string[]] {
  if (process.platform === "darwin") return ["open", [address]];
  if (process.platform === "win32") return ["rundll32", ["url.dll,FileProtocolHandler", address]];
  return ["xdg-open", [address]];
}

process.exitCode = await start();
