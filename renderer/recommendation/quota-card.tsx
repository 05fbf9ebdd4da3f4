import { useMemo } from "react";
import { Link } from "react-router";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { accountQuota } from "../../shared/recommendation/quota.ts";
import { POST_GROUP_LABELS } from "../../shared/records/unit.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { factsOf } from "../widgets/facts.ts";
import { reviewMessages } from "./review-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

/** 岗位数额: approved, filled with the names behind it, special, free, and what this round uses (promise 25). */
export function QuotaCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const { context, records, cycle, candidacies } = scene;
  const lines = useMemo(
    () =>
      accountQuota(
        context.posts,
        [...records.people.values()].map(factsOf),
        cycle.applyOn,
        candidacies,
      ),
    [context.posts, records.people, cycle, candidacies],
  );
  const people = (ids: readonly string[]) => ids.map((id) => records.people.get(id)?.name ?? id);
  const candidates = (all: readonly Candidacy[]) => all.map((one) => nameOf(scene, one));
  return (
    <Card id="part-quota" title={say("quota")} help={say("quota.help")}>
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("quota.group")}</th>
              <th scope="col">{say("quota.approved")}</th>
              <th scope="col">{say("quota.filled")}</th>
              <th scope="col">{say("quota.special")}</th>
              <th scope="col">{say("quota.free")}</th>
              <th scope="col">{say("quota.recommended")}</th>
              <th scope="col">{say("quota.exempt")}</th>
              <th scope="col">{say("quota.waiting")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.group}>
                <th scope="row">{POST_GROUP_LABELS[line.group]}</th>
                <td className="round-number">{line.approved ?? say("quota.unknown")}</td>
                <td>
                  <Names names={people(line.filledBy)} />
                </td>
                <td>
                  <Names names={people(line.specialBy)} />
                </td>
                <td className="round-number">{line.free ?? say("quota.unknown")}</td>
                <td>
                  <Names names={candidates(line.recommended)} />
                </td>
                <td>
                  <Names names={candidates(line.exempt)} />
                </td>
                <td>
                  <Names names={candidates(line.waiting)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Link className="no-print" to="/posts">
        {say("quota.toPosts")}
      </Link>
    </Card>
  );
}

/** A number that opens into its names. */
function Names({ names }: { readonly names: readonly string[] }) {
  const say = useMessages(reviewMessages);
  if (names.length === 0) return <>{say("quota.nobody")}</>;
  return (
    <details>
      <summary>{say("quota.people", { count: names.length })}</summary>
      {names.join("、")}
    </details>
  );
}
