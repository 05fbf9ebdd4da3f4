import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import { tryFictitiousUnit } from "./clerk.ts";
import { isOnElectron, launchElectron } from "./electron-app.ts";
import { type HostGiven, startHost } from "./host-process.ts";

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
  // On Electron the browser's files lie in the data folder, and this one stays empty.
  mkdirSync(profile);
  const { page, close } = await open({ dataFolder, port, profile });
  try {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    const recoveryCode = await tryFictitiousUnit(page).catch(async (error: unknown) => {
      await page.screenshot({ path: "screenshots/prepare-failed.png" });
      throw new Error(`the first run does not get through: ${faults.join("; ")}`, { cause: error });
    });
    return { root, dataFolder, profile, recoveryCode };
  } finally {
    await close();
  }
}

/** The app as just installed, on whichever host the run goes over. */
async function open({ dataFolder, port, profile }: HostGiven & { readonly profile: string }) {
  if (isOnElectron()) {
    const { electron, page } = await launchElectron(dataFolder);
    return { page, close: () => electron.close() };
  }
  const host = await startHost({ dataFolder, port });
  const context = await openBrowser(profile);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(host.address);
  const close = async () => {
    await context.close();
    await host.stop();
  };
  return { page, close };
}
