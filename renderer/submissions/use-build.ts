import { useCallback, useEffect, useRef, useState } from "react";
import type { RoundContext } from "../../shared/recommendation/context.ts";
import { contentOfDraft } from "../../shared/recommendation/draft-package.ts";
import { addSubmission } from "../../shared/recommendation/submissions.ts";
import type { Unit } from "../../shared/records/unit.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { sha256Hex } from "../store/seal/bytes.ts";
import type { Records } from "../store/types.ts";
import { labelEdit } from "../widgets/edit-label.ts";
import { useNotice } from "../widgets/notice.tsx";
import { draftOf } from "./draft-of.ts";
import { submissionsMessages } from "./messages.ts";

/** A package that is being built. */
export interface BuildJob {
  readonly id: string;
  readonly phase: "packing" | "rehearsing";
  readonly percent: number;
}

interface BuildScene {
  readonly unit: Unit;
  readonly records: Records;
  readonly context: RoundContext;
  readonly onBuilt: () => Promise<void>;
}

export interface Building {
  readonly job: BuildJob | null;
  readonly build: (isReplacing: boolean) => Promise<void>;
  readonly cancel: () => void;
}

/** Builds the round's package, tells how far it is, and notes it in the round when it is done. */
export function useBuild({ unit, records, context, onBuilt }: BuildScene): Building {
  const bridge = useBridge();
  const store = useStore();
  const notice = useNotice();
  const say = useMessages(submissionsMessages);
  const [job, setJob] = useState<BuildJob | null>(null);
  const running = useRef<string | null>(null);
  useEffect(
    () =>
      bridge.on("progress", ({ id, done, total }) => {
        setJob((known) => (known?.id === id ? { id, ...phaseOf(done, total) } : known));
      }),
    [bridge],
  );
  const build = useCallback(
    async (isReplacing: boolean) => {
      const draft = draftOf({ unit, records, context }, isReplacing);
      if (draft === null || running.current !== null) return;
      const id = crypto.randomUUID();
      running.current = id;
      setJob({ id, phase: "packing", percent: 0 });
      const answer = await bridge.call("outbox.build", { id, draft });
      running.current = null;
      setJob(null);
      if (!answer.ok) {
        const place = answer.error.details?.["place"];
        notice.failed(
          place === undefined
            ? answer.error.message
            : say("build.failedAt", { place: String(place), why: answer.error.message }),
        );
        return;
      }
      const { revision } = answer.output;
      const content = await sha256Hex(contentOfDraft(draft));
      const { year, id: roundId } = context.round;
      const label = labelEdit("history.packageBuilt", { year, revision });
      // Where this is not saved, the receipts' follower notes the package later: nothing hangs on it.
      await store.commit(({ rounds }) => {
        // Building takes a while: what was noted in the round meanwhile stays.
        const round = rounds.get(roundId) ?? context.round;
        return { label, putRounds: [addSubmission(round, { ...answer.output, content })] };
      });
      // What is said to be built stands in the list by then.
      await onBuilt();
      notice.done(say("build.done", { revision }));
    },
    [bridge, store, notice, say, context, records, unit, onBuilt],
  );
  const cancel = useCallback(() => {
    if (running.current !== null) void bridge.call("outbox.cancel", { id: running.current });
  }, [bridge]);
  return { job, build, cancel };
}

/** Half of the way is packing; reading back has no measure of its own. */
function phaseOf(done: number, total: number | null): Omit<BuildJob, "id"> {
  if (total === null) return { phase: "rehearsing", percent: 75 };
  return { phase: "packing", percent: total === 0 ? 40 : Math.floor((done / total) * 50) };
}
