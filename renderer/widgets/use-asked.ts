import { useCallback, useEffect, useState } from "react";
import type { InputOf, Method, OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";

/** What a question to Node came to. */
export interface Asked<Output> {
  /** Null until it is there. */
  readonly output: Output | null;
  readonly fault: string | null;
  readonly refresh: () => Promise<void>;
}

/** Asks Node when the page opens, when the input changes, and again by `refresh`; what was there stays meanwhile. */
export function useAsked<M extends Method>(method: M, input: InputOf<M>): Asked<OutputOf<M>> {
  const bridge = useBridge();
  const key = JSON.stringify(input);
  const [held, setHeld] = useState<{ readonly key: string; readonly output: OutputOf<M> } | null>(
    null,
  );
  const [fault, setFault] = useState<string | null>(null);
  const ask = useCallback(
    async (isWanted: () => boolean) => {
      const answer = await bridge.call(method, JSON.parse(key) as InputOf<M>);
      if (!isWanted()) return;
      setFault(answer.ok ? null : answer.error.message);
      if (answer.ok) setHeld({ key, output: answer.output });
    },
    [bridge, method, key],
  );
  useEffect(() => {
    let isCurrent = true;
    void ask(() => isCurrent);
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  const refresh = useCallback(() => ask(() => true), [ask]);
  return { output: held?.key === key ? held.output : null, fault, refresh };
}
