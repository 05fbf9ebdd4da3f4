import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import {
  MOST_CONNECTIONS,
  type ReceiverLimits,
  UPLOAD_MILLISECONDS,
  USUAL_LIMITS,
} from "./limits.ts";
import { UploadReader } from "./reading.ts";
import type { ReadUpload, ReceiverBase } from "./receiver-base.ts";
import type { ReceiverFault } from "./receiver-fault.ts";
import { RequestHandler } from "./requests.ts";
import { makeTusServer } from "./tus-server.ts";
import { isComplete } from "./upload-store.ts";

/** The bureau's receiver: takes packages in over HTTP, resumably (tus 1.0), and gives the answers out. */

export interface ReceiverSetting {
  readonly base: ReceiverBase;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Certificate and key as PEM; plain HTTP where absent. */
  readonly tls?: { readonly cert: string; readonly key: string } | undefined;
  readonly limits?: Partial<ReceiverLimits> | undefined;
  /** Milliseconds since 1970; the wall clock where absent. */
  readonly now?: (() => number) | undefined;
  /** Told of each package that was read, before its upload is removed; what it throws has it read again. */
  readonly onRead?: ((read: ReadUpload) => Promise<void>) | undefined;
  /** Told when complete uploads cannot be read for now, and when they can again. */
  readonly onFault?: ((fault: ReceiverFault | null, error?: unknown) => void) | undefined;
}

export interface Receiver {
  /** `http://127.0.0.1:47130` */
  readonly address: string;
  readonly port: number;
  /** Connections that are open, and transfers under way. */
  readonly load: () => Promise<{ readonly connections: number; readonly transfers: number }>;
  /** Takes no more requests, lets the package under way be read, and lets go of everything. */
  readonly close: () => Promise<void>;
}

const SWEEP_MILLISECONDS = 60_000;
const IDLE_MILLISECONDS = 120_000;
const HEADERS_MILLISECONDS = 20_000;

/** Starts a receiver. A port that is taken, or not to be had, throws what the system says. */
export async function openReceiver(setting: ReceiverSetting): Promise<Receiver> {
  const { base, now = Date.now, onRead = () => Promise.resolve(), onFault = () => {} } = setting;
  const limits = { ...USUAL_LIMITS, ...setting.limits };
  const reader = new UploadReader({ base, onRead, onFault });
  const tus = makeTusServer({
    uploads: base.uploads,
    mostBytes: () => mostBytesOf(base),
    now,
    onComplete: () => void reader.readAll(),
    onFault: (error) => onFault("store", error),
  });
  const handler = new RequestHandler({ base, tus, limits, now, onFault });
  const server = makeServer(setting.tls, handler);
  await listen(server, setting.port, setting.host);
  const sweep = setInterval(() => void tidy(base, reader, now), SWEEP_MILLISECONDS);
  void tidy(base, reader, now);
  const { port } = server.address() as AddressInfo;
  const scheme = setting.tls === undefined ? "http" : "https";
  return {
    address: `${scheme}://${setting.host.includes(":") ? `[${setting.host}]` : setting.host}:${port}`,
    port,
    load: async () => ({
      connections: await countConnections(server),
      transfers: handler.transfers,
    }),
    close: async () => {
      clearInterval(sweep);
      await closeServer(server);
      await reader.close();
      await base.close();
    },
  };
}

/** What a crash left complete is read, what nobody completed in time is removed. */
async function tidy(base: ReceiverBase, reader: UploadReader, now: () => number): Promise<void> {
  await reader.readAll();
  for (const upload of await base.uploads.list()) {
    const age = now() - upload.begunAt;
    if (!isComplete(upload) && age > UPLOAD_MILLISECONDS) await base.uploads.remove(upload.id);
  }
}

async function mostBytesOf({ office }: ReceiverBase): Promise<number> {
  const read = await office();
  // Nothing is taken in while the bureau cannot be read: the request was refused before this is asked.
  return read.ok ? read.office.card.asks.largestPackage : 1;
}

function makeServer(tls: ReceiverSetting["tls"], handler: RequestHandler): Server {
  const listener = (request: IncomingMessage, response: ServerResponse) =>
    void handler.handle(request, response);
  const server = tls === undefined ? createHttpServer(listener) : createHttpsServer(tls, listener);
  // Over a poor line a package takes hours: what is slow may go on, what is silent may not.
  server.requestTimeout = 0;
  server.headersTimeout = HEADERS_MILLISECONDS;
  server.timeout = IDLE_MILLISECONDS;
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // A transfer resumes at the next start where it was cut.
    server.closeAllConnections();
  });
}

function countConnections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error === null) resolve(count);
      else reject(error);
    });
  });
}
