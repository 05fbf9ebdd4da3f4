import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { runCli } from "../../electron/cli/run.ts";

/** The command line, run in this process with streams of its own. */

export interface CliResult {
  readonly code: number;
  readonly out: string;
  /** One line each; empty where nothing was said. */
  readonly errors: readonly string[];
}

export interface CliSettings {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly now?: () => number;
  readonly signal?: AbortSignal;
}

/** Runs `jiceng` with some arguments and gives all that it wrote. */
export async function jiceng(
  args: readonly string[],
  { env = {}, input = "", now = () => 0, signal = new AbortController().signal }: CliSettings = {},
): Promise<CliResult> {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  stdin.end(input);
  const written = [text(stdout), text(stderr)] as const;
  const code = await runCli(args, { stdin, stdout, stderr, env, now, signal });
  stdout.end();
  stderr.end();
  const [out, err] = await Promise.all(written);
  return { code, out, errors: err === "" ? [] : err.trimEnd().split("\n") };
}
