import { useCallback } from "react";
import { describeIssue } from "../../shared/records/issue.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore } from "../store/context.ts";
import type { EditOrMaker } from "../store/types.ts";
import { useEditLabel } from "./edit-label.ts";
import { widgetMessages } from "./messages.ts";
import { useNotice } from "./notice.tsx";

/** A function that makes an edit, tells what came of it with a way to undo, and gives whether it was made. */
export function useCommit(): (edit: EditOrMaker) => Promise<boolean> {
  const store = useStore();
  const notice = useNotice();
  const say = useMessages(widgetMessages);
  const wordLabel = useEditLabel();
  return useCallback(
    async (edit) => {
      const result = await store.commit(edit);
      if (result.ok) {
        notice.undoable(say("saved", { label: wordLabel(result.entry.label) }));
        return true;
      }
      if (result.code === "invalid") {
        const [first] = result.issues;
        const count = result.issues.length;
        notice.failed(
          say("invalidRecords", { count, first: first === undefined ? "" : describeIssue(first) }),
        );
      } else notice.failed(result.message);
      return false;
    },
    [store, notice, say, wordLabel],
  );
}
