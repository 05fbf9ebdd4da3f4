import { findElectron } from "../../../build/electron-path.ts";
import { isOnElectron } from "./electron-app.ts";

/** One line for the report of a run on which hosts its end-to-end tests are run. */
export function electronNote(): string {
  const { path, version } = findElectron(process.env);
  if (isOnElectron()) return `End-to-end tests: run on Electron ${version}.`;
  return path === null
    ? `End-to-end tests: run on the loopback host; NOT run on Electron ${version}, whose program is not on this machine.`
    : `End-to-end tests: run on the loopback host; JICENG_HOST=electron runs them on Electron ${version}.`;
}
