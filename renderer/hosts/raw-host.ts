import type { Answer } from "../../shared/bridge/method.ts";

/** What a host carries, before anything is checked. */
export interface RawHost {
  readonly call: (
    method: string,
    input: unknown,
    bytes: Uint8Array | null,
  ) => Promise<Answer<unknown>>;
  /** Gives a function that ends the listening. */
  readonly onEvent: (listener: (event: string, payload: unknown) => void) => () => void;
}

/** What Electron's preload puts on the window: functions and plain values only. */
export interface ElectronDoor {
  readonly call: (method: string, input: unknown, bytes: Uint8Array | null) => Promise<unknown>;
  readonly onEvent: (listener: (event: string, payload: unknown) => void) => () => void;
}

declare global {
  interface Window {
    readonly jiceng?: ElectronDoor;
  }
}
