import { Button, Checkbox, Input, Modal } from "antd";
import { useId, useState } from "react";
import type { OwnCardFacts } from "../../shared/bridge/registry-methods.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { Field, Form } from "../widgets/form.tsx";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { Restored } from "../widgets/restored.tsx";
import { useFormDraft } from "../widgets/use-form-draft.ts";
import { type CardContent, type CardField, draftOf, readCardDraft } from "./card-draft.ts";
import { type UnitsKey, unitsMessages } from "./units-messages.ts";

const ERRORS = {
  name: "card.missing",
  addresses: "card.addressesWrong",
  attachmentMb: "card.sizeWrong",
  packageMb: "card.sizeWrong",
} as const satisfies Record<CardField, UnitsKey>;

interface CardFormProps {
  readonly card: OwnCardFacts;
  readonly onClose: () => void;
  readonly onMade: () => Promise<void>;
}

/** What the card says; made, it is saved as a file for the units. */
export function CardForm({ card, onClose, onMade }: CardFormProps) {
  const say = useMessages(unitsMessages);
  const formId = useId();
  const [draft, setDraft, drop, isRestored] = useFormDraft("bureau-card", draftOf(card));
  const [hasTried, setHasTried] = useState(false);
  const read = readCardDraft(draft);
  const { isBusy, make } = useMakeCard(card, async () => {
    drop();
    onClose();
    await onMade();
  });
  const errorOf = (field: CardField) =>
    hasTried && !read.ok && read.wrong.includes(field) ? say(ERRORS[field]) : null;
  const submit = () => {
    setHasTried(true);
    if (read.ok) void make(read.content);
  };
  const size = (field: "attachmentMb" | "packageMb", label: string) => (
    <Field label={label} error={errorOf(field)} isRequired>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          maxLength={6}
          value={draft[field]}
          onChange={({ target }) => setDraft({ ...draft, [field]: target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      destroyOnHidden
      title={say("card.title")}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say("cancel")}</Button>
          <Button type="primary" htmlType="submit" form={formId} loading={isBusy}>
            {say("card.make")}
          </Button>
        </>
      }
    >
      <Form id={formId} label={say("card.title")} onSubmit={submit}>
        <Restored isShown={isRestored} onDiscard={drop} />
        <Field
          label={say("card.name")}
          hint={say("card.nameHint")}
          error={errorOf("name")}
          isRequired
        >
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={draft.name}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <Field
          label={say("card.addresses")}
          hint={say("card.addressesHint")}
          error={errorOf("addresses")}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={3}
              value={draft.addresses}
              onChange={({ target }) => setDraft({ ...draft, addresses: target.value })}
            />
          )}
        </Field>
        {size("attachmentMb", say("card.attachment"))}
        {size("packageMb", say("card.package"))}
        <Checkbox
          checked={draft.sm2}
          onChange={({ target }) => setDraft({ ...draft, sm2: target.checked })}
        >
          {say("card.sm2")}
        </Checkbox>
      </Form>
    </Modal>
  );
}

function useMakeCard({ bureau }: OwnCardFacts, onDone: () => Promise<void>) {
  const say = useMessages(unitsMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const [isBusy, setIsBusy] = useState(false);
  const make = async ({ name, addresses, asks }: CardContent) => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await bridge.call("registry.makeCard", {
      bureau: { id: bureau.id, name },
      addresses,
      asks,
    });
    setIsBusy(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    if (answer.bytes !== null && (await save(answer.output.fileName, answer.bytes))) {
      notice.done(say("card.made", { name: answer.output.fileName }));
    }
    await onDone();
  };
  return { isBusy, make };
}
