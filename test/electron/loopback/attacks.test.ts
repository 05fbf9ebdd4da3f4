import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type LoopbackHost,
  serveFolder,
  startLoopback,
} from "../../../electron/loopback/loopback-host.ts";
import { userOfPeer } from "../../../electron/loopback/peer-user.ts";
import { splitFrame } from "../../../shared/bridge/framing.ts";
import { echoServices } from "../../support/echo-services.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { ask, askRaw, frameOf, ownHeaders, pairWith, type Question } from "./asking.ts";

const root = temporaryFolder();
const { services, heard, tell, listening } = echoServices();
let host: LoopbackHost;
let token: string;
let now = 1_000_000;

beforeAll(async () => {
  mkdirSync(join(root, "screen", "assets"), { recursive: true });
  writeFileSync(
    join(root, "screen", "index.html"),
    '<meta name="csp-nonce" content="" /><p>page</p>',
  );
  writeFileSync(join(root, "screen", "assets", "app-1.js"), "let a;");
  writeFileSync(join(root, "screen", "notes.txt"), "not of the screen");
  writeFileSync(join(root, "secret.json"), "{}");
  host = await startLoopback({
    services,
    port: 0,
    serveScreen: serveFolder(join(root, "screen")),
    now: () => now,
  });
  token = (await pairWith(host.port, host.newAddress(60_000))) ?? "";
});
afterAll(() => host.close());

function call(question: Partial<Question> & { without?: string } = {}) {
  const headers = { ...ownHeaders(host.port, token), ...question.headers };
  const kept = Object.entries(headers).filter(([name]) => name !== question.without);
  return ask(host.port, {
    method: "POST",
    path: "/call/app.info",
    body: frameOf({}),
    ...question,
    headers: Object.fromEntries(kept),
  });
}

/** The call comes through as long as nothing is wrong with it; each attack differs in one thing. */
async function expectRefused(question: Parameters<typeof call>[0], status: number) {
  const before = heard.length;
  const reply = await call(question);
  expect(reply.status).toBe(status);
  expect(heard).toHaveLength(before);
}

describe("the page's own calls", () => {
  it("reach the services with input and bytes, and bring bytes back", async () => {
    const bytes = Uint8Array.of(1, 2, 255);
    const { status, body } = await call({
      path: "/call/attachments.put",
      body: frameOf({ a: "字" }, bytes),
    });
    expect(status).toBe(200);
    expect(heard.at(-1)).toEqual({ method: "attachments.put", input: { a: "字" }, bytes });
    expect(splitFrame(Buffer.from(body))).not.toBeNull();
  });

  it("tell no bytes from empty ones", async () => {
    await call({ path: "/call/attachments.put", body: frameOf({}, new Uint8Array()) });
    expect(heard.at(-1)?.bytes).toEqual(new Uint8Array());
    await call({ path: "/call/attachments.put", body: frameOf({}) });
    expect(heard.at(-1)?.bytes).toBeNull();
  });

  it("are answered with a code where the method is unknown", async () => {
    const { status, body } = await call({ path: "/call/app.format" });
    expect(status).toBe(200);
    expect(body).toContain("unknown-method");
  });

  it("are answered with a code where the frame is none", async () => {
    expect((await call({ body: "{}" })).body).toContain("bad-input");
    expect((await call({ body: Uint8Array.of(0, 0, 0, 200, 1) })).body).toContain("bad-input");
  });
});

describe("DNS rebinding", () => {
  it.each([
    "evil.test:80",
    "localhost:PORT",
    "127.0.0.1",
    "127.0.0.1:1",
    "0.0.0.0:PORT",
    "[::1]:PORT",
  ])("refuses the host %s before anything else", async (name) => {
    const headers = { host: name.replace("PORT", String(host.port)) };
    await expectRefused({ headers }, 421);
    expect((await ask(host.port, { headers })).status).toBe(421);
  });
});

