import { z } from "zod";
import { type CallHead, FRAME_TYPE, joinFrame, splitFrame } from "../../shared/bridge/framing.ts";
import { type Answer, hostError } from "../../shared/bridge/method.ts";
import { answerOf } from "./answer.ts";
import type { RawHost } from "./raw-host.ts";
import { listenToEvents } from "./loopback-events.ts";

/**
 * The bridge over 127.0.0.1. The start opened this page with a code for one use in the address's
 * fragment; it is exchanged for a token that lives as long as the tab, so that F5 keeps working.
 */

const TOKEN_PLACE = "jiceng.session";
const CODE = /^#code=([\w-]{43})$/;
const tokenSchema = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
const headSchema = z.object({ answer: z.unknown(), hasBytes: z.boolean() });

const UNAUTHORIZED = 401;
const TOO_LARGE = 413;

type Page = Pick<Window, "location" | "history" | "sessionStorage">;

export type Connected =
  | { readonly ok: true; readonly host: RawHost }
  | { readonly ok: false; readonly code: "not-paired" | "host-gone" };

/** Pairs the page with its host, or goes on with the session that the tab holds. */
export async function connectLoopback(page: Page): Promise<Connected> {
  const code = CODE.exec(page.location.hash)?.[1];
  if (code !== undefined) {
    // Out of the address before anything else: a code must not stay in the history.
    page.history.replaceState(null, "", `${page.location.pathname}#/`);
    const token = await exchangeCode(code);
    if (token !== null) page.sessionStorage.setItem(TOKEN_PLACE, token);
  }
  const token = page.sessionStorage.getItem(TOKEN_PLACE);
  if (token === null) return { ok: false, code: "not-paired" };
  const probe = await probeHost(token);
  if (probe !== null) return { ok: false, code: probe };
  return { ok: true, host: loopbackHost(token) };
}

async function exchangeCode(code: string): Promise<string | null> {
  try {
    const response = await fetch("/pair", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    return response.ok ? tokenSchema.parse(await response.json()).token : null;
  } catch {
    return null;
  }
}

/** Whether the host still knows the token; null where it does. */
async function probeHost(token: string): Promise<"not-paired" | "host-gone" | null> {
  try {
    const response = await post(token, "app.info", {}, null);
    return response.status === UNAUTHORIZED ? "not-paired" : null;
  } catch {
    return "host-gone";
  }
}

function loopbackHost(token: string): RawHost {
  return {
    call: async (method, input, bytes) => {
      const response = await post(token, method, input, bytes);
      if (response.status === TOO_LARGE) return hostError("too-large");
      if (!response.ok) return hostError("host-gone");
      return readAnswer(new Uint8Array(await response.arrayBuffer()));
    },
    onEvent: (listener) => listenToEvents(headersOf(token), listener),
  };
}

function headersOf(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

function post(
  token: string,
  method: string,
  input: unknown,
  bytes: Uint8Array | null,
): Promise<Response> {
  const head: CallHead = { input, hasBytes: bytes !== null };
  return fetch(`/call/${method}`, {
    method: "POST",
    headers: { ...headersOf(token), "content-type": FRAME_TYPE },
    body: joinFrame({
      head: new TextEncoder().encode(JSON.stringify(head)),
      bytes: bytes ?? new Uint8Array(),
    }),
  });
}

function readAnswer(block: Uint8Array): Answer<unknown> {
  const frame = splitFrame(block);
  const head = headSchema.safeParse(
    frame === null ? null : JSON.parse(new TextDecoder().decode(frame.head)),
  );
  if (frame === null || !head.success) return hostError("bug");
  const answer = answerOf(head.data.answer);
  return answer.ok ? { ...answer, bytes: head.data.hasBytes ? frame.bytes : null } : answer;
}
