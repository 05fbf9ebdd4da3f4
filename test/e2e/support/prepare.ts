import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { tryFictitiousUnit } from "./clerk.ts";
import { startHost } from "./host-process.ts";

export interface Prepared {
  readonly root: string;
  readonly dataFolder: string;
  readonly profile: string;
  readonly recoveryCode: string;
}

/** The state that most tests begin in, made once a run as a clerk makes it: the first run with the fictitious unit. */
export async function prepareFictitiousUnit(port: number): Promise<Prepared> {
  const root = mkdtempSync(join(tmpdir(), "jiceng-prepared-"));
  const dataFolder = join(root, "data");
  const profile = join(root, "profile");
  const host = await startHost({ dataFolder, port });
  const context = await openBrowser(profile);
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(host.address);
    const recoveryCode = await tryFictitiousUnit(page).catch(async (error: unknown) => {
      await page.screenshot({ path: "screenshots/prepare-failed.png" });
      throw new Error(`the first run does not get through: ${faults.join("; ")}`, { cause: error });
    });
    return { root, dataFolder, profile, recoveryCode };
  } finally {
    await context.close();
    await host.stop();
  }
}
