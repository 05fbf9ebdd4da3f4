import { useMemo } from "react";
import type { Pack } from "../../shared/policy/pack.ts";
import { EDUCATION_LEVEL_LABELS } from "../../shared/records/education.ts";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import { useUnit } from "../store/context.ts";
import { BasisCell } from "./basis-cell.tsx";
import { policyMessages } from "./messages.ts";
import { type LadderRow, listLadders } from "./parameters.ts";

/** The ladder of each series as a table; the unit's own stands open. */
export function LadderTables({ pack }: { readonly pack: Pack }) {
  const say = useMessages(policyMessages);
  const unit = useUnit();
  const ladders = useMemo(() => listLadders(pack), [pack]);
  return (
    <section className="policy-card" aria-label={say("ladders")}>
      <h2>{say("ladders")}</h2>
      {ladders.map(({ series, rows }) => (
        <details key={series} open={series === unit?.series}>
          <summary>{say("ladder", { series: SERIES_LABELS[series] })}</summary>
          <LadderTable rows={rows} />
        </details>
      ))}
    </section>
  );
}

function LadderTable({ rows }: { readonly rows: readonly LadderRow[] }) {
  const say = useMessages(policyMessages);
  return (
    <table className="policy-table">
      <thead>
        <tr>
          <th scope="col">{say("level")}</th>
          <th scope="col">{say("education")}</th>
          <th scope="col">{say("from")}</th>
          <th scope="col">{say("years")}</th>
          <th scope="col">{say("note")}</th>
          <th scope="col">{say("basis")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { level, rung } = row;
          return (
            <tr key={`${level} ${rung.education} ${rung.from ?? ""}`}>
              <th scope="row">{TITLE_LEVEL_LABELS[level]}</th>
              <td>{EDUCATION_LEVEL_LABELS[rung.education]}</td>
              <td>
                {rung.from === null
                  ? say("fromGraduation")
                  : say("fromTitle", { level: TITLE_LEVEL_LABELS[rung.from] })}
              </td>
              <td className="policy-number">
                {rung.years === 0 ? say("yearsNone") : say("yearsValue", { count: rung.years })}
              </td>
              <td>{rung.note ?? ""}</td>
              <td>
                <BasisCell basis={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
