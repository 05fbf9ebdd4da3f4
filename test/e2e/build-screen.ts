import { build } from "vite";

/** Builds the screen once before the tests that drive it in a browser. */
export async function setup(): Promise<void> {
  await build({ logLevel: "warn" });
}
