import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { FRAME_TYPE, joinFrame } from "../../../shared/bridge/framing.ts";

/** Requests as anybody on the machine could make them, with every header in the test's own hands. */

export interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks and reads the answer to its end, as text. */
export async function ask(port: number, question: Question): Promise<Reply> {
  const { body, ...head } = await askForBytes(port, question);
  return { ...head, body: body.toString() };
}

interface BytesReply extends Omit<Reply, "body"> {
  readonly body: Buffer;
}

/** The same with the answer's bytes as they came. */
export function askForBytes(port: number, question: Question): Promise<BytesReply> {
  const { method = "GET", path = "/", headers = {}, body } = question;
  return new Promise((settle, fail) => {
    const asked = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      buffer(response).then(
        (said) =>
          settle({ status: response.statusCode ?? 0, headers: response.headers, body: said }),
        fail,
      );
    });
    asked.once("error", fail);
    asked.end(body);
  });
}

/** The headers that our own page's call has. */
export function ownHeaders(port: number, token: string): Record<string, string> {
  return {
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    "sec-fetch-site": "same-origin",
    "content-type": FRAME_TYPE,
    authorization: `Bearer ${token}`,
  };
}

/** A call's body. */
export function frameOf(input: unknown, bytes: Uint8Array | null = null): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ input, hasBytes: bytes !== null }));
  return joinFrame({ head, bytes: bytes ?? new Uint8Array() });
}

/** Pairs as the page does; null where the code is refused. */
export async function pairWith(port: number, address: string): Promise<string | null> {
  const code = new URL(address).hash.replace("#code=", "");
  const { status, body } = await ask(port, {
    method: "POST",
    path: "/pair",
    headers: {
      origin: `http://127.0.0.1:${port}`,
      host: `127.0.0.1:${port}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ code }),
  });
  return status === 200 ? (JSON.parse(body) as { token: string }).token : null;
}

/** Sends bytes as they are and gives what comes back until the other side ends. */
export function askRaw(port: number, sent: string): Promise<string> {
  return new Promise((settle) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(sent));
    let got = "";
    socket.setEncoding("latin1");
    socket.on("data", (piece: string) => (got += piece));
    socket.on("error", () => settle(got));
    socket.on("close", () => settle(got));
  });
}
