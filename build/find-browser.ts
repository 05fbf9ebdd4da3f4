import { existsSync } from "node:fs";
import { join } from "node:path";

/** A browser that can show an address as a window of its own. */

const ON_LINUX = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const ON_WINDOWS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];
const ON_MAC = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

type Env = Readonly<Record<string, string | undefined>>;

/** Its program; null where none of the known ones is installed. `JICENG_BROWSER` names another. */
export function findBrowser(platform: string, env: Env): string | null {
  const given = env["JICENG_BROWSER"];
  if (given !== undefined && given !== "") return existsSync(given) ? given : null;
  return candidates(platform, env).find((path) => existsSync(path)) ?? null;
}

function candidates(platform: string, env: Env): readonly string[] {
  if (platform === "darwin") return ON_MAC;
  if (platform === "win32") {
    const roots = [env["ProgramFiles"], env["ProgramFiles(x86)"], env["LOCALAPPDATA"]];
    return ON_WINDOWS.flatMap((parts) =>
      roots.flatMap((root) => (root === undefined ? [] : [join(root, ...parts)])),
    );
  }
  const folders = (env["PATH"] ?? "").split(":").filter((folder) => folder !== "");
  return ON_LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** True where a window can be shown at all. */
export function hasScreen(platform: string, env: Env): boolean {
  if (platform !== "linux") return true;
  return (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
}

/** The window of a browser that has a profile for this program alone: no extensions, nothing to clear by mistake. */
export function windowArguments(address: string, profile: string): readonly string[] {
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-features=Translate,AutofillServerCommunication",
    "--lang=zh-CN",
    "--window-size=1280,860",
  ];
}
