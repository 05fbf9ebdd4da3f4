import { Checkbox, Input, InputNumber, Radio } from "antd";
import { TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field } from "../widgets/form.tsx";
import { HelpTip } from "../widgets/help-tip.tsx";
import type { CourseDraft, CourseField } from "./course-form.ts";
import { trainingMessages } from "./messages.ts";

interface CourseFieldsProps {
  readonly draft: CourseDraft;
  readonly onChange: (draft: CourseDraft) => void;
  /** Shown once the user has tried to save. */
  readonly errors: Readonly<Partial<Record<CourseField, string>>>;
}

/** The fields of a course, each with its check beside it. */
export function CourseFields({ draft, onChange, errors }: CourseFieldsProps) {
  const say = useMessages(trainingMessages);
  const set = (change: Partial<CourseDraft>) => onChange({ ...draft, ...change });
  return (
    <>
      <Field label={say("form.title")} hint={say("form.titleHint")} error={errors.title ?? null}>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={draft.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={say("form.year")} isRequired error={errors.year ?? null}>
        {(control) => (
          <InputNumber
            {...control}
            precision={0}
            controls={false}
            value={draft.year}
            onChange={(year) => set({ year })}
          />
        )}
      </Field>
      <Field label={say("form.hours")} isRequired error={errors.hours ?? null}>
        {(control) => (
          <InputNumber
            {...control}
            controls={false}
            value={draft.hours}
            onChange={(hours) => set({ hours })}
          />
        )}
      </Field>
      <Field label={say("form.category")} isRequired error={errors.category ?? null}>
        {({ id, "aria-describedby": describedBy }) => (
          <Radio.Group
            id={id}
            aria-label={say("form.category")}
            aria-describedby={describedBy}
            value={draft.category}
            options={TRAINING_CATEGORIES.map((value) => ({
              value,
              label: TRAINING_CATEGORY_LABELS[value],
            }))}
            onChange={(event) =>
              set({
                category: TRAINING_CATEGORIES.find((one) => one === event.target.value) ?? null,
              })
            }
          />
        )}
      </Field>
      <Field label="">
        {({ id }) => (
          <span className="training-inline">
            <Checkbox
              id={id}
              checked={draft.inSpecialty}
              onChange={(event) => set({ inSpecialty: event.target.checked })}
            >
              {say("form.inSpecialty")}
            </Checkbox>
            <HelpTip text={say("form.inSpecialtyHelp")} />
          </span>
        )}
      </Field>
      <Field
        label={say("form.organizer")}
        hint={say("form.organizerHint")}
        error={errors.organizer ?? null}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={draft.organizer}
            onChange={(event) => set({ organizer: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
