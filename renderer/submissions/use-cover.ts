import { useCallback } from "react";
import { useBridge } from "../bridge.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";

/** A function that saves the cover sheet of a package, to print, seal and sign: a page or a workbook. */
export function useCover(): (packageId: string, form: "page" | "workbook") => Promise<void> {
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  return useCallback(
    async (packageId, form) => {
      const answer = await bridge.call("outbox.cover", { packageId, form });
      if (!answer.ok) notice.failed(answer.error.message);
      else if (answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
    },
    [bridge, notice, save],
  );
}
