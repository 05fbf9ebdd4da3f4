import { Button, Input, Modal, Radio } from "antd";
import { useId, useState } from "react";
import { cleanText } from "../../shared/workbook/text.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { packageMessages } from "./package-messages.ts";
import { ReasonList } from "./reason-list.tsx";
import type { Whole } from "./use-answer.ts";

interface WholeDialogProps {
  readonly onClose: () => void;
  readonly onAnswer: (whole: Whole) => Promise<boolean>;
}

/** Sends the package as a whole back, with reasons from the list or in the clerk's words. */
export function WholeDialog({ onClose, onAnswer }: WholeDialogProps) {
  const say = useMessages(packageMessages);
  const formId = useId();
  const [status, setStatus] = useState<"returned" | "refused">("returned");
  const [reasons, setReasons] = useState<readonly string[]>([]);
  const [note, setNote] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const cleaned = cleanText(note);
  const isMissing = cleaned === "" && (reasons.length === 0 || reasons.includes("return.other"));
  const submit = async () => {
    setHasTried(true);
    if (isMissing) return;
    const whole = { status, reasons: [...reasons], note: cleaned === "" ? null : cleaned };
    if (await onAnswer(whole)) onClose();
  };
  return (
    <Modal
      open
      destroyOnHidden
      width={680}
      title={say("whole.title")}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say("cancel")}</Button>
          <Button type="primary" danger htmlType="submit" form={formId}>
            {say("whole.ok")}
          </Button>
        </>
      }
    >
      <Form id={formId} label={say("whole.title")} onSubmit={() => void submit()}>
        <p>{say("whole.text")}</p>
        <fieldset className="bureau-kinds">
          <legend className="visually-hidden">{say("whole.kind")}</legend>
          <Radio
            name="whole-status"
            checked={status === "returned"}
            onChange={() => setStatus("returned")}
          >
            {say("whole.returned")}
          </Radio>
          <Radio
            name="whole-status"
            checked={status === "refused"}
            onChange={() => setStatus("refused")}
          >
            {say("whole.refused")}
          </Radio>
        </fieldset>
        <ReasonList reasons={reasons} onChange={setReasons} />
        <Field
          label={say("decision.note")}
          hint={say("decision.noteHint")}
          error={hasTried && isMissing ? say("whole.missing") : null}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={2}
              maxLength={400}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
      </Form>
    </Modal>
  );
}
