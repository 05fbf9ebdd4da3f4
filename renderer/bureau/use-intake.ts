import { useCallback, useRef, useState } from "react";
import type { Bridge, OutputOf } from "../../shared/bridge/methods.ts";
import { PIECE_BYTES } from "../../shared/bridge/spool-methods.ts";
import { useBridge } from "../bridge.ts";

/** What came of one file. */
export type Taken =
  | { readonly name: string; readonly fault: string }
  | { readonly name: string; readonly fault: null; readonly output: OutputOf<"desk.receive"> };

/** What is going on: a file on its way in pieces, or being verified. */
export interface IntakeJob {
  readonly name: string;
  /** Of the file, 0 to 100; null while it is verified. */
  readonly percent: number | null;
}

interface Intake {
  readonly job: IntakeJob | null;
  readonly taken: readonly Taken[];
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly cancel: () => void;
}

/** Takes packages in one after the other: through the spool, then verified and received. */
export function useIntake(onReceived: () => Promise<void>): Intake {
  const bridge = useBridge();
  const [job, setJob] = useState<IntakeJob | null>(null);
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const running = useRef<{ readonly id: string; isCancelled: boolean } | null>(null);
  const take = useCallback(
    async (files: readonly File[]) => {
      if (running.current !== null) return;
      const run = { id: crypto.randomUUID(), isCancelled: false };
      running.current = run;
      const results: Taken[] = [];
      for (const file of files) {
        if (run.isCancelled) break;
        results.push(await takeOne({ bridge, run, onStep: setJob }, file));
        setTaken([...results]);
      }
      running.current = null;
      setJob(null);
      await onReceived();
    },
    [bridge, onReceived],
  );
  const cancel = () => {
    const { current } = running;
    if (current === null) return;
    current.isCancelled = true;
    void bridge.call("desk.cancel", { id: current.id });
  };
  return { job, taken, take, cancel };
}

interface Run {
  readonly bridge: Bridge;
  readonly run: { readonly id: string; readonly isCancelled: boolean };
  readonly onStep: (job: IntakeJob) => void;
}

async function takeOne({ bridge, run, onStep }: Run, file: File): Promise<Taken> {
  const { name } = file;
  const spooled = await spool({ bridge, run, onStep }, file);
  if ("fault" in spooled) return { name, fault: spooled.fault };
  onStep({ name, percent: null });
  const { handle } = spooled;
  const answer = await bridge.call("desk.receive", { id: run.id, fileName: name, handle });
  return answer.ok
    ? { name, fault: null, output: answer.output }
    : { name, fault: answer.error.message };
}

type Spooled = { readonly handle: string } | { readonly fault: string };

/** Hands a file over in pieces; cancelled or refused, nothing of it is left. */
async function spool({ bridge, run, onStep }: Run, file: File): Promise<Spooled> {
  const begun = await bridge.call("spool.begin", { name: file.name, size: file.size });
  if (!begun.ok) return { fault: begun.error.message };
  const { handle } = begun.output;
  const giveUp = async (fault: string) => {
    await bridge.call("spool.abort", { handle });
    return { fault };
  };
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    if (run.isCancelled) return giveUp("");
    onStep({ name: file.name, percent: Math.floor((at / file.size) * 100) });
    const piece = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    const answer = await bridge.call("spool.append", { handle, at }, piece);
    if (!answer.ok) return giveUp(answer.error.message);
  }
  const finished = await bridge.call("spool.finish", { handle });
  return finished.ok ? { handle } : giveUp(finished.error.message);
}
