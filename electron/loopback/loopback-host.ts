import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import {
  FRAME_TYPE,
  joinFrame,
  MOST_INPUT_BYTES,
  splitFrame,
} from "../../shared/bridge/framing.ts";
import { type Answer, hostError, type MethodSpec } from "../../shared/bridge/method.ts";
import { isMethod, METHODS } from "../../shared/bridge/methods.ts";
import type { DesktopServices } from "../services/desktop/desktop-services.ts";
import { readScreenFile } from "../services/screen/screen-files.ts";
import { type EventStreams, openEventStreams } from "./event-streams.ts";
import {
  type Asked,
  type Entrance,
  type Refusal,
  refuseForeignCall,
  refuseStranger,
} from "./gate.ts";
import { isOtherUser } from "./peer-user.ts";
import { readBody } from "./read-body.ts";
import { createSessions, type Sessions } from "./sessions.ts";

/**
 * The bridge over 127.0.0.1 for a browser. The port is fixed: the browser's database belongs to the
 * address, port and all. What it checks, and against whom, stands in docs/hosts.md.
 */

const ADDRESS = "127.0.0.1";
const MOST_CONNECTIONS = 64;
const MOST_HEADERS = 16 * 1024;
const HEADERS_WITHIN = 10_000;
const REQUEST_WITHIN = 300_000;
const CLOSE_CHECK = 50;
const CLOSE_WITHIN = 15_000;
const MOST_CODE_BYTES = 1024;
/** The JSON around the input, and the length before it. */
const FRAME_ALLOWANCE = 1024;

const codeSchema = z.strictObject({ code: z.string().max(100) });
const headSchema = z.strictObject({ input: z.unknown(), hasBytes: z.boolean() });

/** Serves the page and its files; gives false where it has no such file. */
export type ServeScreen = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export interface LoopbackSettings {
  readonly services: DesktopServices;
  /** 0: any free one, for tests. */
  readonly port: number;
  readonly serveScreen: ServeScreen;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told the number of open pages whenever one comes or goes. */
  readonly onPages?: (count: number) => void;
}

export interface LoopbackHost {
  readonly port: number;
  /** The address with a new code for one use, good for so many milliseconds. */
  readonly newAddress: (validFor: number) => string;
  /** Waits for calls under way, ends everything else. */
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly settings: LoopbackSettings;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly host: () => string;
}

