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
  /** Shown while it is typed: 72 digits are not to be copied blindly, and were on this screen before. */
  readonly isShown?: boolean;
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

async function askOnTerminal(io: Io, question: SecretQuestion): Promise<string> {
  const { prompt, isNew = false, isShown = false } = question;
  const prompts = isNew ? [`${prompt}：`, `再输入一次${prompt}：`] : [`${prompt}：`];
  const [secret = "", ...again] = await ask(io, prompts, isShown);
  if (secret === "") throw refused(`没有输入${prompt}，没有改动`);
  if (again.some((one) => one !== secret)) {
    throw refused(`两次输入的${prompt}不一致，没有改动；请重新运行`);
  }
  return secret;
}

/**
 * Asks, and unless it may be shown without showing what is typed: readline edits the line, what it would
 * echo goes nowhere. It takes the terminal over before the first prompt is shown and until the last one is
 * answered, so that nothing typed in haste is echoed either. Ends at an empty answer.
 */
async function ask(
  io: Io,
  prompts: readonly string[],
  isShown: boolean,
): Promise<readonly string[]> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: io.stdin,
    output: isShown ? io.stderr : silent,
    terminal: true,
    historySize: 0,
  });
  const cancel = (): void => terminal.close();
  terminal.once("SIGINT", cancel);
  io.signal.addEventListener("abort", cancel);
  try {
    const lines = terminal[Symbol.asyncIterator]();
    const answers: string[] = [];
    for (const prompt of prompts) {
      terminal.setPrompt(prompt);
      terminal.prompt();
      if (!isShown) await write(io.stderr, prompt);
      const line = await lines.next();
      if (!isShown) await write(io.stderr, "\n");
      if (line.done === true) throw refused("已取消");
      answers.push(line.value);
      if (line.value === "") break;
    }
    return answers;
  } finally {
    io.signal.removeEventListener("abort", cancel);
    terminal.close();
  }
}
