import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { newNonce, screenHeaders } from "./content-policy.ts";

/** The built screen as files; nothing outside its folder, and no kind that it does not consist of. */

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".ttf": "font/ttf",
  ".pfb": "application/x-font-type1",
  ".json": "application/json",
  ".bcmap": "application/octet-stream",
  ".wasm": "application/wasm",
};

const PAGE = "index.html";
/** Stands in the page where the nonce of this load goes: antd takes it from there. */
const NONCE_PLACE = /(<meta name="csp-nonce" content=")[^"]*(")/;
/** Vite puts a hash into the names of these, so that they never change. */
const HASHED = /^assets\//;

export interface ScreenFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The file at a path of the screen's address (`/assets/a.js`); null where there is none. */
export async function readScreenFile(folder: string, path: string): Promise<ScreenFile | null> {
  const name = nameOf(path);
  const type = name === null ? undefined : TYPES[extname(name)];
  if (name === null || type === undefined) return null;
  let body: Uint8Array<ArrayBuffer>;
  try {
    body = await readFile(join(folder, ...name.split("/")));
  } catch {
    // Missing, a folder, not readable: there is no such page.
    return null;
  }
  const nonce = newNonce();
  if (name === PAGE) {
    const page = Buffer.from(body).toString("utf8").replace(NONCE_PLACE, `$1${nonce}$2`);
    body = new Uint8Array(Buffer.from(page));
  }
  const cache = HASHED.test(name) ? "private, max-age=31536000, immutable" : "no-store";
  return {
    headers: { ...screenHeaders(nonce), "content-type": type, "cache-control": cache },
    body,
  };
}

/** A relative name of plain parts; null for anything that could lead elsewhere. */
function nameOf(path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (!decoded.startsWith("/")) return null;
  const name = decoded === "/" ? PAGE : decoded.slice(1);
  const parts = name.split("/");
  const isPlain = (part: string) => /^[\w][\w.@-]*$/.test(part) && !part.includes(sep);
  return parts.every(isPlain) ? name : null;
}
