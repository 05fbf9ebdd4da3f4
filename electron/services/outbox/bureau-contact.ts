import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { z } from "zod";
import {
  CODE_HEADER,
  type ReceiptsAnswer,
  receiptsAnswerSchema,
  receiptsUrl,
  type StatementsAnswer,
  statementsAnswerSchema,
  statementsUrl,
} from "../../../shared/submission/receiver-answer.ts";
import { TIME_HEADER } from "../../../shared/submission/upload-token.ts";
import type { OutboxFault } from "./fault.ts";
import { faultOfAnswer, faultOfNetwork } from "./receiver-answers.ts";
import { listenForSilence, type Silence } from "./silence.ts";

/** Asking the bureau's receiver for what it has for us: receipts, and what it publishes. */

const MOST_ANSWER_BYTES = 96 * 1024 * 1024;

/** Milliseconds in which an answer has to begin, and to go on: over a poor line a long one takes minutes. */
export const LONGEST_SILENCE = 20_000;

export interface Question {
  readonly address: string;
  readonly makeToken: () => Promise<string>;
  /** The bureau's time, as the answer's header says it. */
  readonly onTime: (header: string | null) => void;
  readonly signal: AbortSignal;
  /** Milliseconds without a byte after which the line counts as cut. */
  readonly longestSilence: number;
}

export type Contact<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: OutboxFault | "stopped" };

/** What has become of a package; its receipts behind the one with this number, still to be verified. */
export function fetchReceipts(
  question: Question,
  packageId: string,
  after: number,
): Promise<Contact<ReceiptsAnswer>> {
  return ask(question, receiptsUrl(question.address, packageId, after), receiptsAnswerSchema);
}

/** What the bureau publishes, still to be verified. */
export function askStatements(question: Question): Promise<Contact<StatementsAnswer>> {
  return ask(question, statementsUrl(question.address), statementsAnswerSchema);
}

/** The first success of several addresses, else what the last one said. */
export async function atAny<Value>(
  addresses: readonly string[],
  work: (address: string) => Promise<Contact<Value>>,
): Promise<Contact<Value>> {
  let contact: Contact<Value> = { ok: false, code: "no-address" };
  for (const address of addresses) {
    contact = await work(address);
    // A receiver that finds our clock wrong has said what time it is.
    if (!contact.ok && contact.code === "clock-off") contact = await work(address);
    if (contact.ok || contact.code === "stopped") return contact;
  }
  return contact;
}

/** Asks one thing; whatever does not come in the form expected comes from something that is no receiver. */
async function ask<Value>(
  { makeToken, onTime, signal, longestSilence }: Question,
  url: string,
  schema: z.ZodType<Value>,
): Promise<Contact<Value>> {
  const silence = listenForSilence(signal, longestSilence);
  try {
    const response = await get(url, await makeToken(), silence.signal);
    const headerOf = (name: string) => textOrNull(response.headers[name.toLowerCase()]);
    onTime(headerOf(TIME_HEADER));
    const text = await readText(response, silence);
    if (text === null) return { ok: false, code: "not-a-receiver" };
    const { statusCode: status = 0 } = response;
    if (status !== 200) {
      const code = headerOf(CODE_HEADER);
      return { ok: false, code: faultOfAnswer({ status, code, body: text }) };
    }
    const parsed = schema.safeParse(parseJson(text));
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: false, code: "not-a-receiver" };
  } catch (error) {
    return { ok: false, code: faultOf(error, signal, silence.signal) };
  } finally {
    silence.end();
  }
}

/**
 * Not `fetch`: that of Node 20 may wait for ever where a connection is closed as soon as it stands, as by a
 * proxy whose receiver is down. Redirections are not followed.
 */
async function get(url: string, token: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.startsWith("https:") ? httpsRequest : httpRequest;
  // A connection of its own: questions are minutes apart, and one that was kept may be gone by then.
  const asking = request(url, {
    agent: false,
    headers: { authorization: `Bearer ${token}` },
    signal,
  });
  // What goes wrong once the answer has begun is said by the answer too.
  asking.on("error", () => undefined);
  asking.end();
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  return response;
}

function textOrNull(header: string | string[] | undefined): string | null {
  return typeof header === "string" ? header : null;
}

/** Null where it is longer than anything that a receiver says. */
async function readText(body: IncomingMessage, { hear }: Silence): Promise<string | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body as AsyncIterable<Uint8Array>) {
    hear();
    size += piece.length;
    if (size > MOST_ANSWER_BYTES) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf(
  error: unknown,
  signal: AbortSignal,
  silence: AbortSignal,
): OutboxFault | "stopped" {
  if (signal.aborted) return "stopped";
  if (silence.aborted) return "unreachable";
  const code = faultOfNetwork(error);
  if (code !== null) return code;
  throw error;
}
