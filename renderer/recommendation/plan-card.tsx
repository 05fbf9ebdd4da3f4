import { Button, Input } from "antd";
import { formatDay } from "../../shared/calendar/text.ts";
import { isRecommended } from "../../shared/recommendation/context.ts";
import { earliestEnd } from "../../shared/recommendation/publicity.ts";
import type { Publicity } from "../../shared/recommendation/round.ts";
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
  blankPublicity,
  checkPublicity,
  countHangingDays,
  formOfPublicity,
  type PublicityFault,
  type PublicityForm,
  publicityOfForm,
} from "./publicity-form.ts";
import { publicityMessages } from "./publicity-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

interface PlanCardProps {
  readonly scene: RoundScene;
  readonly canPlan: boolean;
}

/** 公示安排: from when to when, where, and whom to turn to, beside the working days. */
export function PlanCard({ scene, canPlan }: PlanCardProps) {
  const say = useMessages(publicityMessages);
  const { round, pack } = scene;
  const least = pack.parameters["publicity.workingDays"].value;
  return (
    <Card title={say("plan")} help={say("plan.help", { least })}>
      {canPlan ? (
        <PlanEditor scene={scene} least={least} />
      ) : round.publicity === null ? null : (
        <FixedPlan publicity={round.publicity} />
      )}
    </Card>
  );
}

/** What stands once the notice hangs. */
function FixedPlan({ publicity }: { readonly publicity: Publicity }) {
  const say = useMessages(publicityMessages);
  const form = formOfPublicity(publicity);
  return (
    <>
      <dl className="round-facts">
        <dt>{say("plan.from")}</dt>
        <dd>{publicity.from}</dd>
        <dt>{say("plan.to")}</dt>
        <dd>
          {publicity.to}（{say("plan.days", { days: countHangingDays(form) ?? 0 })}）
        </dd>
        <dt>{say("plan.places")}</dt>
        <dd>{publicity.places.join("、")}</dd>
        <dt>{say("plan.contact")}</dt>
        <dd>{publicity.contact === "" ? "—" : publicity.contact}</dd>
      </dl>
      <CalendarTable form={form} onChange={null} />
    </>
  );
}

interface PlanEditorProps {
  readonly scene: RoundScene;
  readonly least: number;
}

function PlanEditor({ scene: { round, candidacies }, least }: PlanEditorProps) {
  const say = useMessages(publicityMessages);
  const edit = useRoundEdit(round);
  const today = formatDay(useToday());
  const { publicity } = round;
  const onFile = publicity === null ? blankPublicity(today, least) : formOfPublicity(publicity);
  const [form, setForm, forget, isRestored] = useFormDraft<PublicityForm>(
    `round:publicity:${round.id}`,
    onFile,
  );
  const faults = checkPublicity(form, least);
  const isChanged = publicity === null || JSON.stringify(form) !== JSON.stringify(onFile);
  const save = async () => {
    if (faults.length > 0 || !isChanged) return;
    const plan = publicityOfForm(form, publicity);
    // A notice that is planned anew while the round is at it hangs at once, so it names whom it is about.
    const candidacyIds =
      round.state === "publishing" ? candidacies.filter(isRecommended).map(({ id }) => id) : null;
    const isDone = await edit(labelEdit("history.publicityPlanned", { year: round.year }), () => ({
      publicity: candidacyIds === null ? plan : { ...plan, candidacyIds },
    }));
    if (isDone) forget();
  };
  return (
    <>
      <Form label={say("plan")} onSubmit={() => void save()}>
        <Restored isShown={isRestored} onDiscard={forget} />
        <PlanFields form={form} faults={faults} least={least} onChange={setForm} />
        <div className="round-form-foot no-print">
          <Button type="primary" htmlType="submit" disabled={faults.length > 0 || !isChanged}>
            {say("plan.save")}
          </Button>
        </div>
      </Form>
      <CalendarTable form={form} onChange={setForm} />
    </>
  );
}

interface PlanFieldsProps {
  readonly form: PublicityForm;
  readonly faults: readonly PublicityFault[];
  readonly least: number;
  readonly onChange: (form: PublicityForm) => void;
}

function PlanFields({ form, faults, least, onChange }: PlanFieldsProps) {
  const say = useMessages(publicityMessages);
  const days = countHangingDays(form);
  const earliest = faults.includes("from") ? null : earliestEnd(form.from, least, form.corrections);
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