describe("another site's page", () => {
  it("is refused with its origin, none, or the opaque one", async () => {
    await expectRefused({ headers: { origin: "https://evil.test" } }, 403);
    await expectRefused({ headers: { origin: "null" } }, 403);
    await expectRefused({ headers: { origin: `http://localhost:${host.port}` } }, 403);
    await expectRefused({ without: "origin" }, 403);
  });

  it("is refused by what the browser says of where it comes from", async () => {
    await expectRefused({ headers: { "sec-fetch-site": "cross-site" } }, 403);
    await expectRefused({ headers: { "sec-fetch-site": "same-site" } }, 403);
    await expectRefused({ headers: { "sec-fetch-site": "none" } }, 403);
  });

  it("is refused with a content type that a form can send", async () => {
    await expectRefused({ headers: { "content-type": "text/plain" } }, 415);
    await expectRefused({ headers: { "content-type": "application/json" } }, 415);
    await expectRefused({ without: "content-type" }, 415);
  });

  it("gets no leave from a preflight", async () => {
    const { status, headers } = await call({ method: "OPTIONS" });
    expect(status).toBe(405);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  it("cannot call by reading", async () => {
    await expectRefused({ method: "GET", body: "" }, 405);
  });

  it("cannot frame the page, run its scripts, or learn where it was", async () => {
    const { headers } = await ask(host.port, { headers: { host: `127.0.0.1:${host.port}` } });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toMatch(/unsafe|\*|https?:/);
    expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("cannot open a web socket", async () => {
    const answer = await askRaw(
      host.port,
      `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(answer).toBe("");
  });
});

describe("the token", () => {
  it("is asked for with every call and for the events", async () => {
    await expectRefused({ without: "authorization" }, 401);
    await expectRefused({ headers: { authorization: `Bearer ${"A".repeat(43)}` } }, 401);
    await expectRefused({ headers: { authorization: `Basic ${token}` } }, 401);
    const { authorization: _left, ...headers } = ownHeaders(host.port, token);
    expect((await ask(host.port, { path: "/events", headers })).status).toBe(401);
  });

  it("is not taken from an address", async () => {
    await expectRefused({ path: `/call/app.info?token=${token}` }, 400);
  });

  it("comes from a code that is good once", async () => {
    const address = host.newAddress(60_000);
    expect(await pairWith(host.port, address)).toMatch(/^[\w-]{43}$/);
    expect(await pairWith(host.port, address)).toBeNull();
  });

  it("comes from a code that is good for its time only", async () => {
    const address = host.newAddress(60_000);
    now += 60_001;
    expect(await pairWith(host.port, address)).toBeNull();
  });

  it("is not to be guessed: ten wrong codes shut the door until the next start", async () => {
    const good = host.newAddress(60_000);
    for (let round = 0; round < 10; round += 1) {
      expect(await pairWith(host.port, `http://x/#code=${"A".repeat(43)}`)).toBeNull();
    }
    expect(await pairWith(host.port, good)).toBeNull();
    expect(await pairWith(host.port, host.newAddress(60_000))).not.toBeNull();
  });

  it("of a first window stays good when a second one is opened", async () => {
    expect(await pairWith(host.port, host.newAddress(60_000))).not.toBeNull();
    expect((await call()).status).toBe(200);
  });

  it("never lies in the answer to anything but the pairing", async () => {
    const page = await ask(host.port, { headers: { host: `127.0.0.1:${host.port}` } });
    expect(page.body + JSON.stringify(page.headers)).not.toContain(token);
  });
});

describe("another user of the machine", () => {
  it("is told from our own by the kernel's table", () => {
    const table = [
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
      "   0: 0100007F:B810 0100007F:C001 01 00000000:00000000 00:00000000 00000000  1000        0 1 1",
      "   1: 0100007F:C001 0100007F:B810 01 00000000:00000000 00:00000000 00000000  1001        0 2 1",
    ].join("\n");
    expect(userOfPeer(table, 0xc001, 0xb810)).toBe(1001);
    expect(userOfPeer(table, 0xc002, 0xb810)).toBeNull();
  });

  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  it.runIf(isRoot)("is refused even the page, with the right token too", async () => {
    const script = `
      const { request } = require("node:http");
      const headers = ${JSON.stringify(ownHeaders(host.port, token))};
      for (const [method, path] of [["GET", "/"], ["POST", "/call/app.info"]]) {
        request({ host: "127.0.0.1", port: ${host.port}, method, path, headers }, (r) => { console.log(r.statusCode); r.resume(); }).end();
      }`;
    const { stdout } = await promisify(execFile)(
      "setpriv",
      ["--reuid=65534", "--regid=65534", "--clear-groups", process.execPath, "-e", script],
      { cwd: "/" },
    );
    expect(stdout.trim().split("\n")).toEqual(["403", "403"]);
  });
});

describe("paths", () => {
  const page = (path: string) =>
    ask(host.port, { path, headers: { host: `127.0.0.1:${host.port}` } });

  it("of the screen give its files, with a new nonce in page and policy at each load", async () => {
    const first = await page("/");
    const second = await page("/index.html");
    const nonceOf = (body: string) => /content="([\w-]+)"/.exec(body)?.[1] ?? "";
    expect(first.status).toBe(200);
    expect(nonceOf(first.body).length).toBeGreaterThanOrEqual(22);
    expect(first.headers["content-security-policy"]).toContain(`'nonce-${nonceOf(first.body)}'`);
    expect(nonceOf(second.body)).not.toBe(nonceOf(first.body));
    const script = await page("/assets/app-1.js");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  });

  it.each([
    "/../secret.json",
    "/%2e%2e/secret.json",
    "/assets/../../secret.json",
    "/assets/%2e%2e%2f%2e%2e%2fsecret.json",
    "/..%5csecret.json",
    "//secret.json",
    "/assets/",
    "/assets",
    "/index.html%00.js",
    "/%",
    "/notes.txt",
    "/.hidden.js",
  ])("never lead out of the screen's folder or to another kind of file: %s", async (path) => {
    expect((await page(path)).status).toBe(404);
  });

  it("are not written to", async () => {
    const headers = { host: `127.0.0.1:${host.port}` };
    expect((await ask(host.port, { method: "PUT", headers })).status).toBe(405);
    expect((await ask(host.port, { method: "POST", headers })).status).toBe(405);
  });
});

describe("sizes", () => {
  it("of input beyond what a method takes are refused", async () => {
    await expectRefused({ body: frameOf({ long: "x".repeat(1_100_000) }) }, 413);
  });

  it("of bytes are refused where a method takes none, and beyond what it takes", async () => {
    const before = heard.length;
    expect((await call({ body: frameOf({}, new Uint8Array(10)) })).body).toContain("too-large");
    expect(heard).toHaveLength(before);
    const headers = { "content-length": String(200 * 1024 * 1024) };
    const { status } = await call({ path: "/call/attachments.put", headers, body: "" }).catch(
      () => ({ status: 413 }),
    );
    expect(status).toBe(413);
  });

  it("are counted where a request does not tell its length", async () => {
    await expectRefused(
      { headers: { "transfer-encoding": "chunked" }, body: new Uint8Array(2_000_000) },
      413,
    );
  });

  it("of headers are held", async () => {
    expect((await call({ headers: { "x-long": "x".repeat(20_000) } })).status).toBe(431);
  });
});

describe("events", () => {
  it("reach a page that holds the token, and are no longer sent when it has gone", async () => {
    const { "content-type": _left, ...headers } = ownHeaders(host.port, token);
    const controller = new AbortController();
    const response = await fetch(`http://127.0.0.1:${host.port}/events`, {
      headers: { authorization: headers["authorization"] ?? "" },
      signal: controller.signal,
    });
    expect(response.status).toBe(200);
    tell("progress", { id: "导入", done: 1, total: null });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("progress")) text += (await reader?.read())?.value ?? "";
    expect(JSON.parse(text.trim())).toEqual({
      event: "progress",
      payload: { id: "导入", done: 1, total: null },
    });
    controller.abort();
    expect(listening()).toBe(1);
  });
});
