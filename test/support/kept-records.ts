import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { callOk, openTestDesktop } from "../electron/services/desktop/desktop.ts";
import { makeEntries } from "../electron/services/journal/entries.ts";
import { compiledPath } from "./compiled.ts";

/** What a process that keeps records said before it died. */
export interface Acknowledged {
  readonly head: number;
  readonly backups: readonly string[];
}

/** Lets a process of its own append and back up for some milliseconds, then ends it as asked. */
export async function keepFor(
  dataFolder: string,
  milliseconds: number,
  end: (child: ChildProcess) => Promise<void> | void,
): Promise<Acknowledged> {
  const child = spawn(process.execPath, [compiledPath("test/support/keeping-worker"), dataFolder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  let head = -1;
  const backups: string[] = [];
  const lines = createInterface({ input: child.stdout });
  const ready = once(lines, "line");
  lines.on("line", (line) => {
    const [word = "", value = ""] = line.split(" ");
    if (word === "head") head = Number(value);
    else if (word === "backup") backups.push(value);
  });
  await ready;
  await sleep(milliseconds);
  await end(child);
  await gone;
  if (child.exitCode !== null && child.exitCode !== 0) throw new Error("the process failed");
  return { head, backups };
}

/** Opens the data folder again and expects everything acknowledged in it, whole; gives the journal's head. */
export async function expectAllKept(
  dataFolder: string,
  { head, backups }: Acknowledged,
): Promise<number> {
  const desktop = await openTestDesktop(dataFolder);
  const { output: state } = await callOk(desktop, "journal.state", {});
  expect(state.fault).toBe(null);
  expect(state.head).toBeGreaterThanOrEqual(head);
  for (let from = 1; from <= state.head;) {
    const { entries } = (await callOk(desktop, "journal.read", { from })).output;
    expect(entries).toEqual(makeEntries(from, from + entries.length - 1, { bytes: 500 }));
    from += entries.length;
  }
  const listed = (await callOk(desktop, "backups.list", {})).output.backups;
  for (const { id } of listed) {
    expect((await callOk(desktop, "backups.verify", { id })).output.isWhole).toBe(true);
  }
  const last = backups.at(-1);
  if (last !== undefined) expect(listed.map(({ id }) => id)).toContain(last);
  await desktop.close();
  return state.head;
}
