import { Button } from "antd";
import { useNavigate } from "react-router";
import { formatImportIssue } from "../../shared/workbook/import/import-issue.ts";
import { useMessages } from "../i18n/messages.ts";
import { useStore, useStoreState } from "../store/context.ts";
import type { StoreState } from "../store/types.ts";
import { useNotice } from "../widgets/notice.tsx";
import type { ImportDone, ImportSession, ReportState } from "./import-session.ts";
import { importMessages } from "./messages.ts";
import { ReturnedButton } from "./returned-button.tsx";

interface DoneProps {
  readonly session: ImportSession;
  readonly state: ReportState & { readonly done: ImportDone };
}

const selectUndoable = ({ undoable }: StoreState) => undoable;

/** What an import came to, and what can be done next. */
export function ImportDoneView({ session, state }: DoneProps) {
  const say = useMessages(importMessages);
  const navigate = useNavigate();
  const { file, view, done } = state;
  const { refused } = view.counts;
  const left = done.leftOut.map((issue) => formatImportIssue(issue));
  return (
    <section className="exchange-panel">
      <h2 className="exchange-heading">✓ {say("done.title", { name: file.name })}</h2>
      <p className="exchange-sentence">
        {say("done.text", { added: done.added, changed: done.changed })}
      </p>
      {left.length === 0 ? null : (
        <>
          <p className="exchange-warning">! {say("done.leftOut", { count: left.length })}</p>
          <ul className="exchange-list">
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      {refused === 0 ? null : (
        <>
          <p className="exchange-warning">! {say("done.refused", { count: refused })}</p>
          <ReturnedButton state={state} />
        </>
      )}
      <div className="exchange-line">
        <Button type="primary" onClick={() => void navigate("/people")}>
          {say("done.people")}
        </Button>
        <Button onClick={() => session.clear()}>{say("done.another")}</Button>
        <UndoButton session={session} fileName={file.name} />
      </div>
    </section>
  );
}

/** Offered as long as the import is the last edit. */
function UndoButton({
  session,
  fileName,
}: {
  readonly session: ImportSession;
  readonly fileName: string;
}) {
  const say = useMessages(importMessages);
  const store = useStore();
  const notice = useNotice();
  const undoable = useStoreState(selectUndoable);
  const isLast =
    undoable?.label.key === "history.import" && undoable.label.params?.["file"] === fileName;
  if (!isLast) return null;
  const undo = async () => {
    const result = await store.undo();
    if (!result.ok) {
      notice.failed(result.code === "invalid" ? say("failed", { name: fileName }) : result.message);
      return;
    }
    notice.done(say("done.undone"));
    session.clear();
  };
  return <Button onClick={() => void undo()}>{say("done.undo")}</Button>;
}
