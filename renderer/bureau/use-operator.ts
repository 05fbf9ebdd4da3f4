import { useCallback } from "react";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { useNotice } from "../widgets/notice.tsx";
import { packageMessages } from "./package-messages.ts";

/** A function that gives who works here; null: nobody is chosen, and that was said. */
export function useOperator(): () => string | null {
  const store = useStore();
  const notice = useNotice();
  const say = useMessages(packageMessages);
  return useCallback(() => {
    const settings = store.getState().records?.settings;
    const operator = settings?.operators.find(({ id }) => id === settings.operatorId);
    if (operator !== undefined) return operator.name;
    notice.failed(say("noOperator"));
    return null;
  }, [store, notice, say]);
}
