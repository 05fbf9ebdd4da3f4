import { Button, Modal, Progress } from "antd";
import { useRef, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import type { LongWork } from "../store/types.ts";
import { healthMessages } from "./messages.ts";

interface Running {
  readonly title: string;
  readonly done: number;
  readonly total: number | null;
  readonly isCancelled: boolean;
}

export interface WorkRunner {
  /** Runs work with its progress shown; gives what it comes to. */
  readonly run: <Result>(
    title: string,
    work: (work: LongWork) => Promise<Result>,
  ) => Promise<Result>;
  readonly cancel: () => void;
  readonly running: Running | null;
}

/** Work that takes a while, one at a time, with its progress. */
export function useLongWork(): WorkRunner {
  const [running, setRunning] = useState<Running | null>(null);
  const controller = useRef<AbortController | null>(null);
  const run: WorkRunner["run"] = async (title, work) => {
    controller.current = new AbortController();
    setRunning({ title, done: 0, total: null, isCancelled: false });
    try {
      return await work({
        signal: controller.current.signal,
        onProgress: (done, total) =>
          setRunning((before) => (before === null ? null : { ...before, done, total })),
      });
    } finally {
      controller.current = null;
      setRunning(null);
    }
  };
  const cancel = () => {
    controller.current?.abort();
    setRunning((before) => (before === null ? null : { ...before, isCancelled: true }));
  };
  return { run, cancel, running };
}

/** The progress of the work that runs, with a way to call it off. */
export function LongWorkDialog({ runner }: { readonly runner: WorkRunner }) {
  const say = useMessages(healthMessages);
  const { running, cancel } = runner;
  return (
    <Modal
      open={running !== null}
      title={running?.title}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button disabled={running?.isCancelled === true} onClick={cancel}>
          {running?.isCancelled === true ? say("work.cancelling") : say("work.cancel")}
        </Button>
      }
      destroyOnHidden
    >
      {running === null ? null : <WorkProgress done={running.done} total={running.total} />}
    </Modal>
  );
}

interface WorkProgressProps {
  readonly done: number;
  readonly total: number | null;
}

/** How far work has come, as a bar where its end is known and in words. */
export function WorkProgress({ done, total }: WorkProgressProps) {
  const say = useMessages(healthMessages);
  const label = total === null ? say("work.done", { done }) : say("work.of", { done, total });
  const percent = total === null || total === 0 ? null : Math.floor((done / total) * 100);
  return (
    <div role="status">
      {percent === null ? null : <Progress percent={percent} aria-label={label} />}
      <p>{label}</p>
    </div>
  );
}
