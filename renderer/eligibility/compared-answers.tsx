import { describeQuestion } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import type { ComparedAnswer, Difference } from "./compare.ts";
import { DecisionTag } from "./decision-tag.tsx";
import { Grounds } from "./grounds.tsx";
import { eligibilityMessages } from "./messages.ts";

const DIFFERENCE_KEYS = {
  same: "compare.same",
  decision: "compare.decision",
  grounds: "compare.grounds",
  gone: "compare.gone",
  new: "compare.new",
} as const satisfies Record<Difference, string>;
const DIFFERENCE_STATES = {
  same: "plain",
  decision: "warn",
  grounds: "warn",
  gone: "warn",
  new: "warn",
} as const satisfies Record<Difference, TagState>;

interface ComparedAnswersProps {
  readonly personId: string;
  readonly compared: readonly ComparedAnswer[];
  /** Whether there is a supposed side at all. */
  readonly isSupposed: boolean;
}

/** Every pathway with its answer, the supposed one beside the real one; the grounds open below. */
export function ComparedAnswers({ personId, compared, isSupposed }: ComparedAnswersProps) {
  const say = useMessages(eligibilityMessages);
  if (compared.length === 0) return <p>{say("reasons.none")}</p>;
  return (
    <section
      className={`elig-answers ${isSupposed ? "elig-answers-two" : ""}`}
      aria-label={say("compare.list")}
    >
      {compared.map((answer, index) => (
        <details
          key={`${answer.key} ${answer.difference === "same"}`}
          className="elig-answer-card"
          open={isSupposed ? answer.difference !== "same" : index === 0}
        >
          <summary>
            <Summary answer={answer} isSupposed={isSupposed} />
          </summary>
          <div className="elig-sides">
            {answer.real === null ? (
              <div />
            ) : (
              <div>
                {isSupposed ? <h4>{say("compare.real")}</h4> : null}
                <Grounds assessment={answer.real} personId={personId} />
              </div>
            )}
            {!isSupposed || answer.supposed === null ? null : (
              <div>
                <h4>{say("compare.supposed")}</h4>
                <Grounds
                  assessment={answer.supposed}
                  personId={personId}
                  {...(answer.real === null ? {} : { changed: answer.changed })}
                />
              </div>
            )}
          </div>
        </details>
      ))}
    </section>
  );
}

function Summary({
  answer: { real, supposed, difference },
  isSupposed,
}: {
  readonly answer: ComparedAnswer;
  readonly isSupposed: boolean;
}) {
  const say = useMessages(eligibilityMessages);
  const shown = real ?? supposed;
  return (
    <span className="elig-summary">
      <strong>{shown === null ? "" : describeQuestion(shown)}</strong>
      <span className="elig-verdict">
        {isSupposed ? <small>{say("compare.real")}</small> : null}
        {real === null ? "—" : <DecisionTag assessment={real} />}
        <small className="elig-day">{real?.eligibleOn}</small>
      </span>
      {isSupposed ? (
        <>
          <span className="elig-verdict">
            <small>{say("compare.supposed")}</small>
            {supposed === null ? "—" : <DecisionTag assessment={supposed} />}
            <small className="elig-day">{supposed?.eligibleOn}</small>
          </span>
          <StatusTag
            state={DIFFERENCE_STATES[difference]}
            label={say(DIFFERENCE_KEYS[difference])}
          />
        </>
      ) : null}
    </span>
  );
}
