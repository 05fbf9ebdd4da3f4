import { type Answer, hostError } from "../../shared/bridge/method.ts";
import {
  type Bridge,
  type BridgeEvent,
  type BridgeEvents,
  EVENTS,
  type InputOf,
  type Method,
  METHODS,
  type OutputOf,
} from "../../shared/bridge/methods.ts";
import type { RawHost } from "./raw-host.ts";

/** The typed bridge over a host: whatever comes from the other side is checked before it is believed. */
export function checkedBridge(host: RawHost): Bridge {
  return {
    call: async <M extends Method>(
      method: M,
      input: InputOf<M>,
      bytes?: Uint8Array,
    ): Promise<Answer<OutputOf<M>>> => {
      let answer: Answer<unknown>;
      try {
        answer = await host.call(method, input, bytes ?? null);
      } catch {
        // The way to Node is cut: nothing can be said of the call but that no answer came.
        return hostError("host-gone");
      }
      if (!answer.ok) return answer;
      const output = METHODS[method].output.safeParse(answer.output);
      if (!output.success) return hostError("bug");
      return { ok: true, output: output.data as OutputOf<M>, bytes: answer.bytes };
    },
    on: <E extends BridgeEvent>(event: E, listener: (payload: BridgeEvents[E]) => void) =>
      host.onEvent((name, payload) => {
        if (name !== event) return;
        const parsed = EVENTS[event].safeParse(payload);
        if (parsed.success) listener(parsed.data as BridgeEvents[E]);
      }),
  };
}
