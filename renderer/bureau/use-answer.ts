import { useState } from "react";
import type { DeskPackage } from "../../shared/bridge/desk-schemas.ts";
import type { InputOf } from "../../shared/bridge/methods.ts";
import { RECEIPT_STATUS_LABELS } from "../../shared/submission/receipt.ts";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import { packageMessages } from "./package-messages.ts";

export type Whole = InputOf<"desk.answer">["whole"];

/** A function that issues the receipt and saves it for the stick; it stands whether it was saved or not. */
export function useAnswer({ packageId }: DeskPackage, onDone: () => Promise<void>) {
  const say = useMessages(packageMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const [isBusy, setIsBusy] = useState(false);
  const answer = async (whole: Whole): Promise<boolean> => {
    if (isBusy) return false;
    setIsBusy(true);
    const issued = await bridge.call("desk.answer", { packageId, whole });
    setIsBusy(false);
    if (!issued.ok) {
      notice.failed(issued.error.message);
      return false;
    }
    const { serial, status, isNew, fileName } = issued.output;
    await onDone();
    if (issued.bytes !== null) await save(fileName, issued.bytes);
    notice.done(
      isNew
        ? say("answer.made", { serial, status: RECEIPT_STATUS_LABELS[status] })
        : say("answer.same"),
    );
    return true;
  };
  return { isBusy, answer };
}
