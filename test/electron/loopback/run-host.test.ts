import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readHostOptions } from "../../../electron/loopback/options.ts";
import { type HostSettings, runHost, type Start } from "../../../electron/loopback/run-host.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { ask, ownHeaders, pairWith } from "./asking.ts";

const root = temporaryFolder();
const started: Start[] = [];
let folders = 0;

async function start(given: Partial<HostSettings> = {}) {
  folders += 1;
  const result = await runHost({
    dataFolder: join(root, String(folders)),
    port: 0,
    screen: "",
    idleMinutes: null,
    floorBytes: null,
    version: "0",
    serveScreen: () => Promise.resolve(false),
    codeValidFor: 60_000,
    ...given,
  });
  started.push(result);
  return result;
}

afterEach(async () => {
  for (const one of started.splice(0)) if (one.ok) await one.host.close();
});

function runningHost(result: Start) {
  if (!result.ok) throw new Error(result.code);
  return result.host;
}

const portOf = (address: string) => Number(new URL(address).port);

describe("a host on a data folder", () => {
  it("tells a second start its address, with a code that lets in", async () => {
    const dataFolder = join(root, "shared");
    const first = runningHost(await start({ dataFolder }));
    const second = await start({ dataFolder });
    if (second.ok || second.code !== "running" || second.address === null) {
      throw new Error("two run");
    }
    expect(portOf(second.address)).toBe(portOf(first.address));
    expect(await pairWith(portOf(first.address), second.address)).not.toBeNull();
  });

  it("leaves the folder free where its port was busy", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { readonly port: number };
    const dataFolder = join(root, "busy");
    expect(await start({ dataFolder, port })).toEqual({ ok: false, code: "port-busy" });
    other.close();
    expect((await start({ dataFolder })).ok).toBe(true);
  });

  it("is idle when no page came within its time", async () => {
    const { whenIdle } = runningHost(await start({ idleMinutes: 0.001 }));
    await whenIdle;
  });

  it("is not idle as long as a page is open, and is when it has gone", async () => {
    const host = runningHost(await start({ idleMinutes: 0.04 }));
    const port = portOf(host.address);
    const token = (await pairWith(port, host.address)) ?? "";
    const page = new AbortController();
    const { authorization = "" } = ownHeaders(port, token);
    const events = await fetch(`http://127.0.0.1:${port}/events`, {
      headers: { authorization },
      signal: page.signal,
    });
    expect(events.status).toBe(200);
    let isIdle = false;
    void host.whenIdle.then(() => (isIdle = true));
    await new Promise((settle) => {
      setTimeout(settle, 3_000);
    });
    expect(isIdle).toBe(false);
    page.abort();
    await host.whenIdle;
  });

  it("answers no one once it is closed", async () => {
    const { address, close } = runningHost(await start());
    await close();
    await expect(ask(portOf(address), {})).rejects.toThrow();
  });
});

describe("the arguments", () => {
  const usual = { dataFolder: "/usual", screen: "/screen" };

  it("are the usual folder and the fixed port where none are given", () => {
    expect(readHostOptions([], usual)).toEqual({
      ok: true,
      options: {
        dataFolder: "/usual",
        screen: "/screen",
        port: 47_120,
        idleMinutes: null,
        floorBytes: null,
      },
    });
  });

  it.each([["--port 70000"], ["--port x"], ["--port -1"], ["--unknown"], ["stray"]])(
    "are refused in a sentence: %s",
    (line) => {
      expect(readHostOptions(line.split(" "), usual).ok).toBe(false);
    },
  );
});
