import { rmSync } from "node:fs";
import type { TestProject } from "vitest/node";
import { buildScreen } from "../../build/screen.ts";
import { compileAll } from "../support/compiled.ts";
import { ensureBrowser } from "./support/ensure-browser.ts";
import { electronNote } from "./support/electron-note.ts";
import { freePort } from "./support/free-port.ts";
import { prepareFictitiousUnit } from "./support/prepare.ts";

/** Once before the tests that drive the built app: builds what is stale and makes the state they begin in. */
export async function setup(project: TestProject): Promise<() => void> {
  process.stdout.write(`${electronNote()}\n`);
  ensureBrowser();
  compileAll();
  await buildScreen();
  const port = await freePort();
  const prepared = await prepareFictitiousUnit(port);
  project.provide("port", port);
  project.provide("prepared", prepared);
  return () => rmSync(prepared.root, { recursive: true, force: true });
}
