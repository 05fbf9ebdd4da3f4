import { Button } from "antd";
import { useState } from "react";
import type { TrainingEntry } from "../../shared/records/training.ts";
import type { Course } from "../../shared/training-list/course.ts";
import { useMessages } from "../i18n/messages.ts";
import { Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { CourseFields } from "./course-fields.tsx";
import { checkCourseDraft, draftOf, emptyCourse } from "./course-form.ts";
import { trainingMessages } from "./messages.ts";

interface EntryFormProps {
  readonly draftKey: string;
  /** Null for a new one. */
  readonly entry: TrainingEntry | null;
  readonly year: number;
  readonly onSave: (course: Course) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** The form of one entry; half filled in, it survives closing the window. */
export function EntryForm({ draftKey, entry, year, onSave, onCancel }: EntryFormProps) {
  const say = useMessages(trainingMessages);
  const initial = entry === null ? emptyCourse(year) : draftOf(entry);
  const [draft, setDraft, clearDraft, isRestored] = useFormDraft(draftKey, initial);
  const [hasTried, setHasTried] = useState(false);
  const { course, errors } = checkCourseDraft(draft);
  const submit = async () => {
    setHasTried(true);
    if (course === null) return;
    if (await onSave(course)) clearDraft();
  };
  return (
    <Form label={say("year.edit")} onSubmit={() => void submit()}>
      <Restored isShown={isRestored} onDiscard={clearDraft} />
      <CourseFields draft={draft} onChange={setDraft} errors={hasTried ? errors : {}} />
      <div className="training-form-actions">
        <Button
          onClick={() => {
            clearDraft();
            onCancel();
          }}
        >
          {say("form.cancel")}
        </Button>
        <Button type="primary" htmlType="submit">
          {say("form.save")}
        </Button>
      </div>
    </Form>
  );
}
