import { useCallback } from "react";
import { formatInstant } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { useNotice } from "../widgets/notice.tsx";
import { submissionsMessages } from "./messages.ts";

/** Who does it and when. */
export interface Signed {
  readonly by: string;
  readonly at: string;
}

/** A function that gives the operator's name and the host's time; null: there is none, and why was said. */
export function useSigned(): () => Promise<Signed | null> {
  const store = useStore();
  const bridge = useBridge();
  const notice = useNotice();
  const say = useMessages(submissionsMessages);
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
