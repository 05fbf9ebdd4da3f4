import { useCallback, useEffect, useRef, useState } from "react";
import { useStore } from "../store/context.ts";

const PAUSE_MS = 300;

export type Draft<T> = [
  value: T,
  setValue: (value: T) => void,
  clear: () => void,
  isRestored: boolean,
];

interface Held<T> {
  readonly key: string;
  readonly value: T;
  readonly isRestored: boolean;
}

/**
 * A half-filled form that survives closing the window, sealed like the records: the value, a function that
 * changes it, one that drops it, and whether it came back from earlier.
 */
export function useDraft<T>(key: string, initial: T): Draft<T> {
  const store = useStore();
  const [held, setHeld] = useState<Held<T> | null>(null);
  const waiting = useRef<{ readonly timer: number; readonly keep: () => void } | null>(null);
  const isTouched = useRef(false);

  const keepNow = useCallback(() => {
    const { current } = waiting;
    waiting.current = null;
    if (current === null) return;
    clearTimeout(current.timer);
    current.keep();
  }, []);
  // Locking closes the store before the form is taken off the screen.
  useEffect(() => store.onClosing(keepNow), [store, keepNow]);

  useEffect(() => {
    let isCurrent = true;
    isTouched.current = false;
    void store.readDraft(key).then((kept) => {
      if (!isCurrent || isTouched.current || kept === undefined || kept === null) return;
      setHeld({ key, value: kept as T, isRestored: true });
    });
    return () => {
      isCurrent = false;
      keepNow();
    };
  }, [store, key, keepNow]);

  const setValue = useCallback(
    (next: T) => {
      isTouched.current = true;
      setHeld((before) => ({
        key,
        value: next,
        isRestored: before?.key === key && before.isRestored,
      }));
      if (waiting.current !== null) clearTimeout(waiting.current.timer);
      const keep = () => {
        waiting.current = null;
        void store.keepDraft(key, next);
      };
      waiting.current = { timer: window.setTimeout(keep, PAUSE_MS), keep };
    },
    [store, key],
  );

  const clear = useCallback(() => {
    isTouched.current = true;
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setHeld((before) => (before === null ? null : { ...before, isRestored: false }));
    void store.dropDraft(key);
  }, [store, key]);

  // What was typed under another key is another form's.
  const own = held?.key === key ? held : null;
  return [own === null ? initial : own.value, setValue, clear, own?.isRestored ?? false];
}
