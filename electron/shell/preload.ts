import { contextBridge, ipcRenderer } from "electron";
import { CALL_CHANNEL, EVENT_CHANNEL } from "./channels.ts";

/** What the page gets of Node: one function to call, one to hear. Electron's own objects never pass. */
contextBridge.exposeInMainWorld("jiceng", {
  call: (method: string, input: unknown, bytes: Uint8Array | null): Promise<unknown> =>
    ipcRenderer.invoke(CALL_CHANNEL, method, input, bytes),
  onEvent: (listener: (event: string, payload: unknown) => void): (() => void) => {
    const hear = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, hear);
    };
  },
});
