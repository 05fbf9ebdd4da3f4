import type { Answer } from "../../../shared/bridge/method.ts";
import type { BridgeEvent, BridgeEvents } from "../../../shared/bridge/methods.ts";
import type { OsSealer } from "../keys/os-sealer.ts";
import type { Pauses } from "../outbox/retry-plan.ts";
import type { UploadPatience } from "../outbox/upload-package.ts";

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
  /** Asks where to save the page as it would be printed and saves it as a PDF; absent: the screen prints. */
  readonly savePdf?: (name: string) => Promise<SavedFile>;
  /** Asks where to save a file that is too big to be handed over; null where the user cancels. */
  readonly chooseTarget?: (name: string) => Promise<string | null>;
  /** Shows a folder in the system's file manager; false where it could not. */
  readonly showFolder?: (path: string) => Promise<boolean>;
  /** Milliseconds since 1970, UTC; the wall clock where absent. */
  readonly now?: () => number;
  /** Below this much free space nothing is written; for tests. */
  readonly floorBytes?: number;
  /** How long sending waits, milliseconds; for tests. */
  readonly sending?: { readonly pauses: Pauses; readonly patience: UploadPatience };
}

export interface SavedFile {
  readonly how: "saved" | "cancelled";
  readonly path: string | null;
}
