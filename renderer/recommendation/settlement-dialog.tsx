import { Input, Radio } from "antd";
import { sayRequirement } from "../../shared/policy/sentences.ts";
import type { Requirement } from "../../shared/policy/requirement.ts";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { Field } from "../widgets/form.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { useCandidacyEdit } from "./document-edit.ts";
import { candidateMessages } from "./candidate-messages.ts";
import type { CandidateProps } from "./candidate-props.ts";
import { DialogForm } from "./dialog-form.tsx";
import { nameOf } from "../widgets/round-scene.ts";

interface SettlementDialogProps extends CandidateProps {
  readonly requirement: Requirement;
  readonly onClose: () => void;
}

const BLANK = { isMet: true, text: "", evidence: "" };

/** 人工认定: which way it goes, why, and on what paper; never without both. */
export function SettlementDialog(props: SettlementDialogProps) {
  const { scene, candidacy, requirement, onClose } = props;
  const say = useMessages(candidateMessages);
  const edit = useCandidacyEdit(candidacy);
  const [form, setForm, forget, isRestored] = useFormDraft(
    `round:settle:${candidacy.id}:${requirement.id}`,
    BLANK,
  );
  const text = cleanText(form.text);
  const evidence = cleanText(form.evidence);
  const save = async () => {
    const label = labelEdit("history.requirementSettled", { name: nameOf(scene, candidacy) });
    const settlement = { requirementId: requirement.id, isMet: form.isMet, text, evidence };
    const isDone = await edit(label, (signed, { settlements }) => ({
      settlements: [
        ...settlements.filter((one) => one.requirementId !== requirement.id),
        { ...settlement, ...signed },
      ],
    }));
    if (isDone) forget();
    return isDone;
  };
  return (
    <DialogForm
      title={say("settle.title")}
      okText={say("settle.save")}
      isReady={text !== "" && evidence !== ""}
      restored={{ isShown: isRestored, onDiscard: forget }}
      onSubmit={save}
      onClose={onClose}
    >
      <p>{sayRequirement(requirement)}</p>
      <Radio.Group
        aria-label={say("settle.which")}
        value={form.isMet}
        onChange={({ target }) => setForm({ ...form, isMet: target.value === true })}
      >
        <Radio value={true}>{say("settle.met")}</Radio>
        <Radio value={false}>{say("settle.unmet")}</Radio>
      </Radio.Group>
      <Field label={say("settle.text")} isRequired hint={say("settle.textHint")}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={1000}
            value={form.text}
            onChange={({ target }) => setForm({ ...form, text: target.value })}
          />
        )}
      </Field>
      <Field label={say("settle.evidence")} isRequired hint={say("settle.evidenceHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={200}
            value={form.evidence}
            onChange={({ target }) => setForm({ ...form, evidence: target.value })}
          />
        )}
      </Field>
    </DialogForm>
  );
}
