import { Button, Input } from "antd";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-scene.ts";

const ANY = "any";

/** What the list is narrowed to; the choice stands in the address. */
export function FilterBar({ scene }: { readonly scene: TrainingScene }) {
  const { query, go, years, asked, rows } = scene;
  const say = useMessages(trainingMessages);
  const present = new Set(rows.map(({ series }) => series));
  const offered = years.filter((year) => year >= asked.firstYear).toReversed();
  const isNarrowed =
    query.text !== "" || query.shortIn !== null || query.series !== null || query.ids !== null;
  return (
    <search className="training-filters">
      <Input
        aria-label={say("filter.search")}
        className="training-search"
        placeholder={say("filter.searchHint")}
        allowClear
        value={query.text}
        onChange={(event) => go({ text: event.target.value })}
      />
      <Choice<string>
        label={say("filter.short")}
        value={query.shortIn === null ? ANY : String(query.shortIn)}
        options={[
          { value: ANY, label: say("filter.shortAny") },
          ...offered.map((year) => ({
            value: String(year),
            label: say("filter.shortIn", { year }),
          })),
        ]}
        onChange={(value) => go({ shortIn: value === ANY ? null : Number(value) })}
      />
      <Choice<string>
        label={say("filter.series")}
        value={query.series ?? ANY}
        options={[
          { value: ANY, label: say("filter.anySeries") },
          ...SERIES.filter((series) => present.has(series)).map((series) => ({
            value: series,
            label: SERIES_LABELS[series],
          })),
        ]}
        onChange={(value) => go({ series: SERIES.find((series) => series === value) ?? null })}
      />
      {query.ids === null ? null : (
        <span className="training-note">
          {query.why === ""
            ? say("filter.only", { count: query.ids.size })
            : say("filter.onlyWhy", { count: query.ids.size, why: query.why })}
        </span>
      )}
      {isNarrowed ? (
        <Button
          type="link"
          onClick={() => go({ text: "", shortIn: null, series: null, ids: null, why: "" })}
        >
          {say("filter.clear")}
        </Button>
      ) : null}
    </search>
  );
}
