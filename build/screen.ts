import { build } from "vite";
import { writeBundledPackages } from "./bundled-packages.ts";
import { isStale } from "./stale.ts";

const SOURCES = ["renderer", "shared", "vite.config.ts", "package-lock.json"];

/** The packages in it. */
export const SCREEN_PACKAGES = "out/bundled/screen.json";

/** Builds the screen into `out/screen` where it is missing or older than its sources; true where it was built. */
export async function buildScreen(): Promise<boolean> {
  if (!isStale("out/screen/index.html", SOURCES)) return false;
  await buildForUse();
  return true;
}

/** Under a test runner NODE_ENV says `test`, and React would be built as for development: slow, and not what is shipped. */
async function buildForUse(): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    writeBundledPackages(await build({ logLevel: "warn" }), SCREEN_PACKAGES);
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}
