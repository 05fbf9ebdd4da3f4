import {
  RECEIVER_REFUSALS,
  type ReceiverRefusal,
  receiverRefusalSchema,
} from "../../../shared/submission/receiver-answer.ts";
import type { OutboxFault } from "./fault.ts";

/** What a receiver's refusal, or a failing network, means for a package. */

const BY_CODE = {
  "token-missing": "token-bad",
  "token-bad": "token-bad",
  "token-other": "token-bad",
  "upload-form": "token-bad",
  "clock-off": "clock-off",
  "wrong-bureau": "wrong-bureau",
  "unknown-unit": "unknown-unit",
  "key-revoked": "key-revoked",
  "not-yours": "upload-gone",
  "upload-gone": "upload-gone",
  "too-big": "too-large",
  "too-many": "busy",
  "wrong-hash": "hash-wrong",
  "not-found": "not-a-receiver",
  "server-full": "server-full",
  "server-fault": "server-fault",
} as const satisfies Record<ReceiverRefusal, OutboxFault>;

/** What a tus server or a proxy says without a code of ours. 409: the two sides count different bytes. */
const BY_STATUS: Readonly<Record<number, OutboxFault>> = {
  404: "not-a-receiver",
  405: "not-a-receiver",
  409: "link-cut",
  413: "too-large",
  423: "busy",
  429: "busy",
  502: "unreachable",
  503: "server-fault",
  504: "unreachable",
};

/** An answer that is no success. */
export interface BadAnswer {
  readonly status: number;
  /** Of the header that says the code: an answer to HEAD has no body. */
  readonly code: string | null | undefined;
  readonly body: string;
}

/** The fault behind an answer that is no success. */
export function faultOfAnswer(answer: BadAnswer): OutboxFault {
  const code = answer.code ?? codeIn(answer.body);
  if (isRefusal(code)) return BY_CODE[code];
  const known = BY_STATUS[answer.status];
  if (known !== undefined) return known;
  if (answer.status >= 500) return "server-fault";
  return answer.status >= 400 ? "not-accepted" : "not-a-receiver";
}

function isRefusal(code: string): code is ReceiverRefusal {
  return Object.hasOwn(RECEIVER_REFUSALS, code);
}

function codeIn(body: string): string {
  try {
    return receiverRefusalSchema.safeParse(JSON.parse(body)).data?.code ?? "";
  } catch {
    // Not JSON: the status alone has to do.
    return "";
  }
}

const OFFLINE = new Set(["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "ENETDOWN"]);
const UNREACHABLE = new Set(["ECONNREFUSED", "EHOSTUNREACH", "EHOSTDOWN", "ETIMEDOUT"]);
const CUT = new Set(["ECONNRESET", "EPIPE", "ECONNABORTED"]);
/** What Node says of a certificate: OpenSSL's names, and its own for a wrong host. */
const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS/;

/** The fault behind an error of the network; null for anything else. */
export function faultOfNetwork(error: unknown): OutboxFault | null {
  for (let cause: unknown = error; cause instanceof Error; cause = causeOf(cause)) {
    const code = "code" in cause ? String(cause.code) : "";
    if (OFFLINE.has(code)) return "offline";
    if (UNREACHABLE.has(code)) return "unreachable";
    if (CUT.has(code)) return "link-cut";
    if (CERTIFICATE.test(code)) return "certificate";
    if (code === "EPROTO" || code.startsWith("HPE_")) return "not-a-receiver";
  }
  return null;
}

/** Node's own `cause`, and what tus-js-client calls so. */
function causeOf(error: Error): unknown {
  return "causingError" in error ? error.causingError : error.cause;
}

/** Seconds that a busy receiver asks to wait (RFC 9110 §10.2.3); null where it says none. */
export function readRetryAfter(header: string | null | undefined): number | null {
  return /^\d{1,6}$/.test(header ?? "") ? Number(header) : null;
}
