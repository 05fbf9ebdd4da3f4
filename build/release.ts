import { parseArgs } from "node:util";
import { build, Platform } from "electron-builder";
import { preparePackage } from "./pack.ts";
import { packConfig } from "./pack-config.ts";

/**
 * `npm run pack -- --linux|--win|--mac`: the real packages into ./release, on a machine that may fetch
 * Electron and electron-builder's tools. `ELECTRON_DIST` names an unpacked Electron instead.
 */

const { values } = parseArgs({
  options: {
    linux: { type: "boolean", default: false },
    win: { type: "boolean", default: false },
    mac: { type: "boolean", default: false },
  },
});

const wanted = [
  ...(values.linux ? [Platform.LINUX] : []),
  ...(values.win ? [Platform.WINDOWS] : []),
  ...(values.mac ? [Platform.MAC] : []),
];

await preparePackage();
const electronDist = process.env["ELECTRON_DIST"] ?? null;
const config = packConfig({ output: "release", electronDist, mark: "" });
for (const platform of wanted.length > 0 ? wanted : [Platform.current()]) {
  await build({ targets: platform.createTarget(), config, publish: "never" });
}
