import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { describeQuestion } from "../../shared/policy/sentences.ts";
import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { roundAddress } from "../widgets/round-addresses.ts";
import {
  type BallotChoice,
  ballotChoices,
  blankBallot,
  chosenBallot,
  withBallot,
} from "./ballots.ts";
import { judgeBallot, marksOfForm } from "./marks.ts";
import { MarksTable } from "./marks-table.tsx";
import { reviewMessages } from "./review-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import { nameOf, type RoundScene } from "../widgets/round-scene.ts";

interface BallotsCardProps {
  readonly scene: RoundScene;
  /** Those who are marked. */
  readonly marked: readonly Candidacy[];
}

/** 评分: the ballots one by one. */
export function BallotsCard({ scene, marked }: BallotsCardProps) {
  const say = useMessages(reviewMessages);
  const [query] = useSearchParams();
  const { round } = scene;
  const choices = ballotChoices(round);
  const chosen = chosenBallot(choices, query.get("ballot"));
  return (
    <Card id="part-ballots" title={say("ballots")} help={say("ballots.help")}>
      {chosen === undefined ? (
        <p>{say("ballots.noReviewers")}</p>
      ) : (
        <>
          <nav className="round-ballots" aria-label={say("ballots")}>
            {choices.map((choice) => (
              <Link
                key={choice.key}
                to={roundAddress(round.year, "review", { part: "ballots", ballot: choice.key })}
                aria-current={choice.key === chosen.key ? "true" : undefined}
              >
                <BallotName choice={choice} />
              </Link>
            ))}
          </nav>
          <BallotForm key={chosen.key} scene={scene} marked={marked} choice={chosen} />
        </>
      )}
    </Card>
  );
}

function BallotName({ choice: { name, place, ballot } }: { readonly choice: BallotChoice }) {
  const say = useMessages(reviewMessages);
  const own = name ?? (place === null ? say("ballot.next") : say("ballot.place", { place }));
  return (
    <>
      <span aria-hidden="true">{ballot === undefined ? "○ " : "✓ "}</span>
      {own}
      <span className="visually-hidden">
        {ballot === undefined ? say("ballot.open") : say("ballot.entered")}
      </span>
    </>
  );
}

interface BallotFormProps extends BallotsCardProps {
  readonly choice: BallotChoice;
}

function BallotForm({ scene, marked, choice }: BallotFormProps) {
  const say = useMessages(reviewMessages);
  const { round } = scene;
  const edit = useRoundEdit(round);
  const [form, setForm, forget, isRestored] = useFormDraft(
    `round:ballot:${round.id}:${choice.key}`,
    blankBallot(scene, choice.ballot, marked),
  );
  const ids = marked.map(({ id }) => id);
  const { faults, missing } = judgeBallot(form, ids, round.criteria);
  const canMark = isAllowed("mark", round.state);
  const name =
    choice.name ?? say("ballot.place", { place: choice.place ?? round.ballots.length + 1 });
  const save = async () => {
    const ballot = {
      id: choice.ballot?.id ?? crypto.randomUUID(),
      reviewerId: choice.reviewerId,
      marks: marksOfForm(form, ids, round.criteria),
      recusals: form.recusals.filter((id) => ids.includes(id)),
    };
    const isDone = await edit(
      labelEdit("history.ballotSaved", { name }),
      (_signed, { ballots }) => ({
        ballots: withBallot(ballots, ballot),
      }),
    );
    if (isDone) forget();
  };
  const remove = async () => {
    const isDone = await edit(
      labelEdit("history.ballotRemoved", { name }),
      (_signed, { ballots }) => ({
        ballots: ballots.filter(({ id }) => id !== choice.ballot?.id),
      }),
    );
    if (isDone) forget();
  };
  return (
    <div className="round-ballot">
      <Restored isShown={isRestored} onDiscard={forget} />
      <MarksTable
        candidates={marked.map((candidacy) => ({
          id: candidacy.id,
          name: nameOf(scene, candidacy),
          question: describeQuestion(candidacy),
        }))}
        criteria={round.criteria}
        form={form}
        onChange={setForm}
        isReadOnly={!canMark}
      />
      <div className="round-actions no-print">
        <span role="status">
          {faults > 0
            ? say("ballot.faults", { count: faults })
            : missing > 0
              ? say("ballot.missing", { count: missing })
              : say("ballot.full")}
        </span>
        {canMark ? (
          <Button type="primary" disabled={faults > 0} onClick={() => void save()}>
            {say("ballot.save", { name })}
          </Button>
        ) : null}
        {canMark && choice.ballot !== undefined ? (
          <Button onClick={() => void remove()}>{say("ballot.remove")}</Button>
        ) : null}
      </div>
    </div>
  );
}
