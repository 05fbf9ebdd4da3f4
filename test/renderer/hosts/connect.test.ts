import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type LoopbackHost, startLoopback } from "../../../electron/loopback/loopback-host.ts";
import { connectBridge, ConnectFault } from "../../../renderer/hosts/connect.ts";
import type {
  DesktopServices,
  EventListener,
} from "../../../electron/services/desktop/desktop-services.ts";
import type { Answer } from "../../../shared/bridge/method.ts";

/** The screen's side against the real loopback host; only the browser around it is played. */

const INFO = { version: "1", platform: "linux", host: "loopback", dataFolder: "/d", now: 0 };
const listeners = new Set<EventListener>();
let answer: Answer<unknown> = { ok: true, output: INFO, bytes: null };
let gotBytes: Uint8Array | null = null;
const services: DesktopServices = {
  call: (method, _input, bytes) => {
    gotBytes = bytes;
    return Promise.resolve(
      method === "app.info" ? { ok: true, output: INFO, bytes: null } : answer,
    );
  },
  onEvent: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  close: () => Promise.resolve(),
};

let host: LoopbackHost;
let base: string;
const realFetch = globalThis.fetch;

/** A browser adds these to what a page asks of its own host. */
function pageFetch(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("sec-fetch-site", "same-origin");
  if (init.method === "POST") headers.set("origin", base);
  return realFetch(`${base}${path}`, { ...init, headers });
}

function openPage(address: string, kept = new Map<string, string>()) {
  const { hash, pathname } = new URL(address);
  const page = {
    location: { hash, pathname },
    history: {
      replaceState: (_state: unknown, _title: string, url: string) => {
        page.location.hash = new URL(url, base).hash;
      },
    },
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  };
  vi.stubGlobal("window", page);
  return { page, kept };
}

async function listen(port = 0): Promise<void> {
  host = await startLoopback({
    services,
    port,
    serveScreen: () => Promise.resolve(false),
    now: () => 0,
  });
  base = `http://127.0.0.1:${host.port}`;
}

beforeAll(() => listen());
afterAll(() => host.close());
beforeEach(() => {
  vi.stubGlobal("fetch", pageFetch);
  answer = { ok: true, output: {}, bytes: null };
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a page that the start opened", () => {
  it("takes the code out of its address and calls", async () => {
    const { page } = openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    expect(page.location.hash).toBe("#/");
    expect(await bridge.call("app.info", {})).toEqual({ ok: true, output: INFO, bytes: null });
  });

  it("goes on after F5 with the session of its tab", async () => {
    const { kept } = openPage(host.newAddress(1000));
    await connectBridge();
    openPage(`${base}/#/people`, kept);
    expect((await (await connectBridge()).call("app.info", {})).ok).toBe(true);
  });

  it("sends and gets bytes as they are", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    answer = { ok: true, output: {}, bytes: Uint8Array.of(7, 0, 255) };
    const got = await bridge.call("workbooks.write", { plan: { sheets: [] } });
    expect(got).toEqual({ ok: true, output: {}, bytes: Uint8Array.of(7, 0, 255) });
    answer = {
      ok: true,
      output: { sha256: "0".repeat(64), crc32: "0".repeat(8), size: 2 },
      bytes: null,
    };
    expect((await bridge.call("attachments.put", {}, Uint8Array.of(1, 2))).ok).toBe(true);
    expect([...(gotBytes ?? [])]).toEqual([1, 2]);
  });

  it("gets expected errors with their code, sentence and details", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    answer = {
      ok: false,
      error: { code: "disk-full", message: "磁盘空间不足", details: { free: 1 } },
    };
    expect(await bridge.call("keys.lock", {})).toEqual(answer);
  });

  it("does not believe an answer that is not of the method's shape", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    answer = { ok: true, output: { head: -1 }, bytes: null };
    const got = await bridge.call("journal.append", {
      entries: [],
      counts: { people: 0, entries: 0 },
    });
    expect(got).toMatchObject({ ok: false, error: { code: "bug" } });
  });

  it("is told what is too large, before it is sent through", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    const got = await bridge.call("keys.unlock", { passphrase: "x".repeat(1_200_000) });
    expect(got).toMatchObject({ ok: false, error: { code: "too-large" } });
  });
});

describe("a page that nobody paired", () => {
  it("is refused without a code", async () => {
    openPage(`${base}/`);
    await expect(connectBridge()).rejects.toMatchObject({ code: "not-paired" });
    await expect(connectBridge()).rejects.toBeInstanceOf(ConnectFault);
  });

  it("is refused with a code of another time", async () => {
    openPage(`${base}/#code=${"A".repeat(43)}`);
    await expect(connectBridge()).rejects.toMatchObject({ code: "not-paired" });
  });

  it("is refused with the session of a host that has ended since", async () => {
    openPage(`${base}/`, new Map([["jiceng.session", "B".repeat(43)]]));
    await expect(connectBridge()).rejects.toMatchObject({ code: "not-paired" });
  });
});

describe("events", () => {
  it("reach the listener of their name, once each, until it ends", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    const heard: unknown[] = [];
    const end = bridge.on("progress", (payload) => heard.push(payload));
    // The stream is open as soon as the host listens for it; what was told before is not repeated.
    const payload = { id: "a", done: 1, total: 2 };
    await vi.waitFor(() => {
      for (const tell of listeners) tell("progress", payload);
      expect(heard.length).toBeGreaterThan(0);
    });
    expect(heard[0]).toEqual(payload);
    end();
    const before = heard.length;
    for (const tell of listeners) tell("progress", payload);
    await new Promise((settle) => setTimeout(settle, 100));
    expect(heard).toHaveLength(before);
  });
});

describe("a host that goes", () => {
  it("is an answer to calls and told to the page; the next one does not know its sessions", async () => {
    openPage(host.newAddress(1000));
    const bridge = await connectBridge();
    const told: boolean[] = [];
    bridge.on("connection", ({ isConnected }) => told.push(isConnected));
    await new Promise((settle) => setTimeout(settle, 200));
    const { port } = host;
    await host.close();
    expect(await bridge.call("keys.lock", {})).toMatchObject({ error: { code: "host-gone" } });
    await vi.waitFor(() => expect(told).toEqual([false]));
    await listen(port);
    // Sessions end with the host: the page must be opened anew.
    expect(await bridge.call("keys.lock", {})).toMatchObject({ error: { code: "host-gone" } });
  });
});
