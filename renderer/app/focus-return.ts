/**
 * Gives the focus back to where it was before a dialog, drawer or list took it, once that is gone; gives a
 * function that stops. antd does so only for what stays in the page when closed.
 */
export function returnFocus(popups: HTMLElement): () => void {
  const { body } = document;
  let way: readonly HTMLElement[] = [];
  let isInside = false;
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === body) return;
    isInside = popups.contains(target);
    if (!isInside) way = wayOut(target);
  };
  const giveBack = () => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === body;
    if (isInside && isLost && !hasDialog(popups))
      way.find((one) => one.isConnected)?.focus({ preventScroll: true });
  };
  // What is hidden loses the focus only when the page is drawn.
  const watch = () => {
    if (isInside) requestAnimationFrame(() => setTimeout(giveBack));
  };
  const observer = new MutationObserver(watch);
  observer.observe(popups, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["class", "style"],
  });
  document.addEventListener("focusin", remember);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", remember);
  };
}

/** A dialog that is still open keeps the focus to itself. */
function hasDialog(popups: HTMLElement): boolean {
  const dialogs = [...popups.querySelectorAll("[role=dialog]")];
  return dialogs.some((one) => one.getClientRects().length > 0);
}

/** An element and what takes the focus around it: a cell that was drawn anew leaves its table. */
function wayOut(from: HTMLElement): readonly HTMLElement[] {
  const way = [from];
  for (let at = from.parentElement; at !== null; at = at.parentElement) {
    if (at.hasAttribute("tabindex")) way.push(at);
  }
  return way;
}
