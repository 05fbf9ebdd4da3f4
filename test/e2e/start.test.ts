import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, inject, it, vi } from "vitest";

/** `npm start` on a machine without Electron: the built program, started as npm starts it. */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "jiceng-start-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const port = String(inject("port"));
const ADDRESS = new RegExp(`http://127\\.0\\.0\\.1:${port}/#code=[\\w-]{43}`);

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Started {
  const child = spawn(process.execPath, ["out/build/start.js", "--port", port, ...args], {
    cwd: ROOT,
    env: {
      ...process.env,
      DISPLAY: "",
      WAYLAND_DISPLAY: "",
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ...env,
    },
  });
  let said = "";
  child.stdout.on("data", (text: Buffer) => (said += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const ended = once(child, "exit").then(([code]) => code as number | null);
  return { child, said: () => said, ended };
}

const data = (name: string) => ["--data", join(folder, name)];
const untilSaid = ({ said }: Started, pattern: RegExp) =>
  vi.waitFor(() => expect(said()).toMatch(pattern), { timeout: 20_000 });

describe("npm start without Electron and without a screen", () => {
  it("says in one line how to get Electron, prints the address, and ends cleanly with Ctrl-C", async () => {
    const started = start(data("one"));
    await untilSaid(started, ADDRESS);
    expect(started.said().match(/install-electron/g)).toHaveLength(1);
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it("brings a second start to the first and ends, with success", async () => {
    const first = start(data("two"));
    await untilSaid(first, ADDRESS);
    const second = start(data("two"));
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain("已在运行");
    expect(second.said()).toMatch(ADDRESS);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  it("says that the port is taken, and ends", async () => {
    const first = start(data("three"));
    await untilSaid(first, ADDRESS);
    const other = start(data("four"));
    expect(await other.ended).toBe(1);
    expect(other.said()).toContain(`端口 ${port} 已被其他程序占用`);
    first.child.kill("SIGINT");
    await first.ended;
  });

  it("leaves no host behind when it is killed itself", async () => {
    const started = start(data("five"));
    await untilSaid(started, ADDRESS);
    started.child.kill("SIGKILL");
    await started.ended;
    await vi.waitFor(() => expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow(), {
      timeout: 10_000,
    });
  });
});

describe("npm start with a screen", () => {
  it("opens the browser's own window on a profile of the program's", async () => {
    const browser = join(folder, "browser");
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/arguments\n`);
    chmodSync(browser, 0o755);
    const started = start(data("six"), { DISPLAY: ":99", JICENG_BROWSER: browser });
    await untilSaid(started, /按 Ctrl-C 结束/);
    await vi.waitFor(() => expect(existsSync(join(folder, "arguments"))).toBe(true));
    const args = readFileSync(join(folder, "arguments"), "utf8");
    expect(args).toMatch(new RegExp(`--app=${ADDRESS.source}`));
    expect(args).toContain(`--user-data-dir=${join(folder, "six", "browser")}`);
    started.child.kill("SIGINT");
    expect(await started.ended).toBe(0);
  });

  it.runIf(process.getuid?.() === 0)(
    "opens no browser as root, whose sandbox would be off, and prints the address",
    async () => {
      const started = start(data("seven"), { DISPLAY: ":99" });
      await untilSaid(started, ADDRESS);
      started.child.kill("SIGINT");
      expect(await started.ended).toBe(0);
    },
  );
});
