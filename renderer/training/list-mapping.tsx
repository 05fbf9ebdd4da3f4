import { TRAINING_LIST_FIELDS } from "../../shared/training-list/fields.ts";
import type { TrainingListReading } from "../../shared/training-list/read-training-list.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { listMessages } from "./list-messages.ts";

const NOT_USED = "";

type Choice = Readonly<Record<string, string | null>>;

interface ListMappingProps {
  readonly table: NonNullable<TrainingListReading["table"]>;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** Which column was taken for what, open to choice. */
export function ListMapping({ table, choice, onChange }: ListMappingProps) {
  const say = useMessages(listMessages);
  const options = [
    { value: NOT_USED, label: say("list.notUsed") },
    ...TRAINING_LIST_FIELDS.map(({ key, label }) => ({ value: key as string, label })),
  ];
  return (
    <details className="training-panel">
      <summary>{say("list.mapping")}</summary>
      <table className="list-columns">
        <thead>
          <tr>
            <th scope="col">{say("list.column")}</th>
            <th scope="col">{say("list.heading")}</th>
            <th scope="col">{say("list.use")}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map(({ letters, heading, key }) => (
            <tr key={letters}>
              <td>{letters}</td>
              <td>{heading}</td>
              <td>
                <Choice
                  label={`${heading} ${say("list.use")}`}
                  value={key ?? NOT_USED}
                  options={options}
                  onChange={(value) => onChange(withChoice(choice, table, letters, value))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The choice with one column more; a field is filled by one column, so another one gives it up. */
function withChoice(
  choice: Choice,
  { columns }: ListMappingProps["table"],
  letters: string,
  value: string,
): Choice {
  const others = columns
    .filter((column) => column.letters !== letters && column.key === value)
    .map((column) => [column.letters, null] as const);
  return {
    ...choice,
    ...Object.fromEntries(others),
    [letters]: value === NOT_USED ? null : value,
  };
}
