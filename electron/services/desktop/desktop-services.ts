import type { Answer } from "../../../shared/bridge/method.ts";
import type { BridgeEvent, BridgeEvents } from "../../../shared/bridge/methods.ts";
import type { OsSealer } from "../keys/os-sealer.ts";

/** The Node side of the bridge as both hosts hold it: they carry calls and events and know no method. */
export interface DesktopServices {
  /** Parses input and output by the method's schemas; expected errors are answers, and nothing throws. */
  readonly call: (
    method: string,
    input: unknown,
    bytes: Uint8Array | null,
  ) => Promise<Answer<unknown>>;
  /** Gives a function that ends the listening. */
  readonly onEvent: (listener: EventListener) => () => void;
  /** Takes no more calls, waits for those under way, forgets the keys. */
  readonly close: () => Promise<void>;
}

export type EventListener = <E extends BridgeEvent>(event: E, payload: BridgeEvents[E]) => void;

/** What a host brings along. */
export interface DesktopHost {
  readonly dataFolder: string;
  /** The operating system's key store; null where the host has none. */
  readonly osSealer: OsSealer | null;
  readonly host: "electron" | "loopback";
  readonly version: string;
  /** Asks where to save and saves; absent: the screen offers a download. */
  readonly saveFile?: (name: string, bytes: Uint8Array) => Promise<SavedFile>;
  /** Shows a folder in the system's file manager; false where it could not. */
  readonly showFolder?: (path: string) => Promise<boolean>;
  /** Milliseconds since 1970, UTC; the wall clock where absent. */
  readonly now?: () => number;
  /** Below this much free space nothing is written; for tests. */
  readonly floorBytes?: number;
}

export interface SavedFile {
  readonly how: "saved" | "cancelled";
  readonly path: string | null;
}
