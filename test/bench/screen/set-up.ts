import { buildScreen } from "../../../build/screen.ts";
import { ensureBrowser } from "../../e2e/support/ensure-browser.ts";
import { compileAll } from "../../support/compiled.ts";
import { buildBenchScreen } from "./build-page.ts";

/** Once before measuring: everything that is measured is built as it ships. */
export async function setup(): Promise<void> {
  ensureBrowser();
  compileAll();
  await buildScreen();
  await buildBenchScreen();
}
