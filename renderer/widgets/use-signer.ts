import { useCallback } from "react";
import { formatInstant } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { widgetMessages } from "./messages.ts";
import { useNotice } from "./notice.tsx";

/** Who does something, and when by the host's clock: `2026-11-23T08:15:30Z`. */
export interface Signer {
  readonly by: string;
  readonly at: string;
}

/** A function that gives the operator and the moment; null: nobody is chosen or no clock answers, and that was said. */
export function useSigner(): () => Promise<Signer | null> {
  const store = useStore();
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(widgetMessages);
  return useCallback(async () => {
    const settings = store.getState().records?.settings;
    const operator = settings?.operators.find(({ id }) => id === settings.operatorId);
    if (operator === undefined) {
      notice.failed(say("noOperator"));
      return null;
    }
    const clock = await bridge.call("app.info", {});
    if (clock.ok) return { by: operator.name, at: formatInstant(clock.output.now) };
    notice.failed(clock.error.message);
    return null;
  }, [store, bridge, notice, say]);
}
