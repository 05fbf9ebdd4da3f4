import { useCallback } from "react";
import { plainPlan } from "../../shared/workbook/plain-plan.ts";
import type { WorkbookPlan } from "../../shared/workbook/plan.ts";
import { useBridge } from "../bridge.ts";
import { useNotice } from "./notice.tsx";
import { useSaveFile } from "./save-file.ts";

/** A function that writes a workbook and saves it where the user wants it, and gives whether it was saved. */
export function useSaveWorkbook(): (name: string, plan: WorkbookPlan) => Promise<boolean> {
  const bridge = useBridge();
  const notice = useNotice();
  const save = useSaveFile();
  return useCallback(
    async (name, plan) => {
      const answer = await bridge.call("workbooks.write", { plan: plainPlan(plan) });
      if (answer.ok && answer.bytes !== null) return save(name, answer.bytes);
      if (!answer.ok) notice.failed(answer.error.message);
      return false;
    },
    [bridge, notice, save],
  );
}
