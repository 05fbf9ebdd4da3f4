import { Button, Checkbox, Input } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { Choice } from "../widgets/choice.tsx";
import { type ControlProps, Field } from "../widgets/form.tsx";
import type { FieldSpec, FieldValue, Option, SubjectValues } from "./field-spec.ts";
import { EMPTY_SUBJECT } from "./form-values.ts";
import { RECORD_MESSAGES, type RecordKey } from "./record-messages.ts";
import type { RecordForm } from "./use-record-form.ts";

interface FormFieldProps {
  readonly field: FieldSpec;
  readonly form: RecordForm;
  /** The person's titles, for fields that name one. */
  readonly titles: readonly Option[];
}

/** One field of a record's form with its label, help and check. */
export function FormField({ field, form, titles }: FormFieldProps) {
  const say = useMessages(RECORD_MESSAGES);
  const label = say(field.label);
  const { key } = field;
  // Null is a value of its own here: a period that still runs.
  const { [key]: value = "" } = form.values;
  const change = (next: FieldValue) => form.change(key, next);
  if (field.type === "flag") {
    return (
      <div className="people-flag" onBlur={() => form.leave(key)}>
        <Checkbox checked={value === true} onChange={(event) => change(event.target.checked)}>
          {label}
        </Checkbox>
        {field.help === undefined ? null : <div className="field-hint">{say(field.help)}</div>}
      </div>
    );
  }
  if (field.type === "subjects") {
    return <SubjectsField field={field} form={form} label={label} />;
  }
  return (
    <div data-field={key} onBlur={() => form.leave(key)}>
      <Field
        label={label}
        {...(field.help === undefined ? {} : { hint: say(field.help) })}
        error={form.errorOf(key)}
        isRequired={field.isRequired}
      >
        {(control) => (
          <Control
            control={control}
            field={field}
            value={value}
            titles={titles}
            onChange={change}
            onFault={(sentence) => form.tellDateFault(key, sentence)}
          />
        )}
      </Field>
    </div>
  );
}

interface ControlOfProps {
  readonly control: ControlProps;
  readonly field: FieldSpec;
  readonly value: FieldValue;
  readonly titles: readonly Option[];
  readonly onChange: (value: FieldValue) => void;
  readonly onFault: (sentence: string | null) => void;
}

function Control(props: ControlOfProps) {
  const { control, field, value, titles, onChange, onFault } = props;
  const say = useMessages(RECORD_MESSAGES);
  const text = typeof value === "string" ? value : "";
  switch (field.type) {
    case "choice":
      return (
        <ListField
          control={control}
          value={text}
          options={field.options}
          emptyLabel={field.isNullable ? say("value.none") : say("value.choose")}
          onChange={onChange}
        />
      );
    case "statement": {
      const options = [
        { value: "yes", label: say("value.yes") },
        { value: "no", label: say("value.no") },
      ];
      const emptyLabel = say("value.unstated");
      return <ListField {...{ control, options, emptyLabel, onChange }} value={text} />;
    }
    case "title": {
      const emptyLabel = titles.length === 0 ? say("value.noTitles") : say("value.choose");
      return <ListField {...{ control, emptyLabel, onChange }} value={text} options={titles} />;
    }
    case "start":
    case "end":
      return (
        <div className="people-period-end">
          <DateField
            {...control}
            precision="month-or-day"
            value={text === "" ? null : text}
            disabled={value === null}
            onChange={(next) => onChange(next ?? "")}
            onFault={onFault}
          />
          {field.type === "end" ? (
            <Checkbox
              checked={value === null}
              onChange={(event) => {
                onFault(null);
                onChange(event.target.checked ? null : "");
              }}
            >
              {say("value.running")}
            </Checkbox>
          ) : null}
        </div>
      );
    default:
      return (
        <Input
          {...control}
          value={text}
          maxLength={500}
          inputMode={field.type === "number" || field.type === "year" ? "decimal" : "text"}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

interface ListFieldProps {
  readonly control: ControlProps;
  readonly value: string;
  readonly options: readonly Option[];
  readonly emptyLabel: string;
  readonly onChange: (value: string) => void;
}

function ListField({ control, value, options, emptyLabel, onChange }: ListFieldProps) {
  return (
    <Choice
      {...control}
      isWide
      value={value}
      options={[{ value: "", label: emptyLabel }, ...options]}
      onChange={onChange}
    />
  );
}

interface SubjectsFieldProps {
  readonly field: FieldSpec;
  readonly form: RecordForm;
  readonly label: string;
}

const SUBJECT_PARTS = [
  ["name", "field.subjectName"],
  ["score", "field.subjectScore"],
  ["nationalLine", "field.subjectLine"],
] as const satisfies readonly (readonly [keyof SubjectValues, RecordKey])[];

/** The subjects of an examination, one line each. */
function SubjectsField({ field, form, label }: SubjectsFieldProps) {
  const say = useMessages(RECORD_MESSAGES);
  const { key } = field;
  const value = form.values[key];
  const subjects: readonly SubjectValues[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className="people-subjects" onBlur={() => form.leave(key)}>
      <legend>{label}</legend>
      {Array.from(subjects.entries(), ([index, subject]) => (
        <SubjectLine key={index} {...{ form, index, subject, subjects }} fieldKey={key} />
      ))}
      <Button onClick={() => form.change(key, [...subjects, EMPTY_SUBJECT])}>
        {say("form.addSubject")}
      </Button>
      {field.help === undefined ? null : <div className="field-hint">{say(field.help)}</div>}
    </fieldset>
  );
}

interface SubjectLineProps {
  readonly form: RecordForm;
  readonly fieldKey: string;
  readonly index: number;
  readonly subject: SubjectValues;
  readonly subjects: readonly SubjectValues[];
}

function SubjectLine({ form, fieldKey, index, subject, subjects }: SubjectLineProps) {
  const say = useMessages(RECORD_MESSAGES);
  const number = index + 1;
  return (
    <div className="people-subject">
      {SUBJECT_PARTS.map(([part, partLabel]) => {
        const error = form.errorOf(`${fieldKey}.${index}.${part}`);
        return (
          <div key={part}>
            <Input
              aria-label={say("form.subject", { number, field: say(partLabel) })}
              placeholder={say(partLabel)}
              value={subject[part]}
              {...(error === null ? {} : { status: "error", "aria-invalid": true })}
              onChange={({ target }) =>
                form.change(fieldKey, subjects.with(index, { ...subject, [part]: target.value }))
              }
            />
            {error === null ? null : (
              <div className="field-error" role="status">
                <span aria-hidden="true">✕ </span>
                {error}
              </div>
            )}
          </div>
        );
      })}
      <Button
        aria-label={say("form.removeSubject", { number })}
        onClick={() => form.change(fieldKey, subjects.toSpliced(index, 1))}
      >
        {say("form.remove")}
      </Button>
    </div>
  );
}
