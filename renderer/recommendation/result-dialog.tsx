import { Input, Radio } from "antd";
import { useId } from "react";
import type { Pack } from "../../shared/policy/pack.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import {
  type EnteredResult,
  leadsToTitle,
  recordResult,
} from "../../shared/recommendation/record-result.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useToday } from "../widgets/today.ts";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { resultMessages } from "./result-messages.ts";
import { nameOf } from "../widgets/round-scene.ts";
import { useSignedCommit } from "./signed.ts";

interface ResultDialogProps extends CandidateProps {
  readonly onClose: () => void;
}

/** Title names that the pack knows for what is applied for. */
function titleNamesFor({ titleNames }: Pack, { series, level }: Candidacy): readonly string[] {
  if (series === null || level === null) return [];
  return titleNames[series]?.[level] ?? [];
}

/** Passed or failed, on which day, and the name of the title: one edit puts all of it on file. */
export function ResultDialog({ scene, candidacy, onClose }: ResultDialogProps) {
  const say = useMessages(resultMessages);
  const commit = useSignedCommit();
  const listId = useId();
  const names = titleNamesFor(scene.pack, candidacy);
  const hasTitle = leadsToTitle(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(`round:result:${candidacy.id}`, {
    isPassed: true,
    on: formatDay(useToday()),
    titleName: names.length === 1 ? (names[0] ?? "") : "",
  });
  const titleName = cleanText(form.titleName);
  const isNamed = !form.isPassed || !hasTitle || titleName !== "";
  const person = scene.records.people.get(candidacy.personId);
  const save = async () => {
    if (person === undefined) return false;
    const { on } = form;
    const entered: EnteredResult = form.isPassed
      ? { outcome: "passed", on, titleName, titleId: crypto.randomUUID() }
      : { outcome: "failed", on };
    const isDone = await commit((signed) => {
      const recorded = recordResult(scene.round, person, candidacy, entered, signed);
      return {
        label: labelEdit("history.resultRecorded", { name: nameOf(scene, candidacy) }),
        putPeople: [recorded.person],
        putCandidacies: [recorded.candidacy],
      };
    });
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("result.record")}
      okText={say("save")}
      isReady={form.on !== "" && isNamed && person !== undefined}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={say("result")}
        value={form.isPassed}
        onChange={({ target }) => setForm({ ...form, isPassed: target.value === true })}
      >
        <Radio value={true}>{say("result.passed")}</Radio>
        <Radio value={false}>{say("result.failed")}</Radio>
      </Radio.Group>
      <Field
        label={form.isPassed ? say("result.obtainedOn") : say("result.day")}
        isRequired
        {...(form.isPassed ? { hint: say("result.obtainedHint") } : {})}
      >
        {(control) => (
          <DateField
            {...control}
            value={form.on}
            onChange={(on) => setForm({ ...form, on: on ?? "" })}
          />
        )}
      </Field>
      {form.isPassed && hasTitle ? (
        <Field label={say("result.titleName")} isRequired hint={say("result.titleHint")}>
          {(control) => (
            <>
              <Input
                {...control}
                list={listId}
                maxLength={60}
                value={form.titleName}
                onChange={({ target }) => setForm({ ...form, titleName: target.value })}
              />
              <datalist id={listId}>
                {names.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </datalist>
            </>
          )}
        </Field>
      ) : null}
    </DialogForm>
  );
}
