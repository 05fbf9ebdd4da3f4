import { Button } from "antd";
import { useState } from "react";
import { PLAN_YEARS, type ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { civilOf } from "../../shared/calendar/day.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { useToday } from "../widgets/today.ts";
import { AskedView } from "./asked-view.tsx";
import { PlanActualCard } from "./plan-actual-card.tsx";
import { PlanEditor } from "./plan-editor.tsx";
import { beginPlan, planFormOf } from "./plan-form.ts";
import { planMessages } from "./plan-messages.ts";
import { usePlan } from "./use-plan.ts";
import "./reports.css";
import { PrintButtons } from "../widgets/print-buttons.tsx";

/** 改革规划: the county's plan, and each year what came of it. */
export function PlanPage() {
  const say = useMessages(planMessages);
  const { asked, plan, save, takeBack } = usePlan();
  const saved =
    plan === null ? undefined : say("keptBy", { by: plan.by, at: formatBeijing(plan.at) });
  return (
    <Page
      title={say("title")}
      help={say("help")}
      subtitle={saved}
      actions={
        plan === null ? undefined : (
          <>
            {takeBack === null ? null : (
              <Button onClick={() => void takeBack()}>{say("takeBack")}</Button>
            )}
            <PrintButtons name={plan.title} />
          </>
        )
      }
    >
      <AskedView asked={asked} failure={say("unread")}>
        {({ actual }) =>
          plan === null ? (
            <NoPlan onSave={save} />
          ) : (
            <>
              <PlanActualCard plan={plan} actual={actual} />
              <PlanEditor key={plan.at} initial={planFormOf(plan)} id={plan.id} onSave={save} />
            </>
          )
        }
      </AskedView>
    </Page>
  );
}

const FIRST_ID = "reform-plan";

/** The way to a first plan. */
function NoPlan({ onSave }: { readonly onSave: (plan: ReformPlan) => Promise<boolean> }) {
  const say = useMessages(planMessages);
  const { year } = civilOf(useToday());
  const [isMaking, setIsMaking] = useState(false);
  if (isMaking) {
    const title = say("defaultTitle", { from: year, to: year + PLAN_YEARS - 1 });
    return <PlanEditor initial={beginPlan(title, year)} id={FIRST_ID} onSave={onSave} />;
  }
  return (
    <Empty
      title={say("empty.title")}
      hint={say("empty.hint")}
      action={
        <Button type="primary" onClick={() => setIsMaking(true)}>
          {say("empty.make")}
        </Button>
      }
    />
  );
}
