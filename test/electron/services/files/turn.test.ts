import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { uptime } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { takeTurn } from "../../../../electron/services/files/turn.ts";
import { compileAll, compiledPath } from "../../../support/compiled.ts";
import { temporaryFolder } from "../../../support/folder.ts";

const FOLDER = temporaryFolder();
const MODULE = pathToFileURL(compiledPath("electron/services/files/turn")).href;
const GONE_TICKET = "-00000000-0000-4000-8000-000000000000";

function freshFolder(): string {
  return mkdtempSync(join(FOLDER, "data-"));
}

/** The number of a process that has ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}

describe("the turn on a data folder", () => {
  it("is one at a time, and none of many is left out", async () => {
    const folder = freshFolder();
    let atWork = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      const turn = await takeTurn(folder, { patience: 30_000 });
      if (!turn.ok) throw new Error(turn.ticket);
      most = Math.max(most, ++atWork);
      await new Promise((resolve) => setTimeout(resolve, 5));
      atWork -= 1;
      done += 1;
      await turn.end();
    };
    await Promise.all(Array.from({ length: 8 }, work));
    expect({ most, done }).toEqual({ most: 1, done: 8 });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is refused with the other's ticket where that one does not end", async () => {
    const folder = freshFolder();
    const first = await takeTurn(folder, { patience: 0 });
    const second = await takeTurn(folder, { patience: 30 });
    const [ticket = ""] = readdirSync(folder);
    expect(second).toEqual({ ok: false, code: "folder-in-use", ticket: join(folder, ticket) });
    if (first.ok) await first.end();
    expect(await takeTurn(folder, { patience: 0 })).toMatchObject({ ok: true });
  });

  it("is not held by a ticket from before the machine started, whoever has its number now", async () => {
    const folder = freshFolder();
    const path = join(folder, `.turn-${process.ppid}${GONE_TICKET}`);
    writeFileSync(path, "");
    expect(await takeTurn(folder, { patience: 0 })).toMatchObject({ ok: false });
    const beforeStart = Date.now() / 1_000 - uptime() - 3_600;
    utimesSync(path, beforeStart, beforeStart);
    expect(await takeTurn(folder, { patience: 0 })).toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(false);
  });

  it("is not held by a process that has died", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, `.turn-${await endedProcess()}${GONE_TICKET}`), "");
    const turn = await takeTurn(folder, { patience: 0 });
    if (!turn.ok) throw new Error(turn.ticket);
    expect(readdirSync(folder)).toHaveLength(1);
    await turn.end();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is given back by a process that is made to exit", async () => {
    compileAll();
    const folder = freshFolder();
    const script = `
      import { takeTurn } from ${JSON.stringify(MODULE)};
      await takeTurn(${JSON.stringify(folder)}, { patience: 0 });
      process.exit(3);
    `;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect({ code, left: readdirSync(folder) }).toEqual({ code: 3, left: [] });
  });

  it("is not waited for once the wait is cancelled", async () => {
    const folder = freshFolder();
    await takeTurn(folder, { patience: 0 });
    const stop = new AbortController();
    const waiting = takeTurn(folder, { patience: 60_000, signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toThrow("abort");
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
