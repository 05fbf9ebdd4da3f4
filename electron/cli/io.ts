import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** What a command may touch of the world it was started in; a test hands in its own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970: the one clock of the command line. */
  readonly now: () => number;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/** 0 done · 1 the input was refused · 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Ends a command with its exit code once what it wrote is on its way. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;
  /** One line each, for stderr. */
  readonly lines: readonly string[];

  constructor(exitCode: ExitCode, lines: readonly string[]) {
    super(lines.join("\n"));
    this.exitCode = exitCode;
    this.lines = lines;
  }
}

/** The input was refused: one line for each reason. */
export function refused(...lines: readonly string[]): CommandFailure {
  return new CommandFailure(1, lines);
}

/** The command was called wrongly. */
export function wrongUsage(...lines: readonly string[]): CommandFailure {
  return new CommandFailure(2, lines);
}

/** Writes text and waits where the reader is slow. */
export async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** Writes a line and waits where the reader is slow. */
export async function writeLine(stream: Writable, line: string): Promise<void> {
  await write(stream, `${line}\n`);
}

/** True where somebody watches: progress is shown to people, never into files. */
export function isTerminal(stream: Writable): boolean {
  return "isTTY" in stream && stream.isTTY === true;
}

/** Shows how far long work has come, on a terminal only; every call rewrites the same line. */
export function progressLine(io: Io, what: string): (done: number, total: number) => void {
  if (!isTerminal(io.stderr)) return () => {};
  let shown = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
    if (percent === shown) return;
    shown = percent;
    io.stderr.write(`\r${what} ${percent}%${percent === 100 ? "\n" : ""}`);
  };
}
