import type {
  DesktopServices,
  EventListener,
} from "../../electron/services/desktop/desktop-services.ts";

/** What a call brought to the services behind a host. */
export interface Heard {
  readonly method: string;
  readonly input: unknown;
  readonly bytes: Uint8Array | null;
}

/** Stands for the services where only the way to them is tested: keeps what comes, gives bytes back reversed. */
export function echoServices() {
  const heard: Heard[] = [];
  const listeners = new Set<EventListener>();
  const services: DesktopServices = {
    call: (method, input, bytes) => {
      heard.push({ method, input, bytes: bytes === null ? null : Uint8Array.from(bytes) });
      return Promise.resolve({
        ok: true,
        output: { echo: input },
        bytes: bytes === null ? null : Uint8Array.from(bytes).toReversed(),
      });
    },
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
  const tell: EventListener = (event, payload) => {
    for (const listener of listeners) listener(event, payload);
  };
  return { services, heard, tell, listening: () => listeners.size };
}
