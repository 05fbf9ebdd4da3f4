import { useCallback } from "react";
import { useBridge } from "../bridge.ts";
import { useNotice } from "../widgets/notice.tsx";
import { useSaveFile } from "../widgets/save-file.ts";

/** A function that gives the cover sheet of a package as a page to print, seal and sign. */
export function useCover(): (packageId: string) => Promise<void> {
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  return useCallback(
    async (packageId) => {
      const answer = await bridge.call("outbox.cover", { packageId });
      if (!answer.ok) notice.failed(answer.error.message);
      else if (answer.bytes !== null) await save(answer.output.fileName, answer.bytes);
    },
    [bridge, notice, save],
  );
}
