import type { ReactNode } from "react";
import { createContext, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useMessages } from "../i18n/messages.ts";
import { StoreContext } from "../store/context.ts";
import { useEditLabel } from "./edit-label.ts";
import { widgetMessages } from "./messages.ts";
import "./notice.css";

export interface Notices {
  readonly done: (text: string) => void;
  /** Stays until it is closed. */
  readonly failed: (text: string) => void;
  /** Offers to take the last edit back. */
  readonly undoable: (text: string) => void;
}

interface Notice {
  readonly kind: "done" | "failed" | "undoable";
  readonly text: string;
}

const NoticeContext = createContext<Notices | null>(null);
const SHOWN_MS = 8_000;

/** Shows the last notice at the foot of the window. */
export function NoticeHost({ children }: { readonly children: ReactNode }) {
  const say = useMessages(widgetMessages);
  const store = useContext(StoreContext);
  const wordLabel = useEditLabel();
  const [notice, setNotice] = useState<Notice | null>(null);
  const timer = useRef(0);

  const notices = useMemo<Notices>(() => {
    const show = (kind: Notice["kind"]) => (text: string) => {
      clearTimeout(timer.current);
      setNotice({ kind, text });
      if (kind !== "failed") timer.current = window.setTimeout(() => setNotice(null), SHOWN_MS);
    };
    return { done: show("done"), failed: show("failed"), undoable: show("undoable") };
  }, []);

  useEffect(() => {
    // A notice may name a person: it does not outlast the lock.
    if (store === null) setNotice(null);
  }, [store]);

  const undo = async () => {
    if (store === null) return;
    setNotice(null);
    const result = await store.undo();
    if (result.ok) notices.done(say("undone", { label: wordLabel(result.entry.label) }));
    else notices.failed(result.code === "invalid" ? say("failed") : result.message);
  };

  return (
    <NoticeContext.Provider value={notices}>
      {children}
      <div className="notice-place no-print" aria-live="polite">
        {notice === null ? null : (
          <div className={`notice notice-${notice.kind}`} role={roleOf(notice)}>
            <span aria-hidden="true">{notice.kind === "failed" ? "⚠" : "✓"}</span>
            <span className="notice-text">{notice.text}</span>
            {notice.kind === "undoable" && store !== null ? (
              <button type="button" onClick={() => void undo()}>
                {say("undo")}
              </button>
            ) : null}
            <button type="button" aria-label={say("close")} onClick={() => setNotice(null)}>
              <span aria-hidden="true">✕</span>
            </button>
          </div>
        )}
      </div>
    </NoticeContext.Provider>
  );
}

function roleOf({ kind }: Notice): "alert" | "status" {
  return kind === "failed" ? "alert" : "status";
}

/** Functions that tell the user what came of something. */
export function useNotice(): Notices {
  const notices = useContext(NoticeContext);
  if (notices === null) throw new Error("a notice is given outside the app");
  return notices;
}
