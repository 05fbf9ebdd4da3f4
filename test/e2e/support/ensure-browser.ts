import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findBrowser } from "../../../build/find-browser.ts";

const APT = "/usr/bin/apt-get";
const PACKAGES = ["chromium", "fonts-noto-cjk"];

/** Sees to a browser for the tests: Debian's own where we may install it, else says what to install. */
export function ensureBrowser(): void {
  if (findBrowser(process.platform, process.env) !== null) return;
  if (process.getuid?.() !== 0 || !existsSync(APT)) {
    throw new Error(
      `No browser for the tests: apt install ${PACKAGES.join(" ")}, or name one in JICENG_BROWSER`,
    );
  }
  process.stdout.write(`Installing from Debian: ${PACKAGES.join(" ")}\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = ["install", "-q", "-y", "--no-install-recommends", ...PACKAGES];
  execFileSync(APT, ["update", "-q"], { env, stdio: "ignore" });
  execFileSync(APT, install, { env, stdio: "ignore" });
}
