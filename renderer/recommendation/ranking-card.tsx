import { Button } from "antd";
import { useMemo, useState } from "react";
import { QUOTA_LABELS } from "../../shared/policy/pathway-names.ts";
import { showServiceLength } from "../../shared/policy/requirements/figures.ts";
import { sayLength } from "../../shared/policy/wording/phrases.ts";
import { openTies, type Place, type Pool } from "../../shared/recommendation/ranking.ts";
import { type ReviewFigures, reviewFigures } from "../../shared/recommendation/review.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { factsOf } from "../widgets/facts.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { reviewMessages } from "./review-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";
import { TieDialog } from "./tie-dialog.tsx";

const BY = {
  score: "ranking.byScore",
  townshipYears: "ranking.byYears",
  tieBreak: "ranking.byTieBreak",
} as const satisfies Record<NonNullable<Place["by"]>, string>;

/** 排名: means, scores and ranks, and the equals that only the unit can put in order. */
export function RankingCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const [tie, setTie] = useState<readonly string[] | null>(null);
  const figures = useMemo(
    () => reviewFigures(scene.context, scene.pack),
    [scene.context, scene.pack],
  );
  const canDecide = isAllowed("decideOutcome", scene.round.state);
  return (
    <Card id="part-ranking" title={say("ranking")} help={say("ranking.help")}>
      {figures.pools.length === 0 ? <p>{say("ranking.none")}</p> : null}
      {figures.pools.map((pool) => (
        <section key={`${pool.group} ${pool.quota}`} className="round-pool">
          <h3>
            {say("ranking.pool", {
              group: POST_GROUP_LABELS[pool.group],
              quota: QUOTA_LABELS[pool.quota],
            })}
          </h3>
          <PoolTable scene={scene} pool={pool} figures={figures} />
          {openTies(pool).map((shared) => {
            const ids = shared.map(({ candidacyId }) => candidacyId);
            return (
              <p key={ids.join(" ")} className="round-note round-note-warn">
                <span>
                  {say("ranking.tie", { names: ids.map((id) => nameById(scene, id)).join("、") })}
                </span>
                {canDecide ? (
                  <Button size="small" onClick={() => setTie(ids)}>
                    {say("tie.decide")}
                  </Button>
                ) : null}
              </p>
            );
          })}
        </section>
      ))}
      <TieBreaks scene={scene} />
      {tie === null ? null : (
        <TieDialog scene={scene} candidacyIds={tie} onClose={() => setTie(null)} />
      )}
    </Card>
  );
}

function nameById(scene: RoundScene, id: string): string {
  const candidacy = scene.candidacies.find((one) => one.id === id);
  return candidacy === undefined ? id : nameOf(scene, candidacy);
}

interface PoolTableProps {
  readonly scene: RoundScene;
  readonly pool: Pool;
  readonly figures: ReviewFigures;
}

function PoolTable({ scene, pool, figures }: PoolTableProps) {
  const say = useMessages(reviewMessages);
  const { criteria } = scene.round;
  return (
    <div className="round-scroll">
      <table className="plain-table round-table">
        <thead>
          <tr>
            <th scope="col">{say("ranking.rank")}</th>
            <th scope="col">{say("name")}</th>
            {criteria.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">{say("ranking.score")}</th>
            <th scope="col">{say("ranking.years")}</th>
            <th scope="col">{say("ranking.by")}</th>
          </tr>
        </thead>
        <tbody>
          {pool.places.map((place) => {
            const means = figures.scores.get(place.candidacyId)?.means ?? [];
            return (
              <tr key={place.candidacyId}>
                <td>
                  {place.rank}
                  {pool.places.filter(({ rank }) => rank === place.rank).length > 1 ? (
                    <StatusTag state="warn" label={say("ranking.shared")} />
                  ) : null}
                </td>
                <th scope="row">{nameById(scene, place.candidacyId)}</th>
                {criteria.map(({ id }) => (
                  <td key={id} className="round-number">
                    {means.find(({ criterionId }) => criterionId === id)?.mean ?? "—"}
                  </td>
                ))}
                <td className="round-number">
                  <strong>{place.score}</strong>
                </td>
                <td>{yearsOf(scene, place.candidacyId)}</td>
                <td>{place.by === null ? "—" : say(BY[place.by])}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function yearsOf({ candidacies, records, cycle }: RoundScene, candidacyId: string): string {
  const candidacy = candidacies.find(({ id }) => id === candidacyId);
  const person = records.people.get(candidacy?.personId ?? "");
  if (person === undefined) return "—";
  return sayLength(showServiceLength(factsOf(person).townshipWork, cycle.cutOff));
}

/** What the unit decided between equals, with its reason. */
function TieBreaks({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const { tieBreaks } = scene.round;
  if (tieBreaks.length === 0) return null;
  return (
    <ul>
      {tieBreaks.map(({ order, reason, by, at }) => (
        <li key={`${at} ${order.join(" ")}`}>
          {say("tie.decided", {
            names: order.map((id) => nameById(scene, id)).join("、"),
            reason,
            by,
          })}
        </li>
      ))}
    </ul>
  );
}
