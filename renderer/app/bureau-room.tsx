import { useCallback, useEffect, useState } from "react";
import type { OutputOf } from "../../shared/bridge/methods.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useRecords } from "../store/context.ts";
import { Failure, Loading } from "../widgets/states.tsx";
import { BureauSetUp } from "./first-run/bureau-set-up.tsx";
import { Layout } from "./frame/layout.tsx";
import { Gate } from "./gate.tsx";
import { appMessages } from "./messages.ts";

type Registry = OutputOf<"registry.state">;
type Found =
  | { readonly registry: Registry }
  | { readonly fault: string }
  /** Not asked yet. */
  | null;

/** Behind the lock of a bureau: without a card of its own the first run is not done. */
export function BureauRoom({ onLock }: { readonly onLock: () => void }) {
  const say = useMessages(appMessages);
  const bridge = useBridge();
  const records = useRecords();
  const [found, setFound] = useState<Found>(null);
  const ask = useCallback(async () => {
    const answer = await bridge.call("registry.state", {});
    setFound(answer.ok ? { registry: answer.output } : { fault: answer.error.message });
  }, [bridge]);
  useEffect(() => {
    void ask();
  }, [ask]);
  if (found === null || records === null) return <Loading />;
  if ("fault" in found) {
    return (
      <Gate title={say("bureau.unread")}>
        <Failure title={say("bureau.unread")} message={found.fault} onRetry={() => void ask()} />
      </Gate>
    );
  }
  if (found.registry.card === null) {
    return <BureauSetUp records={records} onDone={() => void ask()} />;
  }
  return <Layout onLock={onLock} owner={found.registry.card.bureau.name} />;
}
