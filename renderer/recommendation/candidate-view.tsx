import { useEffect, useRef } from "react";
import { Link, useSearchParams } from "react-router";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { Empty } from "../widgets/states.tsx";
import { candidateAddress, CANDIDATE_PARTS, roundAddress } from "../widgets/round-addresses.ts";
import { answerOf } from "./answer.ts";
import { AppealsPart } from "./appeals-part.tsx";
import { candidateMessages } from "./candidate-messages.ts";
import { CandidateTags } from "./candidate-tags.tsx";
import { CheckPart } from "./check-part.tsx";
import { ConfirmationPart } from "./confirmation-part.tsx";
import { MaterialsPart } from "./materials-part.tsx";
import { OutcomePart } from "./outcome-part.tsx";
import { RequirementsPart } from "./requirements-part.tsx";
import { ResultPart } from "./result-part.tsx";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";
import { WithdrawalPart } from "./withdrawal-part.tsx";
import type { CandidateProps } from "./candidate-props.ts";

/** One candidate: everything of the round that concerns them, part by part. */
export function CandidateView({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(candidateMessages);
  const [query] = useSearchParams();
  const { round, candidacies } = scene;
  const index = candidacies.findIndex(({ id }) => id === query.get("id"));
  const candidacy = candidacies[index];
  if (candidacy === undefined) {
    return (
      <Empty
        title={say("notFound")}
        hint={say("notFoundHint")}
        action={<Link to={roundAddress(round.year, "enrol")}>{say("toList")}</Link>}
      />
    );
  }
  return (
    <>
      <CandidateHead
        scene={scene}
        candidacy={candidacy}
        before={candidacies[index - 1]}
        after={candidacies[index + 1]}
      />
      <Parts key={candidacy.id} scene={scene} candidacy={candidacy} at={query.get("at")} />
    </>
  );
}

interface CandidateHeadProps extends CandidateProps {
  readonly before: Candidacy | undefined;
  readonly after: Candidacy | undefined;
}

function CandidateHead({ scene, candidacy, before, after }: CandidateHeadProps) {
  const say = useMessages(candidateMessages);
  const { year } = scene.round;
  const { personId } = candidacy;
  return (
    <section className="round-candidate-head">
      <h2>
        {nameOf(scene, candidacy)}
        <small>{describeQuestion(candidacy)}</small>
      </h2>
      <CandidateTags candidacy={candidacy} answer={answerOf(scene, candidacy)} />
      <nav className="round-candidate-links no-print" aria-label={say("links")}>
        <Link to={`/people/${encodeURIComponent(personId)}`}>{say("toPerson")}</Link>
        <Link to={`/eligibility/${encodeURIComponent(personId)}`}>{say("toEligibility")}</Link>
        <Link to={roundAddress(year, "enrol")}>{say("toList")}</Link>
        {before === undefined ? null : (
          <Link to={candidateAddress(year, before.id)}>
            {say("before", { name: nameOf(scene, before) })}
          </Link>
        )}
        {after === undefined ? null : (
          <Link to={candidateAddress(year, after.id)}>
            {say("after", { name: nameOf(scene, after) })}
          </Link>
        )}
      </nav>
    </section>
  );
}

function Parts({ scene, candidacy, at }: CandidateProps & { readonly at: string | null }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const part = CANDIDATE_PARTS.find((one) => one === at);
    if (part === undefined) return;
    const place = frame.current?.querySelector(`#part-${part}`);
    if (!(place instanceof HTMLElement)) return;
    // What another page points at takes the focus, so that the next key works on it.
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({ block: "start" });
  }, [at]);
  const props = { scene, candidacy };
  return (
    <div ref={frame} className="round-parts">
      <RequirementsPart {...props} />
      <ConfirmationPart {...props} />
      <CheckPart {...props} />
      <MaterialsPart {...props} />
      <OutcomePart {...props} />
      <AppealsPart {...props} />
      <ResultPart {...props} />
      <WithdrawalPart {...props} />
    </div>
  );
}
