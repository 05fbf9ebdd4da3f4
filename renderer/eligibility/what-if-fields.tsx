import { Checkbox, InputNumber } from "antd";
import type { ReactNode } from "react";
import { APPRAISAL_RESULT_LABELS, APPRAISAL_RESULTS } from "../../shared/records/appraisal.ts";
import type { Person } from "../../shared/records/person.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import {
  LINE_LABELS,
  LINES,
  TITLE_LEVEL_LABELS,
  TITLE_LEVELS,
} from "../../shared/records/title.ts";
import {
  HOURS_IN_A_YEAR,
  TRAINING_CATEGORIES,
  TRAINING_CATEGORY_LABELS,
} from "../../shared/records/training.ts";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { Choice, type ChoiceOption } from "../widgets/choice.tsx";
import { Field } from "../widgets/form.tsx";
import { sayPosting } from "./change-words.ts";
import { eligibilityMessages } from "./messages.ts";
import { choosePosting, chooseTitle, type WhatIfDraft } from "./what-if-draft.ts";

interface FieldsProps {
  readonly draft: WhatIfDraft;
  readonly onChange: (draft: WhatIfDraft) => void;
  readonly person: Person;
  /** What the change lacks, in words. */
  readonly fault: string | null;
}

const EARLIEST_YEAR = 1950;
const LATEST_YEAR = 2100;

/** The fields that the chosen kind of change asks. */
export function WhatIfFields(props: FieldsProps) {
  switch (props.draft.kind) {
    case "posting":
      return <PostingFields {...props} />;
    case "titleDate":
      return <TitleDateFields {...props} />;
    case "training":
      return <TrainingFields {...props} />;
    case "title":
      return <TitleFields {...props} />;
    case "appraisal":
      return <AppraisalFields {...props} />;
    case "year":
      return <YearFields {...props} />;
    default:
      return props.draft.kind satisfies never;
  }
}

function PostingFields({ draft, onChange, person, fault }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  if (person.postings.length === 0) return <p>{say("whatIf.noPostings")}</p>;
  return (
    <>
      <ChoiceField
        label={say("whatIf.which")}
        value={String(draft.index)}
        options={person.postings.map((posting, index) => ({
          value: String(index),
          label: `${posting.from} — ${posting.to ?? say("change.running")} ${sayPosting(posting)}`,
        }))}
        onChange={(index) => onChange(choosePosting(draft, Number(index), person))}
      />
      <DateInput
        label={say("whatIf.from")}
        value={draft.from}
        fault={fault}
        onChange={(from) => onChange({ ...draft, from })}
      />
      <DateInput
        label={say("whatIf.to")}
        hint={say("whatIf.toHint")}
        value={draft.to}
        fault={null}
        onChange={(to) => onChange({ ...draft, to })}
      />
    </>
  );
}

function TitleDateFields({ draft, onChange, person, fault }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  if (draft.titleId === null) return <p>{say("whatIf.noTitles")}</p>;
  return (
    <>
      <ChoiceField
        label={say("whatIf.whichTitle")}
        value={draft.titleId}
        options={person.titles.map(({ id, name, obtainedOn }) => ({
          value: id,
          label: `${name} ${obtainedOn}`,
        }))}
        onChange={(titleId) => onChange(chooseTitle(draft, titleId, person))}
      />
      <DateInput
        label={say("whatIf.obtainedOn")}
        value={draft.obtainedOn}
        fault={fault}
        onChange={(obtainedOn) => onChange({ ...draft, obtainedOn })}
      />
    </>
  );
}

function TrainingFields({ draft, onChange, fault }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  return (
    <>
      <YearInput draft={draft} onChange={onChange} />
      <ChoiceField
        label={say("whatIf.category")}
        value={draft.category}
        options={optionsOf(TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS)}
        onChange={(category) => onChange({ ...draft, category })}
      />
      <Field label={say("whatIf.hours")} error={fault} isRequired>
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={HOURS_IN_A_YEAR}
            value={draft.hours}
            onChange={(hours) => onChange({ ...draft, hours })}
          />
        )}
      </Field>
      <Tick
        label={say("whatIf.inSpecialty")}
        isOn={draft.inSpecialty}
        onChange={(inSpecialty) => onChange({ ...draft, inSpecialty })}
      />
    </>
  );
}

function TitleFields({ draft, onChange, fault }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  return (
    <>
      <ChoiceField
        label={say("whatIf.series")}
        value={draft.series}
        options={optionsOf(SERIES, SERIES_LABELS)}
        onChange={(series) => onChange({ ...draft, series })}
      />
      <ChoiceField
        label={say("whatIf.level")}
        value={draft.level}
        options={optionsOf(TITLE_LEVELS, TITLE_LEVEL_LABELS)}
        onChange={(level) => onChange({ ...draft, level })}
      />
      <ChoiceField
        label={say("whatIf.line")}
        value={draft.line}
        options={optionsOf(LINES, LINE_LABELS)}
        onChange={(line) => onChange({ ...draft, line })}
      />
      <DateInput
        label={say("whatIf.obtainedOn")}
        value={draft.obtainedOn}
        fault={fault}
        onChange={(obtainedOn) => onChange({ ...draft, obtainedOn })}
      />
      <Tick
        label={say("whatIf.isAppointed")}
        isOn={draft.isAppointed}
        onChange={(isAppointed) => onChange({ ...draft, isAppointed })}
      />
    </>
  );
}

function AppraisalFields({ draft, onChange }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  return (
    <>
      <YearInput draft={draft} onChange={onChange} />
      <ChoiceField
        label={say("whatIf.result")}
        value={draft.result}
        options={optionsOf(APPRAISAL_RESULTS, APPRAISAL_RESULT_LABELS)}
        onChange={(result) => onChange({ ...draft, result })}
      />
    </>
  );
}

function YearFields({ draft, onChange }: FieldsProps) {
  const say = useMessages(eligibilityMessages);
  return (
    <>
      <YearInput draft={draft} onChange={onChange} />
      <Tick
        label={say("whatIf.isAssumed")}
        isOn={draft.isAssumed}
        onChange={(isAssumed) => onChange({ ...draft, isAssumed })}
      />
    </>
  );
}

function optionsOf<Value extends string>(
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
): readonly ChoiceOption<Value>[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

function ChoiceField<Value extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Field label={label}>
      {(control) => <Choice {...control} value={value} options={options} onChange={onChange} />}
    </Field>
  );
}

function DateInput({
  label,
  hint,
  value,
  fault,
  onChange,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string | null;
  readonly fault: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  return (
    <Field label={label} hint={hint} error={fault}>
      {(control) => (
        <DateField {...control} precision="month-or-day" value={value} onChange={onChange} />
      )}
    </Field>
  );
}

function YearInput({ draft, onChange }: Pick<FieldsProps, "draft" | "onChange">) {
  const say = useMessages(eligibilityMessages);
  return (
    <Field label={say("whatIf.yearField")}>
      {(control) => (
        <InputNumber
          {...control}
          min={EARLIEST_YEAR}
          max={LATEST_YEAR}
          precision={0}
          value={draft.year}
          onChange={(year) => onChange({ ...draft, year: year ?? draft.year })}
        />
      )}
    </Field>
  );
}

/** A yes or no with its words. */
function Tick({
  label,
  isOn,
  onChange,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <Checkbox checked={isOn} onChange={(event) => onChange(event.target.checked)}>
      {label}
    </Checkbox>
  );
}
