import { useMessages } from "../i18n/messages.ts";
import { Restored } from "../widgets/restored.tsx";
import type { FieldSpec, Option } from "./field-spec.ts";
import { FormField } from "./form-field.tsx";
import { RECORD_MESSAGES } from "./record-messages.ts";
import type { RecordForm } from "./use-record-form.ts";

interface FormBodyProps {
  readonly fields: readonly FieldSpec[];
  readonly form: RecordForm;
  readonly titles?: readonly Option[];
  /** What was filled in by itself. */
  readonly filled?: string | null;
}

const NO_TITLES: readonly Option[] = [];

/** The fields of a form, what was restored or filled in, and what would be wrong elsewhere. */
export function FormBody({ fields, form, titles, filled = null }: FormBodyProps) {
  const say = useMessages(RECORD_MESSAGES);
  return (
    <>
      <Restored isShown={form.isRestored} onDiscard={form.reset} />
      {fields.map((field) => (
        <FormField key={field.key} field={field} form={form} titles={titles ?? NO_TITLES} />
      ))}
      <div role="status">
        {filled === null ? null : <p className="people-filled">{filled}</p>}
        {form.elsewhere.length === 0 ? null : (
          <div className="people-elsewhere">
            <p>{say("form.elsewhere")}</p>
            <ul>
              {form.elsewhere.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {form.faultCount === 0 ? null : (
          <p className="field-error">
            <span aria-hidden="true">✕ </span>
            {say("form.mend", { count: form.faultCount })}
          </p>
        )}
      </div>
    </>
  );
}
