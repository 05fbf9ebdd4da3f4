import { useState } from "react";
import type { ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { planMessages } from "./plan-messages.ts";

/** The plan on file, saving another in its place, and the way back from the last saving. */
export function usePlan() {
  const say = useMessages(planMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const confirm = useConfirm();
  const asked = useAsked("desk.plan", {});
  const [before, setBefore] = useState<ReformPlan | null>(null);
  const plan = asked.output?.plan ?? null;
  const put = async (next: ReformPlan, over: ReformPlan | null): Promise<boolean> => {
    const answer = await bridge.call("desk.putPlan", { plan: next, before: over });
    if (answer.ok) {
      setBefore(over);
      await asked.refresh();
      return true;
    }
    if (answer.error.code === "plan-changed") return putOver(next);
    notice.failed(answer.error.message);
    return false;
  };
  /** Another desk has kept a plan since ours was read: what we wrote stays where it is until it is decided which counts. */
  const putOver = async (next: ReformPlan) => {
    const newest = await bridge.call("desk.plan", {});
    if (!newest.ok) {
      notice.failed(newest.error.message);
      return false;
    }
    const { plan: other } = newest.output;
    if (other === null) return put(next, null);
    const who = say("keptBy", { by: other.by, at: formatBeijing(other.at) });
    const question = { title: say("changed.title"), text: say("changed.text", { who }) };
    const isSure = await confirm({ ...question, okLabel: say("changed.ok"), isDanger: true });
    return isSure && (await put(next, other));
  };
  const save = async (next: ReformPlan) => {
    const isDone = await put(next, plan);
    if (isDone) notice.done(say("saved"));
    return isDone;
  };
  const goBack = async (to: ReformPlan) => {
    if (!(await put(to, plan))) return;
    setBefore(null);
    notice.done(say("takenBack"));
  };
  const takeBack = before === null ? null : () => goBack(before);
  return { asked, plan, save, takeBack };
}
