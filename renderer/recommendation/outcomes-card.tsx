import { Button, Input } from "antd";
import { useMemo } from "react";
import { Link } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import {
  OUTCOME_DECISION_LABELS,
  OUTCOME_DECISIONS,
} from "../../shared/recommendation/candidacy.ts";
import { sayProposal } from "../../shared/recommendation/proposal-sentences.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Restored } from "../widgets/restored.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { candidateAddress } from "../widgets/round-addresses.ts";
import { OutcomeTag } from "./candidate-tags.tsx";
import {
  choiceOf,
  isChoiceNew,
  isChoiceReady,
  needsReason,
  type OutcomeChoice,
  type OutcomeLine,
  outcomeLines,
  outcomeOf,
} from "./outcomes.ts";
import { reviewMessages } from "./review-messages.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";
import { useSignedCommit } from "./signed.ts";

type Choices = Readonly<Record<string, OutcomeChoice>>;

/** 推荐结果: the program proposes, a person confirms, with a reason where it is not as proposed (promise 27). */
export function OutcomesCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const commit = useSignedCommit();
  const { round } = scene;
  const lines = useMemo(() => outcomeLines(scene), [scene]);
  const initial = useMemo(
    () => Object.fromEntries(lines.map((line) => [line.candidacy.id, choiceOf(line)])),
    [lines],
  );
  const [choices, setChoices, forget, isRestored] = useFormDraft<Choices>(
    `round:outcomes:${round.id}`,
    initial,
  );
  const canDecide = isAllowed("decideOutcome", round.state);
  const choiceFor = (line: OutcomeLine) => choices[line.candidacy.id] ?? choiceOf(line);
  const changed = lines.filter((line) => isChoiceNew(choiceFor(line), line.candidacy));
  const open = changed.filter((line) => !isChoiceReady(choiceFor(line), line));
  const confirm = async () => {
    const isDone = await commit((signed) => ({
      label: labelEdit("history.outcomesConfirmed", { count: changed.length }),
      putCandidacies: changed.map((line) => ({
        ...line.candidacy,
        outcome: outcomeOf(choiceFor(line), signed),
      })),
    }));
    if (isDone) forget();
  };
  return (
    <Card id="part-outcomes" title={say("outcomes")} help={say("outcomes.help")}>
      <Restored isShown={isRestored} onDiscard={forget} />
      <div className="round-scroll">
        <table className="plain-table round-table">
          <thead>
            <tr>
              <th scope="col">{say("name")}</th>
              <th scope="col">{say("question")}</th>
              <th scope="col">{say("outcomes.proposal")}</th>
              <th scope="col">{say("outcomes.confirmed")}</th>
              {canDecide ? <th scope="col">{say("outcomes.choice")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <OutcomeRow
                key={line.candidacy.id}
                scene={scene}
                line={line}
                choice={canDecide ? choiceFor(line) : null}
                onChange={(choice) => setChoices({ ...choices, [line.candidacy.id]: choice })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {canDecide ? (
        <div className="round-actions no-print">
          <span role="status">
            {open.length > 0
              ? say("outcomes.reasonsMissing", { count: open.length })
              : changed.length > 0
                ? say("outcomes.toConfirm", { count: changed.length })
                : say("outcomes.allConfirmed")}
          </span>
          <Button
            type="primary"
            disabled={changed.length === 0 || open.length > 0}
            onClick={() => void confirm()}
          >
            {say("outcomes.confirm", { count: changed.length })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

interface OutcomeRowProps {
  readonly scene: RoundScene;
  readonly line: OutcomeLine;
  /** Null where nothing can be chosen. */
  readonly choice: OutcomeChoice | null;
  readonly onChange: (choice: OutcomeChoice) => void;
}

function OutcomeRow({ scene, line, choice, onChange }: OutcomeRowProps) {
  const say = useMessages(reviewMessages);
  const { candidacy, proposal } = line;
  const name = nameOf(scene, candidacy);
  return (
    <tr>
      <th scope="row">
        <Link to={candidateAddress(scene.round.year, candidacy.id, "outcome")}>{name}</Link>
      </th>
      <td>{describeQuestion(candidacy)}</td>
      <td>
        {proposal.decision === null ? (
          <StatusTag state="unknown" label={say("outcomes.noProposal")} />
        ) : (
          <strong>{OUTCOME_DECISION_LABELS[proposal.decision]}</strong>
        )}
        <div className="round-muted">{sayProposal(proposal)}</div>
      </td>
      <td>
        {candidacy.outcome === null ? say("outcomes.open") : <OutcomeTag candidacy={candidacy} />}
        <div className="round-muted">{candidacy.outcome?.reason}</div>
      </td>
      {choice === null ? null : (
        <td className="round-choice">
          <select
            className="round-select"
            aria-label={say("outcomes.choiceOf", { name })}
            value={choice.decision}
            onChange={({ target }) =>
              onChange({
                ...choice,
                decision: OUTCOME_DECISIONS.find((one) => one === target.value) ?? "",
              })
            }
          >
            <option value="">{say("outcomes.choose")}</option>
            {OUTCOME_DECISIONS.map((one) => (
              <option key={one} value={one}>
                {OUTCOME_DECISION_LABELS[one]}
              </option>
            ))}
          </select>
          {needsReason(choice, line) || choice.reason !== "" ? (
            <Input
              aria-label={say("outcomes.reasonOf", { name })}
              placeholder={say("outcomes.reason")}
              maxLength={500}
              {...(isChoiceReady(choice, line) ? {} : { status: "error" as const })}
              value={choice.reason}
              onChange={({ target }) => onChange({ ...choice, reason: target.value })}
            />
          ) : null}
        </td>
      )}
    </tr>
  );
}
