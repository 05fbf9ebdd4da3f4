import { useCallback } from "react";
import { formatInstant } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import type { Edit, Records } from "../store/types.ts";
import { useCommit } from "../widgets/commit.ts";
import { useNotice } from "../widgets/notice.tsx";
import { roundMessages } from "./messages.ts";

/** Who does it and when: stands beside every decision of a round (promise 27). */
export interface Signed {
  readonly by: string;
  /** `2026-11-23T08:15:30Z`. */
  readonly at: string;
}

/**
 * A function that makes an edit of the records as they are then, in the name of the operator at the host's time;
 * false: not made, and said why.
 */
export function useSignedCommit(): (
  make: (signed: Signed, records: Records) => Edit,
) => Promise<boolean> {
  const store = useStore();
  const bridge = useBridge();
  const commit = useCommit();
  const notice = useNotice();
  const say = useMessages(roundMessages);
  return useCallback(
    async (make) => {
      const settings = store.getState().records?.settings;
      const operator = settings?.operators.find(({ id }) => id === settings.operatorId);
      if (operator === undefined) {
        notice.failed(say("noOperator"));
        return false;
      }
      const clock = await bridge.call("app.info", {});
      if (!clock.ok) {
        notice.failed(clock.error.message);
        return false;
      }
      const signed = { by: operator.name, at: formatInstant(clock.output.now) };
      return commit((records) => make(signed, records));
    },
    [store, bridge, commit, notice, say],
  );
}
