import { Button, Input } from "antd";
import { formatDay } from "../../shared/calendar/text.ts";
import { isRecommended } from "../../shared/recommendation/context.ts";
import { earliestEnd } from "../../shared/recommendation/publicity.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { CalendarTable } from "./calendar-table.tsx";
import {
  checkPublicity,
  countHangingDays,
  formOfPublicity,
  type PublicityFault,
  type PublicityForm,
  publicityOfForm,
} from "./publicity-form.ts";
import { publicityMessages } from "./publicity-messages.ts";
import { useRoundEdit } from "./round-edit.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

interface PlanCardProps {
  readonly scene: RoundScene;
  readonly canPlan: boolean;
}

/** 公示安排: from when to when, where, and whom to turn to, beside the working days. */
export function PlanCard({ scene, canPlan }: PlanCardProps) {
  const say = useMessages(publicityMessages);
  const { round, pack, candidacies } = scene;
  const edit = useRoundEdit(round);
  const today = formatDay(useToday());
  const least = pack.parameters["publicity.workingDays"].value;
  const onFile = formOfPublicity(round.publicity, today, least);
  const [form, setForm, forget, isRestored] = useFormDraft<PublicityForm>(
    `round:publicity:${round.id}`,
    onFile,
  );
  const faults = checkPublicity(form, least);
  const isChanged = round.publicity === null || JSON.stringify(form) !== JSON.stringify(onFile);
  const save = async () => {
    if (faults.length > 0 || !isChanged) return;
    const plan = publicityOfForm(form, round.publicity);
    // A notice that is planned anew while the round is at it hangs at once, so it names whom it is about.
    const candidacyIds =
      round.state === "publishing" ? candidacies.filter(isRecommended).map(({ id }) => id) : null;
    const isDone = await edit(labelEdit("history.publicityPlanned", { year: round.year }), () => ({
      publicity: candidacyIds === null ? plan : { ...plan, candidacyIds },
    }));
    if (isDone) forget();
  };
  return (
    <Card title={say("plan")} help={say("plan.help", { least })}>
      <Form label={say("plan")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={forget} />
        <PlanFields form={form} faults={faults} least={least} onChange={setForm} isOpen={canPlan} />
        {canPlan ? (
          <div className="round-form-foot no-print">
            <Button type="primary" htmlType="submit" disabled={faults.length > 0 || !isChanged}>
              {say("plan.save")}
            </Button>
          </div>
        ) : null}
      </Form>
      <CalendarTable form={form} onChange={canPlan ? setForm : null} />
    </Card>
  );
}

interface PlanFieldsProps {
  readonly form: PublicityForm;
  readonly faults: readonly PublicityFault[];
  readonly least: number;
  readonly onChange: (form: PublicityForm) => void;
  readonly isOpen: boolean;
}

function PlanFields({ form, faults, least, onChange, isOpen }: PlanFieldsProps) {
  const say = useMessages(publicityMessages);
  const days = countHangingDays(form);
  const canSetEnd = isOpen && !faults.includes("from");
  const earliest = canSetEnd ? earliestEnd(form.from, least, form.corrections) : null;
  return (
    <>
      <Field
        label={say("plan.from")}
        isRequired
        error={faults.includes("from") ? say("plan.wrong.day") : null}
        hint={say("plan.fromHint")}
      >
        {(control) => (
          <DateField
            {...control}
            disabled={!isOpen}
            value={form.from}
            onChange={(from) => onChange({ ...form, from: from ?? "" })}
          />
        )}
      </Field>
      <Field label={say("plan.to")} isRequired error={endFault(faults, say, least, earliest)}>
        {(control) => (
          <div className="round-actions">
            <DateField
              {...control}
              disabled={!isOpen}
              value={form.to}
              onChange={(to) => onChange({ ...form, to: to ?? "" })}
            />
            <span role="status">{days === null ? "" : say("plan.days", { days })}</span>
            {earliest === null || earliest === form.to ? null : (
              <Button size="small" onClick={() => onChange({ ...form, to: earliest })}>
                {say("plan.earliest", { to: earliest })}
              </Button>
            )}
          </div>
        )}
      </Field>
      <Field
        label={say("plan.places")}
        isRequired
        hint={say("plan.placesHint")}
        error={faults.includes("places") ? say("plan.wrong.places") : null}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            disabled={!isOpen}
            maxLength={500}
            value={form.places}
            onChange={({ target }) => onChange({ ...form, places: target.value })}
          />
        )}
      </Field>
      <Field label={say("plan.contact")} hint={say("plan.contactHint")}>
        {(control) => (
          <Input
            {...control}
            disabled={!isOpen}
            maxLength={100}
            value={form.contact}
            onChange={({ target }) => onChange({ ...form, contact: target.value })}
          />
        )}
      </Field>
    </>
  );
}

function endFault(
  faults: readonly PublicityFault[],
  say: (
    key: "plan.wrong.day" | "plan.wrong.reversed" | "plan.wrong.short",
    params?: Readonly<Record<string, string | number>>,
  ) => string,
  least: number,
  earliest: string | null,
): string | null {
  if (faults.includes("to")) return say("plan.wrong.day");
  if (faults.includes("reversed")) return say("plan.wrong.reversed");
  if (faults.includes("short")) return say("plan.wrong.short", { least, earliest: earliest ?? "" });
  return null;
}
