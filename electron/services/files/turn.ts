import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeFolder, PRIVATE_FILE } from "./durable.ts";
import { isMissing } from "./faults.ts";

/**
 * One at a time on a data folder: who changes it reads, decides and writes, and two at once would each
 * write without what the other wrote. Node has no file locks, so each writer lays a ticket into the folder
 * and looks who else is there: of two, the later one at least sees the other and steps back. A ticket has a
 * name of its own, so that taking away one whose process has died never takes away another's.
 */

const TICKET = /^\.turn-(\d+)-[0-9a-f-]{36}$/;
const SHORTEST_PAUSE = 20;
const LONGEST_PAUSE = 200;
/** Milliseconds that the clock may have been set by since the machine started. */
const CLOCK_MARGIN = 60_000;

export interface TurnWish {
  /** Milliseconds to wait for others. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
}

export type Turn =
  | { readonly ok: true; readonly end: () => Promise<void> }
  /** `ticket` is the file of the one whose turn it is. */
  | { readonly ok: false; readonly code: "folder-in-use"; readonly ticket: string };

/** Waits for the turn on a data folder; whoever gets it must end it. What the disk says throws. */
export async function takeTurn(dataFolder: string, { patience, signal }: TurnWish): Promise<Turn> {
  await makeFolder(dataFolder);
  for (let waited = 0; ;) {
    signal?.throwIfAborted();
    const turn = await tryTurn(dataFolder);
    if (turn.ok || waited >= patience) return turn;
    // At random, so that two who step back from each other do not meet again.
    const pause = SHORTEST_PAUSE + Math.random() * (LONGEST_PAUSE - SHORTEST_PAUSE);
    await sleep(pause, undefined, { signal });
    waited += pause;
  }
}

async function tryTurn(dataFolder: string): Promise<Turn> {
  const name = `.turn-${process.pid}-${randomUUID()}`;
  const path = join(dataFolder, name);
  // A process that is made to exit (a closed pipe, a bug) leaves no ticket, whose number another might get.
  const leave = () => {
    try {
      rmSync(path, { force: true });
    } catch {
      // The disk is gone, and the ticket with it; a process that ends must not fail for that.
    }
  };
  const end = async () => {
    await rm(path, { force: true });
    process.off("exit", leave);
  };
  process.on("exit", leave);
  let other: string | null = null;
  let isMine = false;
  try {
    await writeFile(path, "", { flag: "wx", mode: PRIVATE_FILE });
    other = await findOther(dataFolder, name);
    isMine = other === null;
  } finally {
    if (!isMine) await end();
  }
  return other === null
    ? { ok: true, end }
    : { ok: false, code: "folder-in-use", ticket: join(dataFolder, other) };
}

/** A ticket whose process lives; those of processes that died are taken away. */
async function findOther(dataFolder: string, own: string): Promise<string | null> {
  for (const name of await readdir(dataFolder)) {
    const pid = TICKET.exec(name)?.[1];
    if (pid === undefined || name === own) continue;
    const path = join(dataFolder, name);
    if (isAlive(Number(pid)) && !(await isFromBeforeStart(path))) return name;
    await rm(path, { force: true });
  }
  return null;
}

/** A power cut leaves tickets; after the machine has started again, their numbers belong to other processes. */
async function isFromBeforeStart(path: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(path);
    return mtimeMs < Date.now() - uptime() * 1_000 - CLOCK_MARGIN;
  } catch (error) {
    // Its turn ended meanwhile.
    if (isMissing(error)) return true;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be signalled, but it is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
