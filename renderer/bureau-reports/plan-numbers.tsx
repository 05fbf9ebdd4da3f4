import { Button, Input } from "antd";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { POST_GROUP_LABELS, POST_GROUPS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { type LineForm, type PlanPartProps, withLine } from "./plan-form.ts";
import { planMessages } from "./plan-messages.ts";

interface PlanNumbersProps extends PlanPartProps {
  /** Null while the first year is not one. */
  readonly years: readonly number[] | null;
}

/** How many are to obtain a title, a row for each series and level and a column a year. */
export function PlanNumbers({ form, onChange, years }: PlanNumbersProps) {
  const say = useMessages(planMessages);
  const columns = Array.from({ length: form.years }, (_, index) => years?.[index] ?? index + 1);
  const put = (index: number, line: LineForm | null) =>
    onChange({
      ...form,
      lines: form.lines.flatMap((one, at) => (at === index ? (line ?? []) : one)),
    });
  return (
    <section aria-label={say("numbers")}>
      <h3>{say("numbers")}</h3>
      <div className="reports-scroll">
        <table className="reports-table" aria-label={say("numbers")}>
          <thead>
            <tr>
              <th scope="col">{say("series")}</th>
              <th scope="col">{say("group")}</th>
              {columns.map((year) => (
                <th key={year} scope="col">
                  {say("yearOf", { year })}
                </th>
              ))}
              <th scope="col">{say("remove")}</th>
            </tr>
          </thead>
          <tbody>
            {form.lines.map((line, index) => (
              <NumbersRow
                // oxlint-disable-next-line react/no-array-index-key -- series and level may be the same for a moment
                key={index}
                at={index + 1}
                line={line}
                years={columns}
                onChange={(next) => put(index, next)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="reports-bar">
        <Button onClick={() => onChange(withLine(form))}>{say("addNumbers")}</Button>
      </div>
    </section>
  );
}

interface NumbersRowProps {
  readonly at: number;
  readonly line: LineForm;
  readonly years: readonly number[];
  /** Null takes the row away. */
  readonly onChange: (line: LineForm | null) => void;
}

function NumbersRow({ at, line, years, onChange }: NumbersRowProps) {
  const say = useMessages(planMessages);
  const series = SERIES_LABELS[line.series];
  const group = POST_GROUP_LABELS[line.group];
  return (
    <tr>
      <td>
        <Choice
          label={say("seriesOf", { at })}
          value={line.series}
          options={SERIES.map((value) => ({ value, label: SERIES_LABELS[value] }))}
          onChange={(value) => onChange({ ...line, series: value })}
        />
      </td>
      <td>
        <Choice
          label={say("groupOf", { at })}
          value={line.group}
          options={POST_GROUPS.map((value) => ({ value, label: POST_GROUP_LABELS[value] }))}
          onChange={(value) => onChange({ ...line, group: value })}
        />
      </td>
      {years.map((year, index) => (
        <td key={year}>
          <Input
            aria-label={say("numberOf", { series, group, year })}
            inputMode="numeric"
            maxLength={6}
            value={line.planned[index]}
            onChange={({ target }) =>
              onChange({ ...line, planned: line.planned.with(index, target.value) })
            }
          />
        </td>
      ))}
      <td>
        <Button
          size="small"
          aria-label={say("removeNumbers", { series, group })}
          onClick={() => onChange(null)}
        >
          {say("remove")}
        </Button>
      </td>
    </tr>
  );
}
