import { createInterface } from "node:readline/promises";
import { type Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { readInput } from "./input.ts";
import { type Io, refused, write } from "./io.ts";

/**
 * Passphrases and recovery codes. Never an argument: those are seen by every program on the machine and
 * stay in the shell's history. From a file, else from the terminal without echo, else from stdin, a line each.
 */

/** What is asked for, and the file that holds it instead where one was named. */
export interface SecretQuestion {
  /** What stands before the cursor. */
  readonly prompt: string;
  readonly file: string | undefined;
  /** Asked for twice on a terminal, where a slip of the finger would lock somebody out. */
  readonly isNew?: boolean;
  /** How many lines a file or stdin may hold of it. */
  readonly lines?: number;
}

/** The secret, as it was given. */
export async function readSecret(io: Io, question: SecretQuestion): Promise<string> {
  const { file } = question;
  if (file !== undefined) return secretOfFile(file, question);
  return isTerminalInput(io.stdin) ? askOnTerminal(io, question) : nextSecretOfStdin(io, question);
}

async function secretOfFile(file: string, { lines = 1 }: SecretQuestion): Promise<string> {
  const content = linesOf((await readInput(file)).toString("utf8"));
  const secret = content.slice(0, lines).join("\n").trim();
  if (secret === "") throw refused(`${file}：文件是空的，应写有口令或恢复码`);
  return secret;
}

function linesOf(content: string): readonly string[] {
  return content.replace("\uFEFF", "").split(/\r?\n/);
}

const stdinLines = new WeakMap<Readable, Promise<string[]>>();

/** The next line of stdin; several questions of one command are answered line by line. */
async function nextSecretOfStdin(io: Io, { prompt, lines = 1 }: SecretQuestion): Promise<string> {
  let read = stdinLines.get(io.stdin);
  if (read === undefined) {
    read = text(io.stdin).then((content) => [...linesOf(content)]);
    stdinLines.set(io.stdin, read);
  }
  const secret = (await read).splice(0, lines).join("\n").trim();
  if (secret === "") {
    throw refused(`没有读到${prompt}；请在终端上运行并输入，或用文件、标准输入提供`);
  }
  return secret;
}

interface TerminalInput extends Readable {
  readonly isTTY: true;
}

function isTerminalInput(stream: Readable): stream is TerminalInput {
  return "isTTY" in stream && stream.isTTY === true;
}

async function askOnTerminal(io: Io, { prompt, isNew = false }: SecretQuestion): Promise<string> {
  const secret = await askHidden(io, `${prompt}：`);
  if (secret === "") throw refused(`没有输入${prompt}，没有改动`);
  if (isNew && (await askHidden(io, `再输入一次${prompt}：`)) !== secret) {
    throw refused(`两次输入的${prompt}不一致，没有改动；请重新运行`);
  }
  return secret;
}

/** Asks without showing what is typed: readline edits the line, what it would echo goes nowhere. */
async function askHidden(io: Io, prompt: string): Promise<string> {
  await write(io.stderr, prompt);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: io.stdin,
    output: silent,
    terminal: true,
    historySize: 0,
  });
  try {
    return await new Promise<string>((resolve, reject) => {
      const cancel = (): void => reject(refused("已取消"));
      terminal.once("SIGINT", cancel).once("close", cancel).once("line", resolve);
    });
  } finally {
    terminal.close();
    await write(io.stderr, "\n");
  }
}
