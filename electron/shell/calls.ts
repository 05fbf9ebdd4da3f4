import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from "electron";
import { MOST_INPUT_BYTES } from "../../shared/bridge/framing.ts";
import { type Answer, hostError, type MethodSpec } from "../../shared/bridge/method.ts";
import { isMethod, METHODS } from "../../shared/bridge/methods.ts";
import type { DesktopServices } from "../services/desktop/desktop-services.ts";
import { CALL_CHANNEL, EVENT_CHANNEL } from "./channels.ts";
import { isOwnPage } from "./origin.ts";

/** The bridge over Electron's channels: calls from our own page's main frame only. */

/** Answers calls of the window's page. */
export function answerCalls(
  ipc: IpcMain,
  services: DesktopServices,
  windowOf: () => BrowserWindow | null,
): void {
  ipc.handle(CALL_CHANNEL, (event, ...given: unknown[]): Promise<Answer<unknown>> => {
    if (!isOwnSender(event, windowOf())) {
      return Promise.reject(new Error("a call from elsewhere"));
    }
    const [method, input, bytes, ...rest] = given;
    if (typeof method !== "string" || rest.length > 0) {
      return Promise.resolve(hostError("bad-input"));
    }
    if (bytes !== null && !(bytes instanceof Uint8Array)) {
      return Promise.resolve(hostError("bad-input"));
    }
    return checkSizes(method, input, bytes) ?? services.call(method, input, bytes);
  });
}

/** Tells the window's page what the services tell; gives a function that ends it. */
export function tellEvents(
  services: DesktopServices,
  windowOf: () => BrowserWindow | null,
): () => void {
  return services.onEvent((event, payload) => {
    const contents = windowOf()?.webContents;
    if (contents === undefined || contents.isDestroyed()) return;
    contents.send(EVENT_CHANNEL, event, payload);
  });
}

function isOwnSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  if (window === null || frame === null || event.sender !== window.webContents) return false;
  return frame === window.webContents.mainFrame && isOwnPage(frame.url);
}

/** The same limits as over loopback. */
function checkSizes(method: string, input: unknown, bytes: Uint8Array | null) {
  if (!isMethod(method)) return Promise.resolve(hostError("unknown-method"));
  const spec: MethodSpec = METHODS[method];
  const isTooLarge =
    (bytes?.length ?? 0) > (spec.mostBytes ?? 0) ||
    JSON.stringify([input]).length > (spec.mostInputBytes ?? MOST_INPUT_BYTES);
  return isTooLarge ? Promise.resolve(hostError("too-large")) : null;
}
