import { useCallback, useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import type { Pack } from "../../shared/policy/pack.ts";
import { putPackDraft } from "../../shared/policy/pack-drafts.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { useNotice } from "../widgets/notice.tsx";
import { packsInOrder } from "../widgets/pack.ts";
import { useSaveFile } from "../widgets/save-file.ts";
import { policyMessages } from "./messages.ts";

export interface BureauPacks {
  readonly kept: OutputOf<"packs.list"> | null;
  readonly bureauName: string | null;
  readonly fault: string | null;
  readonly reload: () => Promise<void>;
  readonly keepDraft: (id: string, draft: Pack | null) => Promise<boolean>;
  /** Signs a pack and saves the file for the units. */
  readonly issue: (pack: Pack) => Promise<boolean>;
  readonly saveAgain: (id: string) => Promise<void>;
}

/** The policy packs at the bureau. */
export function useBureauPacks(): BureauPacks {
  const bridge = useBridge();
  const store = useStore();
  const notice = useNotice();
  const save = useSaveFile();
  const say = useMessages(policyMessages);
  const [kept, setKept] = useState<BureauPacks["kept"]>(null);
  const [bureauName, setBureauName] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const pending = useRef(0);
  const changes = useRef(0);
  const reload = useCallback(async () => {
    const asOf = changes.current;
    const [list, registry] = await Promise.all([
      bridge.call("packs.list", {}),
      bridge.call("registry.state", {}),
    ]);
    setFault(list.ok ? null : list.error.message);
    if (registry.ok) setBureauName(registry.output.card?.bureau.name ?? null);
    // What was read before a change must not take its place; the change is followed by a reading of its own.
    if (!list.ok || changes.current !== asOf) return;
    setKept(list.output);
    store.changePacks(packsInOrder(list.output.packs));
  }, [bridge, store]);
  useEffect(() => {
    void reload();
  }, [reload]);
  const keepDraft = async (id: string, draft: Pack | null): Promise<boolean> => {
    // Shown at once, so that the next change builds on this one even while it is being written.
    setKept((before) => before && { ...before, drafts: putPackDraft(before.drafts, id, draft) });
    pending.current += 1;
    changes.current += 1;
    const answer = await bridge.call("packs.keepDraft", { id, draft });
    pending.current -= 1;
    if (!answer.ok) notice.failed(answer.error.message);
    if (pending.current === 0) await reload();
    return answer.ok;
  };
  const issue = async (pack: Pack): Promise<boolean> => {
    const answer = await bridge.call("packs.issue", { pack });
    if (!answer.ok || answer.bytes === null) {
      if (!answer.ok) notice.failed(answer.error.message);
      return false;
    }
    await reload();
    await save(answer.output.fileName, answer.bytes);
    notice.done(say("packs.issued", { title: pack.title }));
    return true;
  };
  const saveAgain = async (id: string): Promise<void> => {
    const answer = await bridge.call("packs.file", { id });
    if (answer.ok && answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
    else if (!answer.ok) notice.failed(answer.error.message);
  };
  return { kept, bureauName, fault, reload, keepDraft, issue, saveAgain };
}
