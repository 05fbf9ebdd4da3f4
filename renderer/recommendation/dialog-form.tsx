import { Modal } from "antd";
import type { ReactNode } from "react";
import { useId, useRef, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Form } from "../widgets/form.tsx";
import { Restored } from "../widgets/restored.tsx";
import { roundMessages } from "./messages.ts";

interface DialogFormProps {
  readonly title: string;
  readonly okText: string;
  /** True where everything that is asked is filled in. */
  readonly isReady: boolean;
  readonly isDanger?: boolean;
  /** The form holds what was not sent last time. */
  readonly restored?: { readonly isShown: boolean; readonly onDiscard: () => void };
  /** Gives whether it was done; the dialog closes then. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form over the page. It is sent once, however often the button is pressed. */
export function DialogForm(props: DialogFormProps) {
  const { title, okText, isReady, isDanger = false, restored, onSubmit, onClose, children } = props;
  const say = useMessages(roundMessages);
  const id = useId();
  const isSending = useRef(false);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    if (!isReady || isSending.current) return;
    isSending.current = true;
    setIsBusy(true);
    const isDone = await onSubmit();
    isSending.current = false;
    setIsBusy(false);
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      destroyOnHidden
      title={title}
      okText={okText}
      cancelText={say("cancel")}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !isReady, danger: isDanger }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form id={id} label={title} onSubmit={() => void submit()}>
        {restored === undefined ? null : <Restored {...restored} />}
        {children}
      </Form>
    </Modal>
  );
}
