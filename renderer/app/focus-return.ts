/**
 * Gives the focus back to where it was before a dialog, drawer or list took it, once that is gone; gives a
 * function that stops. antd does so only for what stays in the page when closed.
 */
export function returnFocus(popups: HTMLElement): () => void {
  const { body } = document;
  let last: HTMLElement | null = null;
  let isInside = false;
  const remember = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || target === body) return;
    isInside = popups.contains(target);
    if (!isInside) last = target;
  };
  const giveBack = () => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === body;
    if (isInside && isLost && last?.isConnected === true) last.focus({ preventScroll: true });
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
