import type { Page } from "playwright-core";
import { goTo, press } from "../../e2e/support/clerk.ts";
import type { BackupsOnDisk, WholeRecords } from "./backups-on-disk.ts";

/** The host's word that a backup is done: what the screen says of an earlier one may still stand there. */
export function finishOfBackup(page: Page): Promise<unknown> {
  return page.waitForResponse((response) => response.url().endsWith("/call/backups.finish"));
}

/** Backs up by hand; gives what the records are by now. */
export async function readPresent(disk: BackupsOnDisk, page: Page): Promise<WholeRecords> {
  await goTo(page, "健康检查");
  const finished = finishOfBackup(page);
  await press(page, "立即备份");
  await finished;
  const [last] = await disk.listWhole();
  return disk.readRecords(last?.id ?? "");
}
