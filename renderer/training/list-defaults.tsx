import { useId } from "react";
import { TRAINING_CATEGORIES, TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import type { TrainingListDefaults } from "../../shared/training-list/read-training-list.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { listMessages } from "./list-messages.ts";

const REFUSE = "refuse";
const YES = "yes";
const NO = "no";

interface ListDefaultsProps {
  readonly defaults: TrainingListDefaults;
  readonly onChange: (defaults: TrainingListDefaults) => void;
  readonly years: readonly number[];
}

/** What holds where the list does not say it: stated, and open to choice. */
export function ListDefaults({ defaults, onChange, years }: ListDefaultsProps) {
  const say = useMessages(listMessages);
  const refuse = { value: REFUSE, label: say("list.refuse") };
  return (
    <section className="training-panel">
      <h2 className="training-heading">{say("list.defaults")}</h2>
      <div className="list-defaults">
        <DefaultChoice
          label={say("list.defaultYear")}
          value={defaults.year === null ? REFUSE : String(defaults.year)}
          options={[
            refuse,
            ...years.toReversed().map((year) => ({
              value: String(year),
              label: say("list.asYear", { year }),
            })),
          ]}
          onChange={(value) =>
            onChange({ ...defaults, year: value === REFUSE ? null : Number(value) })
          }
        />
        <DefaultChoice
          label={say("list.defaultCategory")}
          value={defaults.category ?? REFUSE}
          options={[
            refuse,
            ...TRAINING_CATEGORIES.map((value) => ({
              value,
              label: TRAINING_CATEGORY_LABELS[value],
            })),
          ]}
          onChange={(value) =>
            onChange({
              ...defaults,
              category: TRAINING_CATEGORIES.find((one) => one === value) ?? null,
            })
          }
        />
        <DefaultChoice
          label={say("list.defaultSpecialty")}
          value={defaults.inSpecialty ? YES : NO}
          options={[
            { value: NO, label: say("list.notSpecialty") },
            { value: YES, label: say("list.asSpecialty") },
          ]}
          onChange={(value) => onChange({ ...defaults, inSpecialty: value === YES })}
        />
      </div>
    </section>
  );
}

interface DefaultChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function DefaultChoice({ label, value, options, onChange }: DefaultChoiceProps) {
  const id = useId();
  return (
    <div className="list-default">
      <label htmlFor={id}>{label}</label>
      <Choice id={id} value={value} options={options} onChange={onChange} />
    </div>
  );
}
