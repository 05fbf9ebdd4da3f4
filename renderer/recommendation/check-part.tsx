import { Button, Input, Radio } from "antd";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { DECISION_LABELS } from "../../shared/policy/sentences.ts";
import { findCheckMatters, settledDecision } from "../../shared/recommendation/eligibility.ts";
import { isAllowed } from "../../shared/recommendation/states.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { answerOf, isChangedSince } from "./answer.ts";
import { CheckTag, DecisionOf } from "./candidate-tags.tsx";
import { useCandidacyEdit } from "./document-edit.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { checkMessages } from "./check-messages.ts";
import { MatterList } from "./matter-list.tsx";
import { nameOf } from "../widgets/round-scene.ts";

/** 审核: passes or not, by whom and when; what changed since is said. */
export function CheckPart({ scene, candidacy }: CandidateProps) {
  const say = useMessages(checkMessages);
  const { check } = candidacy;
  const { state } = scene.round;
  const answer = answerOf(scene, candidacy);
  const isChanged = isChangedSince(scene, candidacy);
  return (
    <Card id="part-check" title={say("check")} help={say("check.help")}>
      {answer === null ? null : (
        <p className="round-tags">
          {say("check.now")}
          <DecisionOf answer={{ ...answer, decision: settledDecision(candidacy, answer) }} />
        </p>
      )}
      {check === null ? (
        <p>{say("check.none")}</p>
      ) : (
        <>
          <CheckTag candidacy={candidacy} />
          {check.note === null ? null : <p>{check.note}</p>}
          <p className="round-muted">
            {say("signed", { by: check.by, at: formatBeijing(check.at) })}
          </p>
        </>
      )}
      {isChanged ? (
        <p className="round-note round-note-warn" role="status">
          {say("check.changed", {
            before: DECISION_LABELS[candidacy.decision],
            now: answer === null ? say("check.notAsked") : DECISION_LABELS[answer.decision],
          })}
        </p>
      ) : null}
      {isAllowed("checkCandidate", state) && candidacy.withdrawal === null ? (
        <CheckForm scene={scene} candidacy={candidacy} />
      ) : null}
    </Card>
  );
}

function CheckForm({ scene, candidacy }: CandidateProps) {
  const say = useMessages(checkMessages);
  const edit = useCandidacyEdit(candidacy);
  const answer = answerOf(scene, candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(`round:check:${candidacy.id}`, {
    isPassed: candidacy.check?.isPassed ?? true,
    note: candidacy.check?.note ?? "",
  });
  const note = cleanText(form.note) === "" ? null : cleanText(form.note);
  const matters =
    scene.answers === null
      ? []
      : findCheckMatters(candidacy, { isPassed: form.isPassed, note }, scene.answers);
  const save = async () => {
    if (matters.length > 0 || scene.answers === null) return;
    const label = labelEdit("history.candidateChecked", { name: nameOf(scene, candidacy) });
    const isDone = await edit(label, (signed) => ({
      decision: answer?.decision ?? candidacy.decision,
      check: { isPassed: form.isPassed, note, ...signed },
    }));
    if (isDone) forget();
  };
  return (
    <Form label={say("check")} onSubmit={() => void save()} className="no-print">
      <Restored isShown={isRestored} onDiscard={forget} />
      <Radio.Group
        aria-label={say("check.which")}
        value={form.isPassed}
        onChange={({ target }) => setForm({ ...form, isPassed: target.value === true })}
      >
        <Radio value={true}>{say("check.pass")}</Radio>
        <Radio value={false}>{say("check.fail")}</Radio>
      </Radio.Group>
      <Field label={say("check.note")} hint={say("check.noteHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={500}
            value={form.note}
            onChange={({ target }) => setForm({ ...form, note: target.value })}
          />
        )}
      </Field>
      {matters.length === 0 ? null : (
        <MatterList
          matters={matters}
          year={scene.round.year}
          records={scene.records}
          label={say("check.matters")}
        />
      )}
      <div className="round-actions">
        <Button
          type="primary"
          htmlType="submit"
          disabled={matters.length > 0 || scene.answers === null}
        >
          {say("check.save")}
        </Button>
      </div>
    </Form>
  );
}
