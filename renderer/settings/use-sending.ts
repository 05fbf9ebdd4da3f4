import { useState } from "react";
import type { InputOf, Method, OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";

/** A call that a dialog makes once at a time: whether it runs, what was refused, and the call itself. */
export function useSending<M extends Method>(method: M) {
  const bridge = useBridge();
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async (input: InputOf<M>): Promise<OutputOf<M> | null> => {
    setIsSending(true);
    setFault(null);
    const answer = await bridge.call(method, input);
    setIsSending(false);
    if (answer.ok) return answer.output;
    setFault(answer.error.message);
    return null;
  };
  return { isSending, fault, send };
}
