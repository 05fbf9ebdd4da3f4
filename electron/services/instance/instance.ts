import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { createConnection, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeFolder } from "../files/durable.ts";
import { takeTurn } from "../files/turn.ts";

/**
 * One program at a time on a data folder (promise 7). The one that runs listens on a socket that the
 * system closes with it, so that a crash or a power cut never leaves the folder taken; a second start
 * talks to the first through it and has it come to the front.
 */

const PATIENCE = 5_000;
const ANSWER_WITHIN = 5_000;
const LONGEST_QUESTION = 100;
/** Sockets in the file system have names of 107 bytes at most, 103 on macOS. */
const LONGEST_SOCKET = 100;
const QUESTION = "again\n";

export type Claim =
  | { readonly ok: true; readonly release: () => Promise<void> }
  /** Another one runs; what it answered. Empty: it gave no answer in time. */
  | { readonly ok: false; readonly answer: string };

/** Claims a data folder. `onAgain` is asked when somebody starts once more; its answer goes to the second start. */
export async function claimInstance(
  dataFolder: string,
  onAgain: () => string | Promise<string>,
): Promise<Claim> {
  const address = await socketOf(dataFolder);
  const turn = await takeTurn(dataFolder, { patience: PATIENCE });
  try {
    const answer = await askRunning(address);
    if (answer !== null) return { ok: false, answer };
    if (process.platform !== "win32") await rm(address, { force: true });
    const server = await listen(address, onAgain);
    return { ok: true, release: () => close(server) };
  } finally {
    if (turn.ok) await turn.end();
  }
}

async function socketOf(dataFolder: string): Promise<string> {
  const folder = resolve(dataFolder);
  await makeFolder(folder);
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 24);
  if (process.platform === "win32") return `\\\\.\\pipe\\jiceng-${digest}`;
  const beside = join(folder, ".host.sock");
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET) return beside;
  const own = join(tmpdir(), `jiceng-${process.getuid?.() ?? 0}`);
  await makeFolder(own);
  return join(own, `${digest}.sock`);
}

/** What the running one answers; null where none runs. */
function askRunning(address: string): Promise<string | null> {
  return new Promise((settle) => {
    const socket = createConnection(address);
    let answer = "";
    socket.setEncoding("utf8");
    socket.setTimeout(ANSWER_WITHIN, () => {
      settle(answer);
      socket.destroy();
    });
    socket.once("connect", () => socket.write(QUESTION));
    socket.on("data", (text: string) => (answer += text));
    socket.once("close", () => settle(answer.trim()));
    socket.once("error", () => settle(null));
  });
}

function listen(address: string, onAgain: () => string | Promise<string>): Promise<Server> {
  const server = createServer((socket) => answerQuestion(socket, onAgain));
  return new Promise((settle, refuse) => {
    server.once("error", refuse);
    server.listen(address, () => settle(server));
  });
}

function answerQuestion(socket: Socket, onAgain: () => string | Promise<string>): void {
  let question = "";
  socket.setEncoding("utf8");
  socket.setTimeout(ANSWER_WITHIN, () => socket.destroy());
  socket.on("error", () => socket.destroy());
  socket.on("data", (text: string) => {
    question += text;
    if (question.length > LONGEST_QUESTION) socket.destroy();
    if (question !== QUESTION) return;
    void Promise.resolve(onAgain()).then(
      (answer) => socket.end(`${answer}\n`),
      () => socket.destroy(),
    );
  });
}

function close(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.close(() => settle());
  });
}
