import { Button, Checkbox } from "antd";
import { useId } from "react";
import { SEX_LABELS, SEXES } from "../../shared/records/person.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS, TITLE_LEVELS } from "../../shared/records/title.ts";
import { type Say, useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import type { Option } from "./field-spec.ts";
import { PEOPLE_MESSAGES, type PeopleKey } from "./messages.ts";
import { EMPTY_QUERY, readQuery, type RosterQuery } from "./roster-query.ts";

/** One filter: its name in the address, its label, its choices. */
interface FilterSpec {
  readonly key: "series" | "level" | "posting" | "sex" | "managing";
  readonly label: PeopleKey;
  readonly options: (say: Say<PeopleKey>) => readonly Option[];
}

const FILTERS: readonly FilterSpec[] = [
  {
    key: "series",
    label: "filter.series",
    options: (say) => [
      ...SERIES.map((value) => ({ value, label: SERIES_LABELS[value] })),
      { value: "none", label: say("filter.noSeries") },
    ],
  },
  {
    key: "level",
    label: "filter.level",
    options: (say) => [
      ...TITLE_LEVELS.map((value) => ({ value, label: TITLE_LEVEL_LABELS[value] })),
      { value: "none", label: say("filter.noTitle") },
    ],
  },
  {
    key: "posting",
    label: "filter.posting",
    options: (say) => [
      { value: "running", label: say("filter.running") },
      { value: "none", label: say("filter.notRunning") },
    ],
  },
  {
    key: "sex",
    label: "filter.sex",
    options: () => SEXES.map((value) => ({ value, label: SEX_LABELS[value] })),
  },
  {
    key: "managing",
    label: "filter.managing",
    options: (say) => [
      { value: "yes", label: say("filter.isManaging") },
      { value: "no", label: say("filter.notManaging") },
    ],
  },
];

function valueOf(query: RosterQuery, key: FilterSpec["key"]): string {
  if (key !== "managing") return query[key] ?? "";
  if (query.isManaging === null) return "";
  return query.isManaging ? "yes" : "no";
}

/** The query with one filter set as the address would have it. */
function withValue(query: RosterQuery, key: FilterSpec["key"], value: string): RosterQuery {
  const part = key === "managing" ? "isManaging" : key;
  return { ...query, [part]: readQuery(new URLSearchParams({ [key]: value }))[part] };
}

interface RosterFiltersProps {
  readonly query: RosterQuery;
  readonly onChange: (query: RosterQuery) => void;
}

/** What the roster can be narrowed to and grouped by. */
export function RosterFilters({ query, onChange }: RosterFiltersProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const id = useId();
  return (
    <div className="people-filters" role="group" aria-label={say("roster.filters")}>
      {FILTERS.map(({ key, label, options }) => (
        <span key={key} className="people-filter">
          <label htmlFor={`${id}-${key}`}>{say(label)}</label>
          <Choice
            id={`${id}-${key}`}
            value={valueOf(query, key)}
            options={[{ value: "", label: say("filter.any") }, ...options(say)]}
            onChange={(value) => onChange(withValue(query, key, value))}
          />
        </span>
      ))}
      <span className="people-filter">
        <label htmlFor={`${id}-group`}>{say("roster.group")}</label>
        <Choice
          id={`${id}-group`}
          value={query.groupBy ?? ""}
          options={[
            { value: "", label: say("filter.noGroup") },
            { value: "series", label: say("column.series") },
            { value: "level", label: say("column.level") },
          ]}
          onChange={(groupBy) => onChange({ ...query, groupBy: groupBy === "" ? null : groupBy })}
        />
      </span>
    </div>
  );
}

/** Narrows the roster to files with gaps. */
export function GapFilter({ query, onChange }: RosterFiltersProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  return (
    <Checkbox
      checked={query.hasGap}
      onChange={({ target }) => onChange({ ...query, hasGap: target.checked })}
    >
      {say("filter.gaps")}
    </Checkbox>
  );
}

interface Chip {
  readonly label: string;
  readonly without: RosterQuery;
}

function chipsOf(query: RosterQuery, say: Say<PeopleKey>): readonly Chip[] {
  const chips: Chip[] = [];
  if (query.ids !== null) {
    const count = query.ids.length;
    const label =
      query.why === null
        ? say("roster.list", { count })
        : say("roster.listWhy", { why: query.why, count });
    chips.push({ label, without: { ...query, ids: null, why: null } });
  }
  for (const { key, options } of FILTERS) {
    const value = valueOf(query, key);
    const option = options(say).find((one) => one.value === value);
    if (option === undefined) continue;
    chips.push({ label: option.label, without: withValue(query, key, "") });
  }
  if (query.hasGap) {
    chips.push({ label: say("filter.gaps"), without: { ...query, hasGap: false } });
  }
  return chips;
}

/** What the list is narrowed to at present, each to be taken away. */
export function RosterChips({ query, onChange }: RosterFiltersProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const chips = chipsOf(query, say);
  if (chips.length === 0) return null;
  return (
    <div className="people-chips">
      {chips.map(({ label, without }) => (
        <button
          key={label}
          type="button"
          className="people-chip"
          aria-label={say("roster.clearOne", { filter: label })}
          onClick={() => onChange(without)}
        >
          {label}
          <span aria-hidden="true">✕</span>
        </button>
      ))}
      <Button
        size="small"
        type="link"
        onClick={() => onChange({ ...EMPTY_QUERY, groupBy: query.groupBy, text: query.text })}
      >
        {say("roster.clear")}
      </Button>
    </div>
  );
}
