import { build } from "vite";
import { isStale } from "./stale.ts";

const SOURCES = ["renderer", "shared", "vite.config.ts", "package-lock.json"];

/** Builds the screen into `out/screen` where it is missing or older than its sources; true where it was built. */
export async function buildScreen(): Promise<boolean> {
  if (!isStale("out/screen/index.html", SOURCES)) return false;
  await build({ logLevel: "warn" });
  return true;
}
