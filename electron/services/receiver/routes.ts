import type { IncomingMessage } from "node:http";

/** What a receiver can be asked, below whatever path its address has. */
export type Route =
  | { readonly name: "begin" }
  | { readonly name: "touch"; readonly id: string }
  | { readonly name: "receipts"; readonly packageId: string; readonly after: number }
  | { readonly name: "statements" };

const BEGIN = /\/uploads$/;
const TOUCH = /\/uploads\/([0-9a-f]{32})$/;
const RECEIPTS = /\/receipts\/([0-9a-f-]{36})$/;
const STATEMENTS = /\/statements$/;
const TOUCHING = new Set(["HEAD", "PATCH", "DELETE"]);

/** What a request asks for; null for anything that is not offered. */
export function routeOf({ method = "", url = "" }: IncomingMessage): Route | null {
  const [path = "", query = ""] = url.split("?");
  if (method === "POST") return BEGIN.test(path) ? { name: "begin" } : null;
  const id = TOUCH.exec(path)?.[1];
  if (TOUCHING.has(method)) return id === undefined ? null : { name: "touch", id };
  if (method !== "GET") return null;
  const packageId = RECEIPTS.exec(path)?.[1];
  if (packageId !== undefined) return { name: "receipts", packageId, after: afterOf(query) };
  return STATEMENTS.test(path) ? { name: "statements" } : null;
}

/** -1, which stands before every serial, where nothing else is said. */
function afterOf(query: string): number {
  const after = new URLSearchParams(query).get("after") ?? "";
  return /^\d{1,6}$/.test(after) ? Number(after) : -1;
}
