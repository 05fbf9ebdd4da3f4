import { Link } from "react-router";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { roundAddress, type View } from "../widgets/round-addresses.ts";
import { roundMessages } from "./messages.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** How many candidates are how far; each number leads to its list. */
export function NumbersCard({ scene: { round, candidacies } }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const counts = countCandidacies(candidacies);
  const numbers = [
    { label: say("numbers.standing"), count: counts.standing, view: "enrol" },
    { label: say("numbers.confirmed"), count: counts.confirmed, view: "enrol" },
    { label: say("numbers.passed"), count: counts.passed, view: "check" },
    { label: say("numbers.recommended"), count: counts.recommended, view: "review" },
    { label: say("numbers.waiting"), count: counts.waiting, view: "review" },
    { label: say("numbers.results"), count: counts.results, view: "results" },
    { label: say("numbers.withdrawn"), count: counts.withdrawn, view: "enrol" },
  ] as const satisfies readonly { label: string; count: number; view: View }[];
  return (
    <Card title={say("numbers")}>
      <dl className="round-numbers">
        {numbers.map(({ label, count, view }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Link to={roundAddress(round.year, view)}>{say("numbers.count", { count })}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** How many candidacies of a round are how far. */
export function countCandidacies(candidacies: readonly Candidacy[]) {
  const standing = candidacies.filter(({ withdrawal }) => withdrawal === null);
  const count = (isCounted: (one: Candidacy) => boolean) => standing.filter(isCounted).length;
  return {
    standing: standing.length,
    withdrawn: candidacies.length - standing.length,
    confirmed: count(({ confirmation }) => confirmation !== null),
    passed: count(({ check }) => check?.isPassed === true),
    recommended: count(({ outcome }) => outcome?.decision === "recommended"),
    waiting: count(({ outcome }) => outcome?.decision === "waiting"),
    results: count(({ result }) => result !== null),
  };
}
