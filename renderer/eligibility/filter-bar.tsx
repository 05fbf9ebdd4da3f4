import { Button, Checkbox, Input, Tag } from "antd";
import type { Decision } from "../../shared/policy/outcome.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice, type ChoiceOption } from "../widgets/choice.tsx";
import { HelpTip } from "../widgets/help-tip.tsx";
import { MATRIX_COLUMNS } from "./matrix.ts";
import { DECISIONS, isFiltered, type MatrixFilter, NO_FILTER, WHENS } from "./matrix-filter.ts";
import { eligibilityMessages } from "./messages.ts";
import { sayColumn } from "./say-column.ts";

interface FilterBarProps {
  readonly filter: MatrixFilter;
  readonly onChange: (filter: MatrixFilter) => void;
  /** The columns that concern somebody. */
  readonly columns: ReadonlySet<string>;
  readonly shown: number;
  readonly all: number;
}

const STATE_KEYS = {
  eligible: "decision.eligible",
  undetermined: "decision.undetermined",
  ineligible: "filter.ineligible",
} as const satisfies Record<Decision, string>;
const WHEN_KEYS = { this: "filter.this", next: "filter.next" } as const;
const ANY = "";

/** The filters of the matrix. */
export function FilterBar({ filter, onChange, columns, shown, all }: FilterBarProps) {
  const say = useMessages(eligibilityMessages);
  const change = (changes: Partial<MatrixFilter>) => onChange({ ...filter, ...changes });
  return (
    <div className="elig-filters no-print" role="search" aria-label={say("filter.label")}>
      <Input
        className="elig-search"
        allowClear
        aria-label={say("filter.search")}
        placeholder={say("filter.searchHint")}
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <FilterChoice
        label={say("filter.state")}
        any={say("filter.anyState")}
        value={filter.state}
        options={DECISIONS.map((value) => ({ value, label: say(STATE_KEYS[value]) }))}
        onChange={(state) => change({ state })}
      />
      <FilterChoice
        label={say("filter.pathway")}
        any={say("filter.anyPathway")}
        value={filter.column}
        options={MATRIX_COLUMNS.filter(({ id }) => columns.has(id)).map((column) => ({
          value: column.id,
          label: sayColumn(column),
        }))}
        onChange={(column) => change({ column })}
      />
      <FilterChoice
        label={say("filter.series")}
        any={say("filter.anySeries")}
        value={filter.series}
        options={SERIES.map((value) => ({ value, label: SERIES_LABELS[value] }))}
        onChange={(series) => change({ series })}
      />
      <FilterChoice
        label={say("filter.when")}
        any={say("filter.anyWhen")}
        value={filter.when}
        options={WHENS.map((value) => ({ value, label: say(WHEN_KEYS[value]) }))}
        onChange={(when) => change({ when })}
      />
      <span>
        <Checkbox
          checked={filter.isSensitive}
          onChange={(event) => change({ isSensitive: event.target.checked })}
        >
          {say("filter.sensitive")}
        </Checkbox>
        <HelpTip text={say("filter.sensitiveHelp")} />
      </span>
      {filter.ids === null ? null : (
        <Tag
          closable={{ "aria-label": say("filter.clearIds") }}
          onClose={() => change({ ids: null, why: null })}
        >
          {filter.why ?? say("filter.ids", { count: filter.ids.size })}
        </Tag>
      )}
      {isFiltered(filter) ? (
        <Button size="small" onClick={() => onChange(NO_FILTER)}>
          {say("filter.reset")}
        </Button>
      ) : null}
      <span className="elig-shown" role="status">
        {say("filter.shown", { shown, all })}
      </span>
    </div>
  );
}

interface FilterChoiceProps<Value extends string> {
  readonly label: string;
  readonly any: string;
  readonly value: Value | null;
  readonly options: readonly ChoiceOption<Value>[];
  readonly onChange: (value: Value | null) => void;
}

function FilterChoice<Value extends string>(props: FilterChoiceProps<Value>) {
  const { label, any, value, options, onChange } = props;
  return (
    <Choice<Value | typeof ANY>
      label={label}
      value={value ?? ANY}
      options={[{ value: ANY, label: any }, ...options]}
      onChange={(chosen) => onChange(chosen === ANY ? null : chosen)}
    />
  );
}
