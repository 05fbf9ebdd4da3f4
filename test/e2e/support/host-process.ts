import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** The loopback host as people start it: the compiled program in a process of its own. */

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const MAIN = fileURLToPath(new URL("../../../out/electron/loopback/main.js", import.meta.url));
const START_WITHIN = 60_000;

export interface HostProcess {
  /** With a code for one use. */
  readonly address: string;
  readonly pid: number;
  /** As Ctrl-C does; gives the exit code. */
  readonly stop: () => Promise<number | null>;
  /** As a power switch does. */
  readonly kill: () => Promise<void>;
}

export interface HostGiven {
  readonly dataFolder: string;
  readonly port: number;
  /** Below this much free space nothing is written. */
  readonly floorBytes?: number;
  /** Another screen than the built one. */
  readonly screen?: string;
  /** Milliseconds by which its clock is off. */
  readonly clockShift?: number;
}

/** Starts the host and waits until it listens. On a folder where one runs it gives that one's address. */
export async function startHost(given: HostGiven): Promise<HostProcess> {
  const { dataFolder, port, floorBytes, screen, clockShift = 0 } = given;
  const args = ["--data", dataFolder, "--port", String(port)];
  const floor = floorBytes === undefined ? [] : ["--floor-bytes", String(floorBytes)];
  const other = screen === undefined ? [] : ["--screen", screen];
  const child = spawn(process.execPath, [MAIN, ...args, ...floor, ...other], {
    cwd: ROOT,
    stdio: ["pipe", "pipe", "pipe"],
    // The other end of its input: when the tests die, however they die, so does the host.
    env: { ...process.env, ...clockOff(clockShift), JICENG_STARTED: "1", TZ: "Asia/Shanghai" },
  });
  let said = "";
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const address = await firstLine(child).catch(() => null);
  if (address === null || child.pid === undefined)
    throw new Error(`the host did not start: ${said}`);
  return {
    address,
    pid: child.pid,
    stop: () => end(child, "SIGINT"),
    kill: async () => {
      await end(child, "SIGKILL");
    },
  };
}

function clockOff(shift: number): Readonly<Record<string, string>> {
  if (shift === 0) return {};
  const preload = new URL("../../../out/test/support/shifted-clock.js", import.meta.url);
  return { NODE_OPTIONS: `--import=${preload.href}`, CLOCK_SHIFT: String(shift) };
}

/** Another start on a folder whose host runs: gives a new address, as for a second window. */
export async function askForAddress(given: HostGiven): Promise<string> {
  const again = await startHost(given);
  await again.stop();
  return again.address;
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("no output");
  const lines = createInterface({ input: child.stdout });
  const signal = AbortSignal.timeout(START_WITHIN);
  const [line] = (await Promise.race([
    once(lines, "line", { signal }),
    once(child, "exit", { signal }).then(() => []),
  ])) as [string?];
  if (line === undefined) throw new Error("ended");
  return line;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, "exit");
  child.kill(signal);
  const [code] = (await ended) as [number | null];
  return code;
}
