import { Input } from "antd";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Objection } from "../../shared/recommendation/round.ts";
import {
  OBJECTION_OUTCOME_LABELS,
  OBJECTION_OUTCOMES,
  type ObjectionOutcome,
} from "../../shared/submission/proceedings.ts";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { DialogForm } from "./dialog-form.tsx";
import {
  checkObjection,
  formOfObjection,
  type ObjectionForm,
  objectionOfForm,
  withObjection,
} from "./objection-form.ts";
import { publicityMessages } from "./publicity-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

interface ObjectionDialogProps {
  readonly scene: RoundScene;
  /** Null for a new one. */
  readonly objection: Objection | null;
  readonly onClose: () => void;
}

/** One objection: what it says, whom it is about, how it was handled. */
export function ObjectionDialog({ scene, objection, onClose }: ObjectionDialogProps) {
  const say = useMessages(publicityMessages);
  const edit = useRoundEdit(scene.round);
  const today = formatDay(useToday());
  const [form, setForm, forget, isRestored] = useFormDraft<ObjectionForm>(
    `round:objection:${scene.round.id}:${objection?.id ?? "new"}`,
    formOfObjection(objection, today),
  );
  const faults = checkObjection(form);
  const save = async () => {
    const { publicity, year } = scene.round;
    if (publicity === null) return false;
    const own = objectionOfForm(objection?.id ?? crypto.randomUUID(), form);
    const isDone = await edit(labelEdit("history.objectionSaved", { year }), () => ({
      publicity: { ...publicity, objections: withObjection(publicity.objections, own) },
    }));
    if (isDone) forget();
    return isDone;
  };
  const put = (part: Partial<ObjectionForm>) => setForm({ ...form, ...part });
  return (
    <DialogForm
      title={objection === null ? say("objection.add") : say("objection.handle")}
      okText={say("save")}
      isReady={faults.length === 0}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("objection.receivedOn")} isRequired>
        {(control) => (
          <DateField
            {...control}
            value={form.receivedOn}
            onChange={(on) => put({ receivedOn: on ?? "" })}
          />
        )}
      </Field>
      <Field label={say("objection.about")}>
        {({ id }) => (
          <select
            id={id}
            className="round-select"
            value={form.candidacyId}
            onChange={({ target }) => put({ candidacyId: target.value })}
          >
            <option value="">{say("objection.all")}</option>
            {scene.candidacies.map((candidacy) => (
              <option key={candidacy.id} value={candidacy.id}>
                {nameOf(scene, candidacy)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={say("objection.from")} hint={say("objection.fromHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={form.from}
            onChange={({ target }) => put({ from: target.value })}
          />
        )}
      </Field>
      <Field label={say("objection.text")} isRequired>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={form.text}
            onChange={({ target }) => put({ text: target.value })}
          />
        )}
      </Field>
      <HandlingFields form={form} put={put} isLate={faults.includes("closedOn")} />
    </DialogForm>
  );
}

interface HandlingFieldsProps {
  readonly form: ObjectionForm;
  readonly put: (part: Partial<ObjectionForm>) => void;
  readonly isLate: boolean;
  readonly labels?: Readonly<Record<ObjectionOutcome, string>>;
}

/** How it was handled, what was decided, and when: of an objection, or of an appeal. */
export function HandlingFields({
  form,
  put,
  isLate,
  labels = OBJECTION_OUTCOME_LABELS,
}: HandlingFieldsProps) {
  const say = useMessages(publicityMessages);
  const isClosed = form.outcome !== "";
  return (
    <>
      <Field
        label={say("objection.handling")}
        isRequired={isClosed}
        hint={say("objection.handlingHint")}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={form.handling}
            onChange={({ target }) => put({ handling: target.value })}
          />
        )}
      </Field>
      <Field label={say("objection.outcome")}>
        {({ id }) => (
          <select
            id={id}
            className="round-select"
            value={form.outcome}
            onChange={({ target }) =>
              put({ outcome: OBJECTION_OUTCOMES.find((one) => one === target.value) ?? "" })
            }
          >
            <option value="">{say("objection.open")}</option>
            {OBJECTION_OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {labels[one]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {isClosed ? (
        <Field
          label={say("objection.closedOn")}
          isRequired
          error={isLate && form.closedOn !== "" ? say("objection.closedEarly") : null}
        >
          {(control) => (
            <DateField
              {...control}
              value={form.closedOn}
              onChange={(on) => put({ closedOn: on ?? "" })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}
