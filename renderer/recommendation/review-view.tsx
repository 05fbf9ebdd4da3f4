import { useEffect, useMemo, useRef } from "react";
import { Link, useSearchParams } from "react-router";
import { markedCandidacies } from "../../shared/recommendation/review.ts";
import { useMessages } from "../i18n/messages.ts";
import { Empty } from "../widgets/states.tsx";
import { roundAddress } from "../widgets/round-addresses.ts";
import { BallotsCard } from "./ballots-card.tsx";
import { MethodCard } from "./method-card.tsx";
import { OutcomesCard } from "./outcomes-card.tsx";
import { QuotaCard } from "./quota-card.tsx";
import { RankingCard } from "./ranking-card.tsx";
import { reviewMessages } from "./review-messages.ts";
import { ReviewersCard } from "./reviewers-card.tsx";
import type { RoundScene } from "../widgets/round-scene.ts";

const PARTS = ["method", "reviewers", "ballots", "ranking", "quota", "outcomes"] as const;

/** 评议: how it is done, who judges, the ballots, what they come to, and what a person confirms. */
export function ReviewView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const frame = useRef<HTMLDivElement>(null);
  const [query] = useSearchParams();
  const part = PARTS.find((one) => one === query.get("part"));
  useEffect(() => {
    if (part === undefined) return;
    frame.current?.querySelector(`#part-${part}`)?.scrollIntoView({ block: "start" });
  }, [part]);
  const { candidacies, pack, round } = scene;
  const marked = useMemo(() => markedCandidacies(candidacies, pack), [candidacies, pack]);
  const hasPassed = candidacies.some(
    ({ withdrawal, check }) => withdrawal === null && check?.isPassed === true,
  );
  return (
    <div ref={frame} className="round-parts">
      <MethodCard scene={scene} />
      <ReviewersCard scene={scene} />
      {hasPassed ? (
        <>
          {marked.length === 0 ? (
            <p className="round-note">{say("nobodyMarked")}</p>
          ) : (
            <>
              <BallotsCard scene={scene} marked={marked} />
              <RankingCard scene={scene} />
            </>
          )}
          <QuotaCard scene={scene} />
          <OutcomesCard scene={scene} />
          <p className="no-print">
            <Link to={roundAddress(round.year, "forms", { form: "minutes" })}>
              {say("toMinutes")}
            </Link>
          </p>
        </>
      ) : (
        <Empty
          title={say("nobody")}
          hint={say("nobodyHint")}
          action={<Link to={roundAddress(round.year, "check")}>{say("toCheck")}</Link>}
        />
      )}
    </div>
  );
}
