import { useState } from "react";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useConfirm } from "../widgets/confirm.tsx";
import { useNotice } from "../widgets/notice.tsx";
import type { GivenResult } from "./result-rows.ts";
import { resultsMessages } from "./results-messages.ts";

/** A receipt that tells results, ready for the stick. */
export interface IssuedReceipt {
  readonly serial: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** False where the same was told before. */
  readonly isNew: boolean;
}

interface Issuing {
  readonly packageId: string;
  readonly unitName: string;
  readonly onIssued: () => Promise<void>;
}

/** Issues results after a question, since a signed receipt cannot be taken back; gives whether it was done. */
export function useIssueResults({ packageId, unitName, onIssued }: Issuing) {
  const say = useMessages(resultsMessages);
  const bridge = useBridge();
  const confirm = useConfirm();
  const notice = useNotice();
  const [issued, setIssued] = useState<IssuedReceipt | null>(null);
  const [isIssuing, setIsIssuing] = useState(false);
  const issue = async (results: readonly GivenResult[]) => {
    const passed = results.filter(({ result }) => result.outcome === "passed").length;
    const counts = say("issue.text", { passed, failed: results.length - passed });
    const isSure = await confirm({
      title: say("issue.title", { unit: unitName }),
      text: `${counts}${say("issue.after")}`,
      okLabel: say("issue"),
    });
    if (!isSure || isIssuing) return false;
    setIsIssuing(true);
    const answer = await bridge.call("desk.results", { packageId, results: [...results] });
    setIsIssuing(false);
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return false;
    }
    const { serial, fileName, isNew } = answer.output;
    setIssued({ serial, fileName, isNew, bytes: answer.bytes ?? new Uint8Array() });
    await onIssued();
    return true;
  };
  return { issue, issued, isIssuing };
}
