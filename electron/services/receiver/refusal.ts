import type { ServerResponse } from "node:http";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import {
  CODE_HEADER,
  RECEIVER_REFUSALS,
  type ReceiverRefusal,
} from "../../../shared/submission/receiver-answer.ts";
import { TIME_HEADER } from "../../../shared/submission/upload-token.ts";

/** Refusals over HTTP: the code in a header and the body, the bureau's time with it. */

/** A request that is not done; `retryAfter` in seconds. */
export interface Refusal {
  readonly ok: false;
  readonly code: ReceiverRefusal;
  readonly retryAfter?: number;
}

/** A refusal by its code. */
export function refuse(code: ReceiverRefusal, retryAfter?: number): Refusal {
  return { ok: false, code, ...(retryAfter !== undefined && { retryAfter }) };
}

/** Body of a refusal. */
export function refusalBody(code: ReceiverRefusal, now: number): string {
  const { says } = RECEIVER_REFUSALS[code];
  return JSON.stringify({ code, message: says, time: formatInstant(now) });
}

/** Headers that every answer bears: nobody keeps it, and everybody can compare clocks. */
export function setCommonHeaders(response: ServerResponse, now: number): void {
  response.setHeader(TIME_HEADER, formatInstant(now));
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("X-Content-Type-Options", "nosniff");
}

/** Answers a request with a refusal. */
export function sendRefusal(
  response: ServerResponse,
  { code, retryAfter }: Refusal,
  now: number,
): void {
  if (retryAfter !== undefined) response.setHeader("Retry-After", String(retryAfter));
  response.setHeader(CODE_HEADER, code);
  sendJson(response, RECEIVER_REFUSALS[code].status, refusalBody(code, now));
}

/** Answers a request with JSON. */
export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  response.end(body);
}
