import type { Protocol } from "electron";
import { readScreenFile } from "../services/screen/screen-files.ts";
import { isOwnPage, SCHEME } from "./origin.ts";

/** The screen under an address of its own: no `file:`, which could read every file of the user. */

/** Before the app is ready. Neither CSP nor the same-origin rule is lifted. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Answers the window's requests with the built screen's files. */
export function serveScreen(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, async ({ url, method }) => {
    if (method !== "GET" || !isOwnPage(url)) return new Response("not this way", { status: 405 });
    const file = await readScreenFile(folder, new URL(url).pathname);
    if (file === null) return new Response("no such page", { status: 404 });
    return new Response(file.body, { headers: file.headers });
  });
}
