import { Button } from "antd";
import { useBridge } from "../bridge.ts";
import { useMessages } from "../i18n/messages.ts";
import { safeFileName } from "../widgets/file-name.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";
import type { ReportState } from "./import-session.ts";
import { importMessages } from "./messages.ts";

/** Gives the refused rows back: the user's own workbook with the reasons beside them. */
export function ReturnedButton({ state }: { readonly state: ReportState }) {
  const say = useMessages(importMessages);
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  const { file, view } = state;
  const giveBack = async () => {
    const reasons = view.reasons.filter((sheet) => sheet.reasons.length > 0);
    const answer = await bridge.call(
      "workbooks.returned",
      { reasons: reasons.map((sheet) => ({ ...sheet, reasons: [...sheet.reasons] })) },
      file.bytes,
    );
    if (!answer.ok) {
      notice.failed(answer.error.message);
      return;
    }
    const name = say("returnedFile", { name: file.name.replace(/\.xls[xm]$/i, "") });
    if (answer.bytes !== null) await save(safeFileName(name, ".xlsx"), answer.bytes);
  };
  return (
    <div className="exchange-line">
      <Button onClick={() => void giveBack()}>
        {say("returned", { count: view.counts.refused })}
      </Button>
      <span className="exchange-note">{say("returnedHint")}</span>
    </div>
  );
}
