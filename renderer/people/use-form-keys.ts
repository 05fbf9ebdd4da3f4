import { useEffect, useRef } from "react";

/**
 * Ctrl+S saves and Ctrl+Enter saves and goes on, wherever the focus is. The field that has the focus is
 * left first, so that what was typed last counts.
 */
export function useFormKeys(save: () => void, saveAndAdd: (() => void) | null): void {
  const latest = useRef({ save, saveAndAdd });
  useEffect(() => {
    latest.current = { save, saveAndAdd };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const isSave = event.key.toLowerCase() === "s";
      if (!isSave && event.key !== "Enter") return;
      event.preventDefault();
      const focused = document.activeElement;
      if (focused instanceof HTMLElement) focused.blur();
      // The field's own change is drawn before the form is read.
      setTimeout(() => {
        if (isSave) latest.current.save();
        else latest.current.saveAndAdd?.();
      });
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Brings the first field with a fault into sight, once it is drawn. */
export function focusFirstFault(container: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = container?.querySelector('[aria-invalid="true"]');
    if (field instanceof HTMLElement) field.focus();
  });
}

/** A form that the user has just opened begins at its first field. */
export function focusFirstField(container: HTMLElement | null): void {
  const field = container?.querySelector("input, select");
  if (field instanceof HTMLElement) field.focus();
}
