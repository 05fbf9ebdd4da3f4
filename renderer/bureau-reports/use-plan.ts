import { useState } from "react";
import type { ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { planMessages } from "./plan-messages.ts";

/** The plan on file, saving another in its place, and the way back from the last saving. */
export function usePlan() {
  const say = useMessages(planMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const asked = useAsked("desk.plan", {});
  const [before, setBefore] = useState<ReformPlan | null>(null);
  const plan = asked.output?.plan ?? null;
  const put = async (next: ReformPlan) => {
    const answer = await bridge.call("desk.putPlan", { plan: next });
    if (answer.ok) await asked.refresh();
    else notice.failed(answer.error.message);
    return answer.ok;
  };
  const save = async (next: ReformPlan) => {
    const isDone = await put(next);
    if (isDone) {
      setBefore(plan);
      notice.done(say("saved"));
    }
    return isDone;
  };
  const goBack = async (to: ReformPlan) => {
    if (!(await put(to))) return;
    setBefore(null);
    notice.done(say("takenBack"));
  };
  const takeBack = before === null ? null : () => goBack(before);
  return { asked, plan, save, takeBack };
}
