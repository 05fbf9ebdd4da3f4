import { useCallback, useEffect, useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import type { ShelvedPack } from "../../shared/bridge/statements-methods.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import { useNotice } from "../widgets/notice.tsx";
import { packsInOrder } from "../widgets/pack.ts";
import { policyMessages } from "./messages.ts";

/** A pack that was read from a file and is looked at before it is taken. */
export interface OfferedPack extends OutputOf<"packs.read"> {
  readonly bytes: Uint8Array;
}

export interface PackShelf {
  /** Null while they are read. */
  readonly packs: readonly ShelvedPack[] | null;
  /** Why they could not be read. */
  readonly fault: string | null;
  readonly offered: OfferedPack | null;
  readonly isBusy: boolean;
  readonly read: (file: File) => Promise<void>;
  readonly take: () => Promise<void>;
  readonly drop: () => void;
  readonly reload: () => Promise<void>;
}

/** The packs on file, and the way by which another one comes to them. */
export function usePackShelf(): PackShelf {
  const bridge = useBridge();
  const store = useStore();
  const notice = useNotice();
  const say = useMessages(policyMessages);
  const [packs, setPacks] = useState<readonly ShelvedPack[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [offered, setOffered] = useState<OfferedPack | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const reload = useCallback(async () => {
    const answer = await bridge.call("packs.list", {});
    setFault(answer.ok ? null : answer.error.message);
    if (!answer.ok) return;
    setPacks(answer.output.packs);
    store.changePacks(packsInOrder(answer.output.packs));
  }, [bridge, store]);
  useEffect(() => {
    void reload();
  }, [reload]);
  const read = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await bridge.call("packs.read", {}, bytes);
    if (answer.ok) setOffered({ ...answer.output, bytes });
    else notice.failed(answer.error.message);
  };
  const take = async () => {
    if (offered === null || isBusy) return;
    setIsBusy(true);
    const answer = await bridge.call("packs.take", {}, offered.bytes);
    setIsBusy(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    setOffered(null);
    notice.done(say("shelf.taken", { title: answer.output.taken.pack.title }));
    await reload();
  };
  return { packs, fault, offered, isBusy, read, take, drop: () => setOffered(null), reload };
}
