import type { BrowserWindowConstructorOptions } from "electron";
import type { WindowPlace } from "./window-place.ts";

/**
 * The window. Defaults that matter for security are written out: a change of Electron's, or of ours, then
 * fails a test instead of passing unseen.
 */
export function windowOptions(
  preload: string,
  place: WindowPlace,
): BrowserWindowConstructorOptions {
  return {
    ...place.bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: "基层职称",
    backgroundColor: "#f5f6f8",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  };
}
