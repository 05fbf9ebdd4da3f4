import { useCallback, useEffect, useState } from "react";
import type { CatalogueDraft } from "../../shared/bureau/catalogue.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { catalogueMessages } from "./messages.ts";
import { useOneAtATime } from "./use-one-at-a-time.ts";
import type { CatalogueState } from "./versions.ts";

export interface CatalogueDesk {
  /** Null while it is read. */
  readonly state: CatalogueState | null;
  readonly fault: string | null;
  readonly isBusy: boolean;
  /** The version as it was before the last change of this visit; null: nothing to take back. */
  readonly undoable: CatalogueDraft | null;
  readonly reload: () => Promise<void>;
  /** Keeps a version; gives whether it is on the disk. */
  readonly keep: (draft: CatalogueDraft, before: CatalogueDraft | null) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  /** Signs a version and saves the file for the units. */
  readonly issue: (draft: CatalogueDraft) => Promise<boolean>;
  readonly saveAgain: (serial: number) => Promise<void>;
}

/** The catalogue at the bureau: every change is on the disk before it is shown. */
export function useCatalogue(): CatalogueDesk {
  const { state, fault, reload } = useKept();
  const { isBusy, run } = useOneAtATime();
  const [past, setPast] = useState<readonly CatalogueDraft[]>([]);
  const write = useWrite(reload);
  const { issue, saveAgain } = useIssuing(reload);
  const undoable = past.at(-1) ?? null;
  return {
    state,
    fault,
    isBusy,
    undoable,
    reload,
    keep: (draft, before) =>
      run(async () => {
        const isKept = await write(draft);
        if (isKept && before !== null) setPast((steps) => [...steps, before]);
        return isKept;
      }),
    undo: async () => {
      if (undoable === null) return;
      const isDone = await run(() => write(undoable));
      if (isDone) setPast((steps) => steps.slice(0, -1));
    },
    issue: (draft) =>
      run(async () => {
        const isIssued = await issue(draft);
        if (isIssued) setPast([]);
        return isIssued;
      }),
    saveAgain,
  };
}

/** What is on file. */
function useKept() {
  const bridge = useBridge();
  const [state, setState] = useState<CatalogueState | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const reload = useCallback(async () => {
    const answer = await bridge.call("catalogue.state", {});
    setFault(answer.ok ? null : answer.error.message);
    if (answer.ok) setState(answer.output);
  }, [bridge]);
  useEffect(() => {
    void reload();
  }, [reload]);
  return { state, fault, reload };
}

function useWrite(reload: () => Promise<void>): (draft: CatalogueDraft) => Promise<boolean> {
  const bridge = useBridge();
  const notice = useNotice();
  return async (draft) => {
    const answer = await bridge.call("catalogue.keepDraft", { draft });
    if (!answer.ok) notice.failed(answer.error.message);
    await reload();
    return answer.ok;
  };
}

function useIssuing(reload: () => Promise<void>) {
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const say = useMessages(catalogueMessages);
  const issue = async (draft: CatalogueDraft): Promise<boolean> => {
    const answer = await bridge.call("catalogue.issue", { draft });
    if (!answer.ok || answer.bytes === null) {
      if (!answer.ok) notice.failed(answer.error.message);
      return false;
    }
    await reload();
    await save(answer.output.fileName, answer.bytes);
    notice.done(say("issued", { year: draft.year, count: draft.units.length }));
    return true;
  };
  const saveAgain = async (serial: number): Promise<void> => {
    const answer = await bridge.call("catalogue.file", { serial });
    if (answer.ok && answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
    else if (!answer.ok) notice.failed(answer.error.message);
  };
  return { issue, saveAgain };
}
