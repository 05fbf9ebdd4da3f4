import type { IncomingHttpHeaders } from "node:http";

/** Who may speak to the loopback host, as far as the headers of a request tell. */

export interface Asked {
  readonly method: string;
  /** As on the first line of the request. */
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** How a request that changes or tells something must come. */
export interface Entrance {
  readonly method: "GET" | "POST";
  /** Of its body. */
  readonly type: string | null;
}

/**
 * What holds for every request, the page itself included: our own name, spelled as we spell it. A page of
 * another name that was made to point to this machine (DNS rebinding) fails here.
 */
export function refuseStranger({ headers }: Asked, host: string): Refusal | null {
  return headers.host === host ? null : { status: 421, reason: "this host has another name" };
}

/** What holds for everything but the page and its files: from our own page, in the one way it asks. */
export function refuseForeignCall(asked: Asked, host: string, entrance: Entrance): Refusal | null {
  const { headers, method } = asked;
  if (method !== entrance.method) return { status: 405, reason: "not this way" };
  if (asked.target.includes("?")) return { status: 400, reason: "no questions in addresses" };
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") {
    return { status: 403, reason: "from another site" };
  }
  const isOwn = headers.origin === `http://${host}`;
  // Browsers send no origin when a page reads from its own host; with anything else they must.
  const mayLack = entrance.method === "GET" && headers.origin === undefined;
  if (!isOwn && !mayLack) return { status: 403, reason: "from another origin" };
  if (entrance.type !== null && headers["content-type"] !== entrance.type) {
    return { status: 415, reason: "not this kind of content" };
  }
  return null;
}
