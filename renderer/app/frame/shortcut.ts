export type Shortcut = "search" | "lock" | "undo" | "redo";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** What a key press asks of the frame; undo and redo belong to a field while one has the focus. */
export function shortcutOf(pressed: Pressed, isInField: boolean): Shortcut | null {
  if (!(pressed.ctrlKey || pressed.metaKey) || pressed.altKey) return null;
  const key = pressed.key.toLowerCase();
  if (!pressed.shiftKey && key === "k") return "search";
  if (!pressed.shiftKey && key === "l") return "lock";
  if (isInField) return null;
  if (key === "z") return pressed.shiftKey ? "redo" : "undo";
  return key === "y" && !pressed.shiftKey ? "redo" : null;
}

/** True for an element that takes typing, and so has an undo of its own. */
export function isField(element: Element | null): boolean {
  if (element === null) return false;
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return true;
  if (element instanceof HTMLInputElement) {
    return !["checkbox", "radio", "button", "submit", "file"].includes(element.type);
  }
  return element instanceof HTMLElement && element.isContentEditable;
}
