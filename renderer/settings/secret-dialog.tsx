import { Modal } from "antd";
import type { ReactNode } from "react";
import { useId } from "react";
import { useMessages } from "../i18n/messages.ts";
import { Form } from "../widgets/form.tsx";
import { settingsMessages } from "./messages.ts";

interface SecretDialogProps {
  readonly title: string;
  readonly okLabel: string;
  /** 取消 unless given. */
  readonly cancelLabel?: string;
  readonly canSend: boolean;
  readonly isSending: boolean;
  /** The core's sentence about what did not work. */
  readonly fault: string | null;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that asks for secrets: Enter sends it, a refusal is said in it. */
export function SecretDialog(props: SecretDialogProps) {
  const { title, okLabel, canSend, isSending, fault, onSend, onClose, children } = props;
  const say = useMessages(settingsMessages);
  const form = useId();
  return (
    <Modal
      open
      title={title}
      okText={okLabel}
      cancelText={props.cancelLabel ?? say("cancel")}
      okButtonProps={{ htmlType: "submit", form, disabled: !canSend, loading: isSending }}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Form
        id={form}
        label={title}
        onSubmit={() => {
          if (canSend && !isSending) onSend();
        }}
      >
        {children}
      </Form>
      {fault === null ? null : (
        <p className="settings-fault" role="alert">
          <span aria-hidden="true">✕ </span>
          {fault}
        </p>
      )}
    </Modal>
  );
}
