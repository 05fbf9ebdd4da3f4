import type { Page } from "playwright-core";

/** Pixels by which the window itself could be scrolled: the frame stands still, only what is in it moves. */
export async function looseness(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
}
