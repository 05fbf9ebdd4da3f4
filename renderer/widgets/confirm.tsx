import { Modal } from "antd";
import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useMemo, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";

export interface Question {
  readonly title: string;
  readonly text: ReactNode;
  /** What will be done, as a verb: 删除. */
  readonly okLabel: string;
  readonly isDanger?: boolean;
}
export type Confirm = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Confirm | null>(null);

interface Asked extends Question {
  readonly answer: (isSure: boolean) => void;
}

/** Shows the questions of `useConfirm`, one at a time. */
export function ConfirmHost({ children }: { readonly children: ReactNode }) {
  const say = useMessages(widgetMessages);
  const [asked, setAsked] = useState<Asked | null>(null);
  const confirm = useCallback<Confirm>(
    async (question) =>
      new Promise((resolve) => {
        setAsked({
          ...question,
          answer: (isSure) => {
            setAsked(null);
            resolve(isSure);
          },
        });
      }),
    [],
  );
  const danger = useMemo(() => ({ danger: asked?.isDanger === true }), [asked]);
  return (
    <ConfirmContext.Provider value={confirm}>
      {children}
      <Modal
        open={asked !== null}
        title={asked?.title}
        okText={asked?.okLabel}
        cancelText={say("cancel")}
        okButtonProps={danger}
        onOk={() => asked?.answer(true)}
        onCancel={() => asked?.answer(false)}
        destroyOnHidden
      >
        {asked?.text}
      </Modal>
    </ConfirmContext.Provider>
  );
}

/** A function that asks before something is done, and gives whether the user is sure. */
export function useConfirm(): Confirm {
  const confirm = useContext(ConfirmContext);
  if (confirm === null) throw new Error("a question is asked outside the app");
  return confirm;
}
