import { useState } from "react";
import type { InputOf } from "../../shared/bridge/methods.ts";
import type { DeskCandidate } from "../../shared/bridge/desk-schemas.ts";
import { DESK_DECISION_LABELS } from "../../shared/bureau/desk-decision.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { packageMessages } from "./package-messages.ts";
import { useOperator } from "./use-operator.ts";

type Given = InputOf<"desk.decide">["decisions"][number]["decision"];

/** A function that notes a decision on a candidacy or takes it back, and gives whether that was done. */
export function useDecide(
  packageId: string,
  { key, name, desk }: Pick<DeskCandidate, "key" | "name" | "desk">,
  onDone: () => Promise<void>,
) {
  const say = useMessages(packageMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const operator = useOperator();
  const [isBusy, setIsBusy] = useState(false);
  const decide = async (decision: Given): Promise<boolean> => {
    const by = operator();
    if (by === null || isBusy) return false;
    setIsBusy(true);
    const answer = await bridge.call("desk.decide", {
      packageId,
      by,
      decisions: [{ key, decision, before: desk }],
    });
    setIsBusy(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      // What another desk decided is shown before it can be decided otherwise.
      if (answer.error.code === "decision-changed") await onDone();
      return false;
    }
    notice.done(
      decision === null
        ? say("decision.cleared", { name })
        : say("decision.saved", { name, kind: DESK_DECISION_LABELS[decision.kind] }),
    );
    await onDone();
    return true;
  };
  return { isBusy, decide };
}
