import { useDeferredValue, useMemo } from "react";
import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStoreState } from "../store/context.ts";
import type { Settings, StoreState } from "../store/types.ts";
import { eligibilityAddress } from "../widgets/list-links.ts";
import { Card } from "../widgets/card.tsx";
import { type Candidate, candidatesNext, candidatesNow, nextCycle } from "./candidates.ts";
import { workbenchMessages } from "./messages.ts";

const SHOWN = 6;
const selectAssessed = ({ assessed }: StoreState) => assessed;

interface CandidatesCardProps {
  readonly cycle: Settings["cycle"];
  readonly nameOf: (personId: string) => string;
}

/** Who can apply this year, and who will be able to next year. */
export function CandidatesCard({ cycle, nameOf }: CandidatesCardProps) {
  const say = useMessages(workbenchMessages);
  // While thousands are being worked out, the lists follow when there is time.
  const { answers, pending } = useDeferredValue(useStoreState(selectAssessed));
  const now = useMemo(() => candidatesNow(answers.values(), cycle), [answers, cycle]);
  const next = useMemo(() => candidatesNext(answers.values(), cycle), [answers, cycle]);
  const { year } = cycle;
  const nextYear = nextCycle(cycle).year;
  return (
    <Card className="wb-card" title={say("candidates.title")} help={say("candidates.help")}>
      {pending > 0 ? (
        <p className="wb-note" role="status">
          {say("candidates.pending", { count: pending })}
        </p>
      ) : null}
      <CandidateList
        title={say("candidates.now", { year })}
        why={say("candidates.whyNow", { year })}
        candidates={now}
        nameOf={nameOf}
      />
      <CandidateList
        title={say("candidates.next", { year: nextYear })}
        why={say("candidates.whyNext", { year: nextYear })}
        candidates={next}
        nameOf={nameOf}
        hasDates
      />
    </Card>
  );
}

interface CandidateListProps {
  readonly title: string;
  readonly why: string;
  readonly candidates: readonly Candidate[];
  readonly nameOf: (personId: string) => string;
  /** Whether the day from which a pathway is open says something. */
  readonly hasDates?: boolean;
}

function CandidateList({ title, why, candidates, nameOf, hasDates = false }: CandidateListProps) {
  const say = useMessages(workbenchMessages);
  const ids = candidates.map(({ personId }) => personId);
  const address = eligibilityAddress(ids, why);
  return (
    <section className="wb-candidates" aria-label={title}>
      <h3>
        {title}
        {candidates.length === 0 ? (
          <span className="wb-count">{say("candidates.none")}</span>
        ) : (
          <Link to={address}>{say("candidates.persons", { count: candidates.length })}</Link>
        )}
      </h3>
      <ul>
        {candidates.slice(0, SHOWN).map(({ personId, ways }) => {
          const [first, ...others] = ways;
          if (first === undefined) return null;
          return (
            <li key={personId} className="wb-line">
              <Link className="wb-name" to={`/eligibility/${personId}`}>
                {nameOf(personId)}
              </Link>
              <span className="wb-text">
                {describeQuestion(first.assessment)}
                {others.length === 0 ? null : (
                  <span className="wb-muted">
                    {" "}
                    {say("candidates.ways", { count: others.length })}
                  </span>
                )}
              </span>
              <span className="wb-date">
                {hasDates ? say("candidates.on", { date: first.on }) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {candidates.length > SHOWN ? (
        <Link className="wb-more" to={address}>
          {say("candidates.more", { count: candidates.length })}
        </Link>
      ) : null}
    </section>
  );
}
