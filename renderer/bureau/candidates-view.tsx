import { Button } from "antd";
import { useEffect } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { DeskCandidate } from "../../shared/bridge/desk-schemas.ts";
import { DESK_DECISION_LABELS } from "../../shared/bureau/desk-decision.ts";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { CandidateDetail } from "./candidate-detail.tsx";
import { DECISION_TAGS } from "./decision-tags.ts";
import { packageLink } from "./links.ts";
import { chooseCandidate, nextUndecided } from "./next-undecided.ts";
import { packageMessages } from "./package-messages.ts";
import type { PackageProps } from "./package-props.ts";

/** Everybody put forward, one of them open for a decision; below, the answer to the unit. */
export function CandidatesView({ of, onChange }: PackageProps) {
  const say = useMessages(packageMessages);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { candidates, packageId } = of;
  const chosen = chooseCandidate(candidates, params.get("key"));
  const next = chosen === null ? null : nextUndecided(candidates, chosen.key);
  const goNext = () => {
    if (next !== null) void navigate(packageLink(packageId, next.key), { replace: true });
  };
  useNextKey(goNext);
  return (
    <div className="bureau-stack">
      <div className="bureau-candidates">
        <div className="no-print">
          <Button block disabled={next === null} onClick={goNext}>
            {next === null ? say("next.none") : say("next.undecided")}
          </Button>
          <People candidates={candidates} packageId={packageId} chosenKey={chosen?.key ?? null} />
        </div>
        {chosen === null ? null : (
          <CandidateDetail
            key={chosen.key}
            of={of}
            candidate={chosen}
            onChange={onChange}
            onNext={goNext}
          />
        )}
      </div>
      <AnswerCard of={of} onChange={onChange} />
    </div>
  );
}

/** Alt+N: the next who is undecided, also while a field has the focus. */
function useNextKey(go: () => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyN") return;
      event.preventDefault();
      go();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [go]);
}

interface PeopleProps {
  readonly candidates: readonly DeskCandidate[];
  readonly packageId: string;
  readonly chosenKey: string | null;
}

function People({ candidates, packageId, chosenKey }: PeopleProps) {
  const say = useMessages(packageMessages);
  return (
    <nav aria-label={say("people.label")}>
      <ul className="bureau-people">
        {candidates.map((candidate) => {
          const { key, name, desk, differences } = candidate;
          return (
            <li key={key}>
              <Link
                to={packageLink(packageId, key)}
                replace
                aria-current={key === chosenKey ? "true" : undefined}
              >
                {name}{" "}
                {desk === null ? (
                  <StatusTag state="unknown" label={say("people.undecided")} />
                ) : (
                  <StatusTag
                    state={DECISION_TAGS[desk.kind]}
                    label={DESK_DECISION_LABELS[desk.kind]}
                  />
                )}
                <small>{describeQuestion(candidate)}</small>
                {differences.length === 0 ? null : (
                  <StatusTag state="warn" label={say("people.differs")} />
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
