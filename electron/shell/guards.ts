import type { App, Session, WebContents } from "electron";
import { isOwnPage } from "./origin.ts";

/** What no page in this program may do, whatever it is made to run. */

/** The store asks that its records be kept (promise 6); copying is what a button asks. Nothing else. */
const GRANTED: ReadonlySet<string> = new Set(["persistent-storage", "clipboard-sanitized-write"]);

const LOADABLE: ReadonlySet<string> = new Set(["app:", "data:", "blob:", "devtools:"]);

/** Refuses permissions and devices, and whatever would leave this machine. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) => {
    decide(GRANTED.has(permission) && isOwnPage(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      GRANTED.has(permission) && contents !== null && isOwnPage(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !URL.canParse(url) || !LOADABLE.has(new URL(url).protocol) });
  });
  session.setSpellCheckerEnabled(false);
}

/** Holds every page that ever comes to be to its own address and its own window. */
export function guardContents(app: App): void {
  app.on("web-contents-created", (_event, contents: WebContents) => {
    contents.on("will-navigate", (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on("will-redirect", (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on("will-frame-navigate", (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}
