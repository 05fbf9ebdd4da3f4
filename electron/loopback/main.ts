import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { fileURLToPath } from "node:url";
import { usualDataFolder } from "../services/files/data-folder.ts";
import { describeFileFault, fileFaultOf } from "../services/files/faults.ts";
import { serveFolder } from "./loopback-host.ts";
import { readHostOptions } from "./options.ts";
import { runHost } from "./run-host.ts";

/**
 * The loopback host as a process of its own: `node out/electron/loopback/main.js`. Its standard output is
 * one line, the address to open; everything for people goes to standard error.
 */

const CODE_VALID_FOR = 10 * 60_000;
const root = new URL("../../../", import.meta.url);

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Opens the data folder in the file manager; false where there is none. */
function showFolder(path: string): Promise<boolean> {
  const opener = { linux: "xdg-open", darwin: "open", win32: "explorer" }[
    process.platform as string
  ];
  if (opener === undefined || (process.platform === "linux" && !hasScreen())) {
    return Promise.resolve(false);
  }
  return new Promise((settle) => {
    const child = execFile(opener, [path]);
    child.once("error", () => settle(false));
    child.once("spawn", () => settle(true));
  });
}

function hasScreen(): boolean {
  return (process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? "") !== "";
}

async function main(): Promise<number> {
  const read = readHostOptions(process.argv.slice(2), {
    dataFolder: usualDataFolder(process.platform, process.env, homedir()),
    screen: fileURLToPath(new URL("out/screen", root)),
  });
  if (!read.ok) {
    say(read.message);
    return 2;
  }
  const { options } = read;
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    version: string;
  };
  const start = await runHost({
    ...options,
    version,
    serveScreen: serveFolder(options.screen),
    codeValidFor: CODE_VALID_FOR,
    showFolder,
  });
  if (!start.ok) {
    if (start.code === "running" && start.address !== null) {
      say("这个数据文件夹的“基层职称”已在运行，转到已打开的那一个。");
      process.stdout.write(`${start.address}\n`);
      return 0;
    }
    say(
      start.code === "running"
        ? "这个数据文件夹的“基层职称”已在另一个窗口中运行，请切换到那个窗口。"
        : `端口 ${options.port} 已被其他程序占用。请关闭占用它的程序后重试；也可以用 --port 另选一个端口，浏览器里的数据会从日志重建。`,
    );
    return 1;
  }
  const { host } = start;
  process.stdout.write(`${host.address}\n`);
  await Promise.race([host.whenIdle, whenToldToStop()]);
  // A second Ctrl-C does not wait for what is under way.
  process.once("SIGINT", () => process.exit(130));
  await host.close();
  return 0;
}

function whenToldToStop(): Promise<void> {
  return new Promise((settle) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => settle());
    }
    // The start holds the other end: when it goes, however it goes, so do we.
    if (process.env["JICENG_STARTED"] === "1") {
      process.stdin.once("end", () => settle());
      process.stdin.once("error", () => settle());
      process.stdin.resume();
    }
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  const fault = fileFaultOf(error);
  if (fault === null) throw error;
  say(`打不开数据文件夹：${describeFileFault(fault)}`);
  process.exitCode = 1;
} finally {
  process.stdin.destroy();
}
