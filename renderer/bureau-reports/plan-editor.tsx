import { Button, Input } from "antd";
import { useState } from "react";
import type { ReformPlan } from "../../shared/bureau/reform-plan.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Choice } from "../widgets/choice.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { useSigner } from "../widgets/use-signer.ts";
import { FaultList } from "./fault-list.tsx";
import {
  findPlanFaults,
  type PlanFault,
  type PlanForm,
  type PlanPartProps,
  planOf,
  withYears,
  yearsOf,
} from "./plan-form.ts";
import { type PlanKey, planMessages } from "./plan-messages.ts";
import { PlanNumbers } from "./plan-numbers.tsx";
import { PlanTasks } from "./plan-tasks.tsx";

const YEAR_COUNTS = [3, 4, 5, 6, 7, 8, 9, 10] as const;

const FAULT_WORDS = {
  title: "fault.title",
  from: "fault.from",
  number: "fault.number",
  twice: "fault.twice",
  taskText: "fault.taskText",
  taskDue: "fault.taskDue",
} as const satisfies Record<PlanFault["code"], PlanKey>;

interface PlanEditorProps {
  readonly initial: PlanForm;
  readonly id: string;
  readonly onSave: (plan: ReformPlan) => Promise<boolean>;
}

/** The plan's form: years, numbers and tasks; what was not saved is kept. */
export function PlanEditor({ initial, id, onSave }: PlanEditorProps) {
  const say = useMessages(planMessages);
  const sign = useSigner();
  const [form, setForm, forget, isRestored] = useFormDraft("bureau.plan", initial);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const faults = findPlanFaults(form);
  const sentences = faults.map((fault) => say(FAULT_WORDS[fault.code], paramsOf(fault)));
  const save = async () => {
    setIsChecked(true);
    if (faults.length > 0 || isSaving) return;
    setIsSaving(true);
    const signer = await sign();
    const isDone = signer !== null && (await onSave(planOf(form, { id, ...signer })));
    setIsSaving(false);
    if (isDone) forget();
  };
  return (
    <Card title={say("form")} className="no-print">
      <Form label={say("form")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={forget} />
        <HeadFields form={form} onChange={setForm} />
        <PlanNumbers form={form} onChange={setForm} years={yearsOf(form)} />
        <PlanTasks form={form} onChange={setForm} />
        <div className="reports-bar">
          <Button type="primary" htmlType="submit" loading={isSaving}>
            {say("save")}
          </Button>
        </div>
        {/* Under the button: a list that goes while it is pressed would move it from under the pointer. */}
        <FaultList sentences={isChecked ? sentences : []} />
      </Form>
    </Card>
  );
}

function HeadFields({ form, onChange }: PlanPartProps) {
  const say = useMessages(planMessages);
  return (
    <>
      <Field label={say("name")} isRequired>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={form.title}
            onChange={({ target }) => onChange({ ...form, title: target.value })}
          />
        )}
      </Field>
      <Field label={say("from")} isRequired>
        {(control) => (
          <Input
            {...control}
            className="reports-short"
            inputMode="numeric"
            maxLength={4}
            value={form.from}
            onChange={({ target }) => onChange({ ...form, from: target.value })}
          />
        )}
      </Field>
      <Field label={say("years")}>
        {(control) => (
          <Choice
            {...control}
            value={form.years}
            options={YEAR_COUNTS.map((count) => ({
              value: count,
              label: say("yearsOf", { count }),
            }))}
            onChange={(years) => onChange(withYears(form, years))}
          />
        )}
      </Field>
    </>
  );
}

function paramsOf(fault: PlanFault): Readonly<Record<string, string | number>> {
  if ("at" in fault) return { at: fault.at };
  if (!("series" in fault)) return {};
  return { series: SERIES_LABELS[fault.series], group: POST_GROUP_LABELS[fault.group] };
}
