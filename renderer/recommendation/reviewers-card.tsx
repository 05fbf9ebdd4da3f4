import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import type { Reviewer } from "../../shared/recommendation/round.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { DialogForm } from "./dialog-form.tsx";
import { reviewMessages } from "./review-messages.ts";
import { useRoundEdit } from "./document-edit.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

/** 评议人: who judges, and who was absent. */
export function ReviewersCard({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(reviewMessages);
  const { round, pack } = scene;
  const edit = useRoundEdit(round);
  const [asked, setAsked] = useState<{ readonly reviewer: Reviewer | null } | null>(null);
  const canEdit = isAllowed("editReviewers", round.state);
  const present = round.reviewers.filter(({ isAbsent }) => !isAbsent).length;
  const put = (change: (reviewers: readonly Reviewer[]) => Reviewer[]) =>
    edit(labelEdit("history.reviewersChanged", { year: round.year }), (_signed, { reviewers }) => ({
      reviewers: change(reviewers),
    }));
  const hasBallot = (id: string) => round.ballots.some(({ reviewerId }) => reviewerId === id);
  return (
    <Card id="part-reviewers" title={say("reviewers")} help={say("reviewers.help")}>
      <p role="status">
        {say("reviewers.count", {
          all: round.reviewers.length,
          present,
          least: pack.parameters["review.leastReviewers"].value,
        })}
      </p>
      {round.reviewers.length === 0 ? null : (
        <div className="round-scroll">
          <table className="plain-table round-table">
            <thead>
              <tr>
                <th scope="col">{say("reviewer.name")}</th>
                <th scope="col">{say("reviewer.post")}</th>
                <th scope="col">{say("reviewer.absent")}</th>
                {canEdit ? <th scope="col">{say("actions")}</th> : null}
              </tr>
            </thead>
            <tbody>
              {round.reviewers.map((reviewer) => (
                <tr key={reviewer.id}>
                  <th scope="row">{reviewer.name}</th>
                  <td>{reviewer.post ?? "—"}</td>
                  <td>
                    <Checkbox
                      aria-label={say("reviewer.absentOf", { name: reviewer.name })}
                      checked={reviewer.isAbsent}
                      disabled={!canEdit || hasBallot(reviewer.id)}
                      onChange={({ target }) =>
                        void put((all) =>
                          all.map((one) =>
                            one.id === reviewer.id ? { ...one, isAbsent: target.checked } : one,
                          ),
                        )
                      }
                    />
                  </td>
                  {canEdit ? (
                    <td aria-label={say("actions")}>
                      <span className="round-actions">
                        <Button size="small" onClick={() => setAsked({ reviewer })}>
                          {say("reviewer.change")}
                        </Button>
                        <Button
                          size="small"
                          disabled={hasBallot(reviewer.id)}
                          onClick={() =>
                            void put((all) => all.filter(({ id }) => id !== reviewer.id))
                          }
                        >
                          {say("reviewer.remove")}
                        </Button>
                      </span>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canEdit ? (
        <div className="round-actions no-print">
          <Button onClick={() => setAsked({ reviewer: null })}>{say("reviewer.add")}</Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <ReviewerDialog scene={scene} reviewer={asked.reviewer} onClose={() => setAsked(null)} />
      )}
    </Card>
  );
}

interface ReviewerDialogProps {
  readonly scene: RoundScene;
  /** Null for a new one. */
  readonly reviewer: Reviewer | null;
  readonly onClose: () => void;
}

function ReviewerDialog({ scene: { round }, reviewer, onClose }: ReviewerDialogProps) {
  const say = useMessages(reviewMessages);
  const edit = useRoundEdit(round);
  const [form, setForm, forget, isRestored] = useFormDraft(
    `round:reviewer:${round.id}:${reviewer?.id ?? "new"}`,
    { name: reviewer?.name ?? "", post: reviewer?.post ?? "" },
  );
  const name = cleanText(form.name);
  const post = cleanText(form.post);
  const isTaken = round.reviewers.some((one) => one.id !== reviewer?.id && one.name === name);
  const save = async () => {
    const own: Reviewer = {
      id: reviewer?.id ?? crypto.randomUUID(),
      name,
      post: post === "" ? null : post,
      isAbsent: reviewer?.isAbsent ?? false,
    };
    const isDone = await edit(
      labelEdit("history.reviewersChanged", { year: round.year }),
      (_signed, { reviewers }) => ({
        reviewers:
          reviewer === null
            ? [...reviewers, own]
            : reviewers.map((one) => (one.id === own.id ? own : one)),
      }),
    );
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={reviewer === null ? say("reviewer.add") : say("reviewer.change")}
      okText={say("save")}
      isReady={name !== "" && !isTaken}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("reviewer.name")} isRequired error={isTaken ? say("reviewer.taken") : null}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            value={form.name}
            onChange={({ target }) => setForm({ ...form, name: target.value })}
          />
        )}
      </Field>
      <Field label={say("reviewer.post")} hint={say("reviewer.postHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={form.post}
            onChange={({ target }) => setForm({ ...form, post: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
