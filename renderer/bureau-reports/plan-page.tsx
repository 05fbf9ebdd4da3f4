import { Button } from "antd";
import { useState } from "react";
import { civilOf } from "../../shared/calendar/day.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { PLAN_YEARS, type ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { Page } from "../widgets/page.tsx";
import { Empty, Failure, Loading } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { useAsked } from "../widgets/use-asked.ts";
import { PlanActualCard } from "./plan-actual-card.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { beginPlan, planFormOf } from "./plan-form.ts";
import { planMessages } from "./plan-messages.ts";
import "./reports.css";

/** 改革规划: the county's plan, and each year what came of it. */
export function PlanPage() {
  const say = useMessages(planMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const { year } = civilOf(useToday());
  const { output, fault, refresh } = useAsked("desk.plan", {});
  const [isMaking, setIsMaking] = useState(false);
  const [before, setBefore] = useState<ReformPlan | null>(null);
  const plan = output?.plan ?? null;
  const put = async (next: ReformPlan) => {
    const answer = await bridge.call("desk.putPlan", { plan: next });
    if (answer.ok) await refresh();
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
  const takeBack = async (to: ReformPlan) => {
    if (!(await put(to))) return;
    setBefore(null);
    notice.done(say("takenBack"));
  };
  const first = beginPlan(say("defaultTitle", { from: year, to: year + PLAN_YEARS - 1 }), year);
  return (
    <Page
      title={say("title")}
      help={say("help")}
      subtitle={
        plan === null ? undefined : say("keptBy", { by: plan.by, at: formatBeijing(plan.at) })
      }
      actions={
        plan === null ? undefined : (
          <>
            {before === null ? null : (
              <Button onClick={() => void takeBack(before)}>{say("takeBack")}</Button>
            )}
            <Button onClick={() => window.print()}>{say("print")}</Button>
          </>
        )
      }
    >
      {fault === null ? null : (
        <Failure title={say("unread")} message={fault} onRetry={() => void refresh()} />
      )}
      {output === null && fault === null ? <Loading /> : null}
      {output === null || plan === null ? null : (
        <PlanActualCard plan={plan} actual={output.actual} />
      )}
      {output !== null && plan === null && !isMaking ? (
        <Empty
          title={say("empty.title")}
          hint={say("empty.hint")}
          action={
            <Button type="primary" onClick={() => setIsMaking(true)}>
              {say("empty.make")}
            </Button>
          }
        />
      ) : null}
      {output === null || (plan === null && !isMaking) ? null : (
        <PlanEditor
          key={plan?.at ?? "new"}
          initial={plan === null ? first : planFormOf(plan)}
          id={plan?.id ?? "reform-plan"}
          onSave={save}
        />
      )}
    </Page>
  );
}
