import type { Pack, TenureBasis } from "../../shared/policy/pack.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import { BasisCell } from "./basis-cell.tsx";
import { policyMessages } from "./messages.ts";
import { basisOf, countAssumptions } from "./parameters.ts";

/** Which pack is in force, whose it is, since when, and what it holds for whole series. */
export function PackCard({ pack }: { readonly pack: Pack }) {
  const say = useMessages(policyMessages);
  const { id, publisher, effectiveFrom: from, effectiveTo: to, examBased } = pack;
  const tenure: Readonly<Record<TenureBasis, string>> = {
    title: say("tenureTitle"),
    appointment: say("tenureAppointment"),
  };
  const exams = SERIES.flatMap((series) => {
    const levels = examBased[series];
    if (levels === undefined) return [];
    const words = levels.map((level) => TITLE_LEVEL_LABELS[level]).join("、");
    return [say("exam", { series: SERIES_LABELS[series], levels: words })];
  });
  return (
    <section className="policy-card" aria-label={say("pack")}>
      <h2>{say("pack")}</h2>
      <dl>
        <dt>{say("packId")}</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>{say("publisher")}</dt>
        <dd>{publisher}</dd>
        <dt>{say("effective")}</dt>
        <dd>
          {to === null ? say("effectiveFrom", { from }) : say("effectiveBetween", { from, to })}
        </dd>
        <dt>{say("assumption")}</dt>
        <dd>{say("assumptions", { count: countAssumptions(pack) })}</dd>
        <dt>{say("grassroots")}</dt>
        <dd>{pack.grassrootsSeries.map((series) => SERIES_LABELS[series]).join("、")}</dd>
        {exams.length === 0 ? null : (
          <>
            <dt>{say("exams")}</dt>
            <dd>{exams.join("；")}</dd>
          </>
        )}
        <dt>{say("tenure")}</dt>
        <dd>
          {SERIES.map((series) => (
            <div key={series}>
              {SERIES_LABELS[series]}：{tenure[pack.tenureBasis[series]]}
            </div>
          ))}
          <BasisCell basis={basisOf(pack, pack.tenureBasisNote)} />
        </dd>
      </dl>
    </section>
  );
}
