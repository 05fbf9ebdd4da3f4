import { Input } from "antd";
import { useMessages } from "../i18n/messages.ts";
import { DateField } from "../widgets/date-field.tsx";
import { Field } from "../widgets/form.tsx";
import { roundMessages } from "./messages.ts";
import { type OpeningFault, type OpeningForm, packOfForm, typeYear } from "./opening.ts";
import { usePacks } from "../widgets/pack.ts";

const FAULTS = {
  year: "opening.wrong.year",
  taken: "opening.wrong.taken",
  applyOn: "opening.wrong.applyOn",
  applyOnYear: "opening.wrong.applyOnYear",
  cutOff: "opening.wrong.cutOff",
  cutOffYear: "opening.wrong.cutOffYear",
  pack: "opening.wrong.pack",
} as const satisfies Record<OpeningFault, string>;

interface OpeningFieldsProps {
  readonly form: OpeningForm;
  readonly faults: readonly OpeningFault[];
  readonly onChange: (form: OpeningForm) => void;
  /** False where the year stands and only its days change. */
  readonly hasYear: boolean;
}

/** Year, days and the pack that follows from them. */
export function OpeningFields({ form, faults, onChange, hasYear }: OpeningFieldsProps) {
  const packs = usePacks();
  const say = useMessages(roundMessages);
  const errorOf = (...codes: readonly OpeningFault[]) => {
    const code = codes.find((one) => faults.includes(one));
    return code === undefined ? null : say(FAULTS[code]);
  };
  return (
    <>
      {hasYear ? (
        <Field label={say("opening.year")} isRequired error={errorOf("year", "taken")}>
          {(control) => (
            <Input
              {...control}
              className="round-short"
              inputMode="numeric"
              maxLength={4}
              value={form.year}
              onChange={({ target }) => onChange(typeYear(form, target.value))}
            />
          )}
        </Field>
      ) : null}
      <Field
        label={say("opening.applyOn")}
        isRequired
        hint={say("opening.applyOnHint")}
        error={errorOf("applyOn", "applyOnYear", "pack")}
      >
        {(control) => (
          <DateField
            {...control}
            value={form.applyOn}
            onChange={(applyOn) => onChange({ ...form, applyOn: applyOn ?? "" })}
          />
        )}
      </Field>
      <Field
        label={say("opening.cutOff")}
        isRequired
        hint={say("opening.cutOffHint")}
        error={errorOf("cutOff", "cutOffYear")}
      >
        {(control) => (
          <DateField
            {...control}
            value={form.cutOff}
            onChange={(cutOff) => onChange({ ...form, cutOff: cutOff ?? "" })}
          />
        )}
      </Field>
      <div className="field">
        <span className="round-field-label">{say("opening.pack")}</span>
        <div className="field-control">
          {packOfForm(form, packs)?.title ?? say("opening.noPack")}
        </div>
      </div>
    </>
  );
}
