import { Button, Modal } from "antd";
import { useState } from "react";
import { type Say, useMessages } from "../i18n/messages.ts";
import { asksUser, type RebuildRefusal } from "../store/backup/rebuild-refusal.ts";
import { useStore } from "../store/context.ts";
import type { RebuildResult } from "../store/types.ts";
import { WorkProgress } from "./long-work.tsx";
import { healthMessages } from "./messages.ts";

type Step =
  | { readonly at: "asking" }
  | { readonly at: "working"; readonly done: number; readonly total: number | null }
  | { readonly at: "ended"; readonly result: RebuildResult };

/**
 * Rebuilds the database from the journal: asks, works, asks again where the journal is incomplete. The
 * store is closed once it has begun, so that from then on the only way out is to open the program anew.
 */
export function RebuildDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useMessages(healthMessages);
  const store = useStore();
  const [step, setStep] = useState<Step>({ at: "asking" });
  const rebuild = async (isPartialAccepted: boolean) => {
    setStep({ at: "working", done: 0, total: null });
    const result = await store.rebuildFromJournal({
      isPartialAccepted,
      onProgress: (done, total) => setStep({ at: "working", done, total }),
    });
    setStep({ at: "ended", result });
  };
  const start = (isPartialAccepted: boolean) => () => void rebuild(isPartialAccepted);
  const reopen = (
    <Button key="reopen" onClick={() => globalThis.location.reload()}>
      {say("rebuild.reopen")}
    </Button>
  );
  const cannotClose = { closable: false, keyboard: false, mask: { closable: false } };
  if (step.at === "asking") {
    return (
      <Modal
        open
        title={say("rebuild.title")}
        okText={say("rebuild.ok")}
        cancelText={say("work.cancel")}
        okButtonProps={{ danger: true }}
        onOk={start(false)}
        onCancel={onClose}
      >
        <p>{say("rebuild.text")}</p>
      </Modal>
    );
  }
  if (step.at === "working") {
    return (
      <Modal open title={say("rebuild.working")} footer={null} {...cannotClose}>
        <WorkProgress done={step.done} total={step.total} />
      </Modal>
    );
  }
  const { result } = step;
  if (result.ok) {
    const { people, entries } = result;
    return (
      <Modal open title={say("rebuild.done")} footer={reopen} {...cannotClose}>
        <p>{say("rebuild.counts", { people, entries })}</p>
      </Modal>
    );
  }
  const { wholeUpTo: number, entriesBefore: before } = result.details;
  const isPartial = result.code === "incomplete";
  const isAsking = asksUser(result);
  return (
    <Modal
      open
      title={titleOf(say, result)}
      footer={
        isAsking
          ? [
              reopen,
              <Button key="partial" danger onClick={start(true)}>
                {say("rebuild.partialOk")}
              </Button>,
            ]
          : reopen
      }
      {...cannotClose}
    >
      <p>{result.message}</p>
      {isPartial ? (
        <p>
          {before === null
            ? say("rebuild.found", { number })
            : say("rebuild.lost", { number, before })}
        </p>
      ) : null}
      <p>{say("rebuild.kept")}</p>
    </Modal>
  );
}

function titleOf(
  say: Say<keyof (typeof healthMessages.messages)["en"]>,
  { code }: RebuildRefusal,
): string {
  if (code === "incomplete") return say("rebuild.partial");
  return code === "forked" ? say("rebuild.forked") : say("rebuild.failed");
}
