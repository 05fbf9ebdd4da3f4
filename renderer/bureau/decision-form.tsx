import { Button, Input, Radio } from "antd";
import { useState } from "react";
import type { DeskCandidate } from "../../shared/bridge/desk-schemas.ts";
import { DESK_DECISION_LABELS, DESK_DECISIONS } from "../../shared/bureau/desk-decision.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { useMessages } from "../i18n/messages.ts";
import { Card } from "../widgets/card.tsx";
import { Field, Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import {
  type DecisionDraft,
  type DecisionFault,
  draftOfDecision,
  readDecision,
} from "./decision-draft.ts";
import { type PackageKey, packageMessages } from "./package-messages.ts";
import type { PackageProps } from "./package-props.ts";
import { ReasonList } from "./reason-list.tsx";
import { useDecide } from "./use-decide.ts";

const FAULTS = {
  "kind-needed": "decision.kindNeeded",
  "reason-needed": "decision.reasonNeeded",
  "note-needed": "decision.noteNeeded",
} as const satisfies Record<DecisionFault, PackageKey>;

interface DecisionFormProps extends PackageProps {
  readonly candidate: DeskCandidate;
  readonly onNext: () => void;
}

/** What the clerk decides on one candidacy; a draft until a receipt tells it. */
export function DecisionForm({ of, candidate, onChange, onNext }: DecisionFormProps) {
  const say = useMessages(packageMessages);
  const { key, desk, told } = candidate;
  const draftKey = `desk-decision ${of.packageId} ${key}`;
  const [draft, setDraft, drop, isRestored] = useFormDraft(draftKey, draftOfDecision(desk));
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, decide } = useDecide(of.packageId, candidate, async () => {
    drop();
    setHasTried(false);
    await onChange();
  });
  const read = readDecision(draft);
  const fault = hasTried && !read.ok ? read.fault : null;
  const save = async (isGoingOn: boolean) => {
    setHasTried(true);
    if (read.ok && (await decide(read.decision)) && isGoingOn) onNext();
  };
  return (
    <Card title={say("decision.title")} help={say("decision.help")} className="no-print">
      <Restored isShown={isRestored} onDiscard={drop} />
      <Form label={say("decision.title")} onSubmit={() => void save(true)}>
        <DecisionFields draft={draft} fault={fault} onChange={setDraft} />
        <div className="bureau-actions">
          <Button type="primary" htmlType="submit" loading={isBusy}>
            {say("decision.saveNext")}
          </Button>
          <Button disabled={isBusy} onClick={() => void save(false)}>
            {say("decision.save")}
          </Button>
          {desk === null ? null : (
            <Button disabled={isBusy} onClick={() => void decide(null)}>
              {say("decision.clear")}
            </Button>
          )}
        </div>
      </Form>
      {desk === null ? null : (
        <p className="bureau-muted">
          {say("decision.by", { by: desk.by, at: formatBeijing(desk.at) })}
          {"；"}
          {told === null
            ? say("decision.untold")
            : say("decision.told", { kind: DESK_DECISION_LABELS[told] })}
        </p>
      )}
    </Card>
  );
}

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  readonly fault: DecisionFault | null;
  readonly onChange: (draft: DecisionDraft) => void;
}

function DecisionFields({ draft, fault, onChange }: DecisionFieldsProps) {
  const say = useMessages(packageMessages);
  const { kind, reasons, note } = draft;
  return (
    <>
      <fieldset className="bureau-kinds">
        <legend className="visually-hidden">{say("decision.kind")}</legend>
        {DESK_DECISIONS.map((one) => (
          <Radio
            key={one}
            name="desk-decision"
            checked={kind === one}
            onChange={() => onChange({ ...draft, kind: one })}
          >
            {DESK_DECISION_LABELS[one]}
          </Radio>
        ))}
      </fieldset>
      {kind === "returned" ? (
        <ReasonList
          reasons={reasons}
          onChange={(next) => onChange({ ...draft, reasons: [...next] })}
        />
      ) : null}
      <Field
        label={say("decision.note")}
        hint={say("decision.noteHint")}
        error={fault === null ? null : say(FAULTS[fault])}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={400}
            value={note}
            onChange={({ target }) => onChange({ ...draft, note: target.value })}
          />
        )}
      </Field>
    </>
  );
}
