import type { CompositionEvent, KeyboardEvent } from "react";
import { useMemo, useRef } from "react";

/** Safari ends a composition just before the Enter that ended it. */
const AFTERMATH_MS = 60;
/** `keyCode` of a key that the input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

export interface ComposingGuard {
  readonly onCompositionStart: (event: CompositionEvent) => void;
  readonly onCompositionEnd: (event: CompositionEvent) => void;
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  /** True while Enter belongs to the input method. */
  readonly isComposing: () => boolean;
}

/**
 * The Enter that confirms pinyin is the input method's: it neither submits a form nor reaches a handler
 * (promise 29). Spread the handlers on whatever contains the fields.
 */
export function useComposingGuard(): ComposingGuard {
  const state = useRef({ isOn: false, endedAt: Number.NEGATIVE_INFINITY });
  return useMemo(() => {
    const isComposing = () =>
      state.current.isOn || performance.now() - state.current.endedAt < AFTERMATH_MS;
    return {
      onCompositionStart: () => {
        state.current.isOn = true;
      },
      onCompositionEnd: () => {
        state.current = { isOn: false, endedAt: performance.now() };
      },
      onKeyDownCapture: (event) => {
        if (event.key !== "Enter" && event.keyCode !== TAKEN_BY_INPUT_METHOD) return;
        const { nativeEvent } = event;
        if (!nativeEvent.isComposing && nativeEvent.keyCode !== TAKEN_BY_INPUT_METHOD) {
          if (!isComposing()) return;
        }
        event.stopPropagation();
        if (event.key === "Enter") event.preventDefault();
      },
      isComposing,
    };
  }, []);
}
