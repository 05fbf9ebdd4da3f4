import type { TestProject } from "vitest/node";
import { buildScreen } from "../../build/screen.ts";
import { compileAll } from "../support/compiled.ts";
import { electronNote } from "./support/electron-note.ts";
import { freePort } from "./support/free-port.ts";

/** Once before the tests that drive the built app: builds what is stale. */
export async function setup(project: TestProject): Promise<void> {
  process.stdout.write(`${electronNote()}\n`);
  compileAll();
  await buildScreen();
  project.provide("port", await freePort());
  project.provide("prepared", null);
}
