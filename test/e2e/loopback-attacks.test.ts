import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { askForAddress, type HostProcess, startHost } from "./support/host-process.ts";

/** What pages of others can do to the loopback host in a real browser, which sends what it must and no more. */

const root = mkdtempSync(join(tmpdir(), "jiceng-attacks-"));
const given = { dataFolder: join(root, "data"), port: inject("port") };
let host: HostProcess;
let context: BrowserContext;
let evil: Server;
let page: Page;

beforeAll(async () => {
  host = await startHost(given);
  evil = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<p>evil</p>");
  }).listen(0, "127.0.0.1");
  await once(evil, "listening");
  // As a name server that was turned round would: every name leads to this machine.
  context = await openBrowser(join(root, "profile"), undefined, [
    "--host-resolver-rules=MAP *.test 127.0.0.1",
  ]);
  page = await context.newPage();
});
afterAll(async () => {
  await context.close();
  evil.close();
  await host.stop();
  rmSync(root, { recursive: true, force: true });
});

const own = `http://127.0.0.1:${given.port}`;

async function openEvil(name: string): Promise<void> {
  const address = evil.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await page.goto(`http://${name}:${address.port}/`);
}

/** What a page gets for its request: the status, or that the browser let nothing through. */
function tryFetch(address: string, init: RequestInit): Promise<string> {
  return page.evaluate(
    async ([url, options]) => {
      try {
        const response = await fetch(url, options);
        return `${response.type} ${response.status}`;
      } catch {
        return "blocked";
      }
    },
    [address, init] as const,
  );
}

describe("a name that was made to lead to this machine", () => {
  it("is shown nothing, not even the page", async () => {
    const response = await page.goto(`http://evil.test:${given.port}/`);
    expect(response?.status()).toBe(421);
    expect(await tryFetch("/call/app.info", { method: "POST", body: "{}" })).toBe("basic 421");
  });
});

describe.each(["evil.test", "127.0.0.1"])("a page of another server at %s", (name) => {
  it("reads nothing, calls nothing, and is given no leave to", async () => {
    await openEvil(name);
    expect(await tryFetch(`${own}/`, {})).toBe("blocked");
    expect(await tryFetch(`${own}/call/app.info`, { method: "POST", body: "{}" })).toBe("blocked");
    const headers = { authorization: `Bearer ${"A".repeat(43)}` };
    expect(await tryFetch(`${own}/events`, { headers })).toBe("blocked");
    const code = { method: "POST", mode: "no-cors", body: '{"code":"x"}' } as const;
    expect(["blocked", "opaque 0"]).toContain(await tryFetch(`${own}/pair`, code));
  });

  it("cannot frame the page or run its files as its own", async () => {
    await openEvil(name);
    const frame = await page.evaluate(async (address) => {
      const element = document.createElement("iframe");
      element.src = address;
      document.body.append(element);
      await new Promise((settle) => {
        element.addEventListener("load", settle);
        setTimeout(settle, 2000);
      });
      try {
        return element.contentDocument?.body.textContent ?? "opaque";
      } catch {
        return "opaque";
      }
    }, own);
    expect(frame).toBe("opaque");
    const script = await page.evaluate(
      (address) =>
        new Promise((settle) => {
          const element = document.createElement("script");
          element.src = `${address}/index.html`;
          element.addEventListener("load", () => settle("loaded"));
          element.addEventListener("error", () => settle("blocked"));
          document.body.append(element);
        }),
      own,
    );
    expect(script).toBe("blocked");
  });

  it("cannot open a web socket", async () => {
    await openEvil(name);
    const socket = await page.evaluate(
      (address) =>
        new Promise((settle) => {
          const opened = new WebSocket(address);
          opened.addEventListener("open", () => settle("open"));
          opened.addEventListener("error", () => settle("refused"));
        }),
      `ws://127.0.0.1:${given.port}/events`,
    );
    expect(socket).toBe("refused");
  });
});

describe("our own page", () => {
  it("is let in by the start's address once, and not by the same address again", async () => {
    const address = await askForAddress(given);
    const pair = (at: string) =>
      page.evaluate(
        async (code) => {
          const response = await fetch("/pair", {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ code }),
          });
          return response.status;
        },
        new URL(at).hash.replace("#code=", ""),
      );
    // Without the app's own script, which would use the code itself.
    await page.goto(`${own}/favicon.ico`);
    expect(await pair(address)).toBe(200);
    expect(await pair(address)).toBe(403);
  });
});
