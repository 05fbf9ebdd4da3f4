/** When something stood painted on the page for the first time, in milliseconds since its navigation. */
export interface Painted {
  readonly body?: number;
  readonly lock?: number;
  readonly rows?: number;
  readonly ready?: number;
  /** The first answers of the matrix, */
  readonly answers?: number;
  /** and all of them. */
  readonly decided?: number;
}

declare global {
  interface Window {
    painted: Painted;
  }
}

/** Runs in the page before anything else; it stands on its own. */
export function watchPainting(): void {
  const wanted: Record<string, string> = {
    body: "body",
    lock: 'input[type="password"]',
    rows: '.vtable-body [role="row"]',
    // The button for a new person waits until all records are read.
    ready: "main .ant-btn-primary:not([disabled])",
    answers: ".elig-cell",
    decided: ":not(.elig-pending) + .elig-matrix .elig-cell",
  };
  const painted: Record<string, number> = {};
  window.painted = painted;
  const pending = new Map(Object.entries(wanted));
  const isThere = (name: string, selector: string) =>
    (name !== "ready" || "rows" in painted) && document.querySelector(selector) !== null;
  const look = () => {
    for (const [name, selector] of pending) {
      if (!isThere(name, selector)) continue;
      pending.delete(name);
      // What is there in this frame is on the screen by the next task.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => {
        painted[name] = performance.now();
        port1.close();
      });
      port1.start();
      port2.postMessage(null);
    }
    if (pending.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
