import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { findMattersToLookAt } from "../../shared/recommendation/missing-enrolment.ts";
import { missingFor, missingForPackage } from "../../shared/recommendation/missing-for.ts";
import { findUnpublishedYears } from "../../shared/recommendation/publicity.ts";
import {
  isAllowed,
  labelStep,
  type RoundStep,
  STEPS,
  stepsFrom,
} from "../../shared/recommendation/states.ts";
import { takeStep } from "../../shared/recommendation/take-step.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { DialogForm } from "./dialog-form.tsx";
import { MatterList } from "./matter-list.tsx";
import { roundMessages } from "./messages.ts";
import type { RoundScene } from "../widgets/round-scene.ts";
import { useSignedCommit } from "./signed.ts";

/** The steps that lead on from here: what each lacks with the way to mend it, else the button that takes it. */
export function NextSteps({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const { round, answers, pending } = scene;
  const steps = stepsFrom(round.state);
  const toLookAt = [...findMattersToLookAt(scene.context), ...findUnpublishedYears(round)];
  const onward = steps.filter((step) => step !== "abandon");
  const isFromBureau = onward.some((step) => STEPS[step].taker === "bureau");
  if (steps.length === 0) return <p className="round-note">{say("archived")}</p>;
  return (
    <Card title={say("next")} help={say("next.help")}>
      {answers === null || pending > 0 ? (
        <p role="status">{answers === null ? say("next.otherDays") : say("next.working")}</p>
      ) : (
        <>
          {isFromBureau ? <Sending scene={scene} /> : null}
          {onward
            .filter((step) => STEPS[step].taker === "unit")
            .map((step) => (
              <UnitStep key={step} scene={scene} step={step} />
            ))}
        </>
      )}
      {answers === null || toLookAt.length === 0 ? null : (
        <section className="round-step">
          <h3>{say("lookAt")}</h3>
          <MatterList
            matters={toLookAt}
            year={round.year}
            records={scene.records}
            label={say("lookAt")}
          />
        </section>
      )}
      {steps.includes("abandon") ? <Abandon scene={scene} /> : null}
    </Card>
  );
}

interface UnitStepProps {
  readonly scene: RoundScene;
  readonly step: RoundStep;
}

function UnitStep({ scene, step }: UnitStepProps) {
  const say = useMessages(roundMessages);
  const take = useTakeStep(scene);
  const [isAsking, setIsAsking] = useState(false);
  const missing = missingFor(step, scene.context);
  const label = labelStep(step);
  const press = () => (STEPS[step].needsNote ? setIsAsking(true) : void take(step, null));
  return (
    <section className="round-step">
      <h3>{label}</h3>
      {missing.length === 0 ? (
        <StatusTag state="good" label={say("next.ready")} />
      ) : (
        <>
          <StatusTag state="warn" label={say("next.missing", { count: missing.length })} />
          <MatterList
            matters={missing}
            year={scene.round.year}
            records={scene.records}
            label={say("next.missingOf", { step: label })}
          />
        </>
      )}
      <div className="round-actions no-print">
        <Button type="primary" disabled={missing.length > 0} onClick={press}>
          {label}
        </Button>
      </div>
      {isAsking ? (
        <NoteDialog
          title={label}
          draftKey={`round:step:${scene.round.id}:${step}`}
          onClose={() => setIsAsking(false)}
          onNote={(note) => take(step, note)}
        />
      ) : null}
    </section>
  );
}

/** What only the bureau's receipt brings about: a package first, then its answer. */
function Sending({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const { round, records, context } = scene;
  const canBuild = isAllowed("buildPackage", round.state);
  const missing = canBuild ? missingForPackage(context) : [];
  return (
    <section className="round-step">
      <h3>{canBuild ? say("send") : say("receipt")}</h3>
      {missing.length === 0 ? null : (
        <>
          <StatusTag state="warn" label={say("next.missing", { count: missing.length })} />
          <MatterList
            matters={missing}
            year={round.year}
            records={records}
            label={say("next.missingOf", { step: say("send") })}
          />
        </>
      )}
      <p>
        {canBuild ? say("send.how") : say("receipt.how")}{" "}
        <Link to="/submissions">{say("toSubmissions")}</Link>
      </p>
    </section>
  );
}

/** Closing a year in which nothing is sent: set apart, since nobody takes it by the way. */
function Abandon({ scene }: { readonly scene: RoundScene }) {
  const say = useMessages(roundMessages);
  const take = useTakeStep(scene);
  const [isAsking, setIsAsking] = useState(false);
  const missing = missingFor("abandon", scene.context);
  if (missing.length > 0) return null;
  return (
    <details className="round-abandon no-print">
      <summary>{say("abandon")}</summary>
      <p>{say("abandon.help")}</p>
      <Button danger onClick={() => setIsAsking(true)}>
        {labelStep("abandon")}
      </Button>
      {isAsking ? (
        <NoteDialog
          title={labelStep("abandon")}
          draftKey={`round:step:${scene.round.id}:abandon`}
          isDanger
          onClose={() => setIsAsking(false)}
          onNote={(note) => take("abandon", note)}
        />
      ) : null}
    </details>
  );
}

/** A function that takes a step in the operator's name. */
function useTakeStep({ round, context }: RoundScene) {
  const commit = useSignedCommit();
  return async (step: RoundStep, note: string | null) =>
    commit((signed, { rounds }) => {
      const current = rounds.get(round.id) ?? round;
      const taken = takeStep(step, { ...context, round: current }, { ...signed, note });
      return {
        label: labelEdit("history.roundStep", { year: round.year, step: labelStep(step) }),
        // Where something came in between, nothing changes and the edit says so.
        putRounds: taken.ok ? [taken.round] : [],
      };
    });
}

interface NoteDialogProps {
  readonly title: string;
  readonly draftKey: string;
  readonly isDanger?: boolean;
  readonly onNote: (note: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A step for which a reason has to be noted. */
export function NoteDialog({ title, draftKey, isDanger, onNote, onClose }: NoteDialogProps) {
  const say = useMessages(roundMessages);
  const [form, setForm, forget, isRestored] = useFormDraft(draftKey, { note: "" });
  const note = cleanText(form.note);
  const save = async () => {
    const isDone = await onNote(note);
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={title}
      okText={title}
      isReady={note !== ""}
      isDanger={isDanger ?? false}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label={say("note")} isRequired hint={say("note.hint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={form.note}
            onChange={({ target }) => setForm({ note: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
