import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Arch, build, Platform } from "electron-builder";
import { checkDeb } from "./check-deb.ts";
import { checkApp, checkLinux, checkWindows } from "./check-package.ts";
import { preparePackage } from "./pack.ts";
import { packConfig } from "./pack-config.ts";
import { makeStubDistribution } from "./stub-distribution.ts";

/**
 * `npm run pack:check`: packs over a stand-in for Electron, without any network, and looks into what comes
 * out. Nothing of it is kept: it does not run.
 */

const root = mkdtempSync(join(tmpdir(), "jiceng-pack-"));
// Own stand-ins for the tools that electron-builder would fetch, and no answer where it still tries.
const fpm = join(import.meta.dirname, "fpm-deb.js");
chmodSync(fpm, 0o755);
process.env["CUSTOM_FPM_PATH"] = fpm;
process.env["ELECTRON_BUILDER_BINARIES_MIRROR"] = "http://127.0.0.1:9/";

async function pack(platform: "linux" | "win32"): Promise<string> {
  const stub = join(root, `electron-${platform}`);
  const output = join(root, platform);
  makeStubDistribution(platform, stub);
  const config = packConfig({ output, electronDist: stub, mark: "-stub" });
  const targets =
    platform === "linux"
      ? Platform.LINUX.createTarget(["dir", "deb"], Arch.x64)
      : Platform.WINDOWS.createTarget("dir", Arch.x64);
  await build({ targets, config, publish: "never" });
  return output;
}

try {
  await preparePackage();
  const linux = await pack("linux");
  const windows = await pack("win32");
  const faults = [
    ...checkApp(join(linux, "linux-unpacked")),
    ...(await checkLinux(join(linux, "linux-unpacked"))),
    ...checkDeb(linux),
    ...checkApp(join(windows, "win-unpacked")),
    ...(await checkWindows(join(windows, "win-unpacked"))),
  ];
  for (const fault of faults) console.error(`pack:check: ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else
    console.log("pack:check: Linux (directory, deb) and Windows (directory) hold what they should");
} finally {
  rmSync(root, { recursive: true, force: true });
}
