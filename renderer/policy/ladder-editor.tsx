import type { Pack } from "../../shared/policy/pack.ts";
import { EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { SERIES, SERIES_LABELS, type Series } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS, TITLE_LEVELS } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import { policyMessages } from "./messages.ts";
import { readNumber } from "./read-number.ts";
import { TypedText } from "./value-field.tsx";
import { withRungYears } from "./value-editors.ts";

interface LadderEditorProps {
  readonly draft: Pack;
  readonly onChange: (draft: Pack) => void;
}

/** 学历与任职年限: the years of each rung. */
export function LadderEditor({ draft, onChange }: LadderEditorProps) {
  const say = useMessages(policyMessages);
  return (
    <section aria-label={say("ladders")}>
      <h3>{say("ladders")}</h3>
      {SERIES.filter((series) => draft.ladders[series] !== undefined).map((series) => (
        <details key={series}>
          <summary>{say("ladder", { series: SERIES_LABELS[series] })}</summary>
          <SeriesLadder series={series} draft={draft} onChange={onChange} />
        </details>
      ))}
    </section>
  );
}

interface SeriesLadderProps extends LadderEditorProps {
  readonly series: Series;
}

function SeriesLadder({ series, draft, onChange }: SeriesLadderProps) {
  const say = useMessages(policyMessages);
  const rows = TITLE_LEVELS.flatMap((level) =>
    (draft.ladders[series]?.[level] ?? []).map((rung, index) => ({ level, rung, index })),
  );
  return (
    <table className="policy-table">
      <thead>
        <tr>
          <th scope="col">{say("level")}</th>
          <th scope="col">{say("education")}</th>
          <th scope="col">{say("from")}</th>
          <th scope="col">{say("years")}</th>
          <th scope="col">{say("packs.reason")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ level, rung, index }) => {
          const { education, from, years, assumption } = rung;
          const name = `${TITLE_LEVEL_LABELS[level]} ${EDUCATION_LEVEL_LABELS[education]}`;
          const put = (next: number, reason: string): boolean => {
            const changed = withRungYears(draft, { series, level, index }, next, reason);
            if (changed !== null) onChange(changed);
            return changed !== null;
          };
          return (
            <tr key={`${level} ${education} ${from ?? ""}`}>
              <th scope="row">{TITLE_LEVEL_LABELS[level]}</th>
              <td>{EDUCATION_LEVEL_LABELS[education]}</td>
              <td>
                {from === null
                  ? say("fromGraduation")
                  : say("fromTitle", { level: TITLE_LEVEL_LABELS[from] })}
              </td>
              <td>
                <TypedText
                  label={say("packs.yearsOf", { name })}
                  text={String(years)}
                  read={(text) => readNumber(text, false)}
                  fault={say("packs.notNumber")}
                  onChange={(next) => put(Number(next), assumption ?? say("packs.ownReason"))}
                />
              </td>
              <td>
                <TypedText
                  label={say("packs.reasonOf", { name })}
                  text={assumption ?? ""}
                  read={(text) => (text === "" ? undefined : text)}
                  fault={say("packs.reasonMissing")}
                  onChange={(reason) => put(years, String(reason))}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
