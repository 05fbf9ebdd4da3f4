import { useMessages } from "../../i18n/messages.ts";
import { useStore, useStoreState } from "../../store/context.ts";
import type { EditResult, StoreState } from "../../store/types.ts";
import { useEditLabel } from "../../widgets/edit-label.ts";
import { useNotice } from "../../widgets/notice.tsx";
import { appMessages } from "../messages.ts";

export interface UndoSteps {
  readonly undo: () => void;
  readonly redo: () => void;
  /** What they would take; null: nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
}

const selectUndoable = ({ undoable }: StoreState) => undoable;
const selectRedoable = ({ redoable }: StoreState) => redoable;

/** Undo and redo with what they would take, telling what came of it. */
export function useUndo(): UndoSteps {
  const store = useStore();
  const notice = useNotice();
  const say = useMessages(appMessages);
  const wordLabel = useEditLabel();
  const undoable = useStoreState(selectUndoable);
  const redoable = useStoreState(selectRedoable);
  const tell = (result: EditResult, wording: "head.undone" | "head.redone") => {
    if (result.ok) notice.done(say(wording, { label: wordLabel(result.entry.label) }));
    else if (result.code !== "invalid") notice.failed(result.message);
  };
  return {
    undo: () => {
      if (undoable !== null) void store.undo().then((result) => tell(result, "head.undone"));
    },
    redo: () => {
      if (redoable !== null) void store.redo().then((result) => tell(result, "head.redone"));
    },
    undoLabel: undoable === null ? null : wordLabel(undoable.label),
    redoLabel: redoable === null ? null : wordLabel(redoable.label),
  };
}