/** Listens; a busy port rejects with `EADDRINUSE`. */
export async function startLoopback(settings: LoopbackSettings): Promise<LoopbackHost> {
  const sessions = createSessions(settings.now);
  const streams = openEventStreams(settings.services, () => {
    settings.onPages?.(streams.count());
  });
  const server = createServer({ maxHeaderSize: MOST_HEADERS }, (request, response) => {
    const parts = { settings, sessions, streams, host: () => `${ADDRESS}:${portOf(server)}` };
    answer(parts, request, response).catch(() => {
      // A page that goes in the middle of its request; nothing is left to say to it.
      response.destroy();
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.headersTimeout = HEADERS_WITHIN;
  server.requestTimeout = REQUEST_WITHIN;
  // Web sockets skip the checks that browsers make for fetch.
  server.on("upgrade", (_request, socket) => socket.destroy());
  await listen(server, settings.port);
  const port = portOf(server);
  return {
    port,
    newAddress: (validFor) => `http://${ADDRESS}:${port}/#code=${sessions.newCode(validFor)}`,
    close: () => close(server, streams),
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((settle, fail) => {
    server.once("error", fail);
    server.listen({ host: ADDRESS, port, exclusive: true }, () => {
      server.off("error", fail);
      settle();
    });
  });
}

function close(server: Server, streams: EventStreams): Promise<void> {
  streams.close();
  return new Promise((settle) => {
    // Calls under way are waited for; what only keeps a connection warm is not.
    const idle = setInterval(() => server.closeIdleConnections(), CLOSE_CHECK);
    const late = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      settle();
    });
  });
}

async function answer(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked: Asked = {
    method: request.method ?? "",
    target: request.url ?? "",
    headers: request.headers,
  };
  const stranger = refuseStranger(asked, parts.host()) ?? refuseUser(request);
  if (stranger !== null) return refuse(request, response, stranger);
  const path = asked.target;
  if (path === "/pair") return pair(parts, asked, request, response);
  if (path === "/events") return stream(parts, asked, request, response);
  if (path.startsWith("/call/")) return call(parts, asked, request, response);
  if (asked.method !== "GET" && asked.method !== "HEAD") {
    return refuse(request, response, { status: 405, reason: "not this way" });
  }
  if (await parts.settings.serveScreen(request, response)) return undefined;
  return refuse(request, response, { status: 404, reason: "no such page" });
}

function refuseUser({ socket }: IncomingMessage): Refusal | null {
  const { remotePort, localPort } = socket;
  if (remotePort === undefined || localPort === undefined) return { status: 403, reason: "gone" };
  return isOtherUser(remotePort, localPort) ? { status: 403, reason: "another user" } : null;
}

function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  // The rest of a body that nobody wants is not waited for.
  response.writeHead(refusal.status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(refusal.reason);
  if (!request.complete) request.resume();
}

async function pair(
  { sessions, host }: Parts,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const entrance: Entrance = { method: "POST", type: "application/json" };
  const refusal = refuseForeignCall(asked, host(), entrance);
  if (refusal !== null) return refuse(request, response, refusal);
  const body = await readBody(request, MOST_CODE_BYTES);
  if (body === null) return refuse(request, response, { status: 413, reason: "too large" });
  const given = codeSchema.safeParse(parseJson(body));
  const token = given.success ? sessions.exchange(given.data.code) : null;
  if (token === null) return refuse(request, response, { status: 403, reason: "no such code" });
  response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify({ token }));
  return undefined;
}

function stream(
  { sessions, streams, host }: Parts,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refusal =
    refuseForeignCall(asked, host(), { method: "GET", type: null }) ??
    refuseUnknown(sessions, asked);
  if (refusal !== null) return refuse(request, response, refusal);
  return streams.add(response);
}

function refuseUnknown(sessions: Sessions, { headers }: Asked): Refusal | null {
  return sessions.isKnown(headers.authorization) ? null : { status: 401, reason: "no session" };
}

async function call(
  { sessions, settings, host }: Parts,
  asked: Asked,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal =
    refuseForeignCall(asked, host(), { method: "POST", type: FRAME_TYPE }) ??
    refuseUnknown(sessions, asked);
  if (refusal !== null) return refuse(request, response, refusal);
  const method = asked.target.slice("/call/".length);
  if (!isMethod(method)) return respond(response, hostError("unknown-method"));
  const spec: MethodSpec = METHODS[method];
  const mostInput = (spec.mostInputBytes ?? MOST_INPUT_BYTES) + FRAME_ALLOWANCE;
  const body = await readBody(request, mostInput + (spec.mostBytes ?? 0));
  if (body === null) return refuse(request, response, { status: 413, reason: "too large" });
  const frame = splitFrame(body);
  if (frame === null) return respond(response, hostError("bad-input"));
  if (frame.head.length > mostInput || frame.bytes.length > (spec.mostBytes ?? 0)) {
    return respond(response, hostError("too-large"));
  }
  const head = headSchema.safeParse(parseJson(frame.head));
  if (!head.success) return respond(response, hostError("bad-input"));
  const { input, hasBytes } = head.data;
  return respond(
    response,
    await settings.services.call(method, input, hasBytes ? frame.bytes : null),
  );
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}

function respond(response: ServerResponse, given: Answer<unknown>): void {
  const bytes = given.ok ? given.bytes : null;
  const said = given.ok ? { ok: true, output: given.output } : { ok: false, error: given.error };
  const head = Buffer.from(JSON.stringify({ answer: said, hasBytes: bytes !== null }));
  response.writeHead(200, { "content-type": FRAME_TYPE, "cache-control": "no-store" });
  response.end(joinFrame({ head, bytes: bytes ?? new Uint8Array() }));
}

/** Serves the built screen from its folder. */
export function serveFolder(folder: string): ServeScreen {
  return async ({ url = "/" }, response) => {
    const path = url.split("?", 1)[0] ?? "/";
    const file = await readScreenFile(folder, path);
    if (file === null) return false;
    response.writeHead(200, file.headers);
    response.end(file.body);
    return true;
  };
}
