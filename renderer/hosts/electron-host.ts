import { answerOf } from "./answer.ts";
import type { ElectronDoor, RawHost } from "./raw-host.ts";

/** The bridge through Electron's preload. */
export function connectElectron(door: ElectronDoor): RawHost {
  return {
    call: async (method, input, bytes) => answerOf(await door.call(method, input, bytes)),
    onEvent: (listener) => door.onEvent(listener),
  };
}
