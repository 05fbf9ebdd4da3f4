import { findElectron } from "../../../build/electron-path.ts";

/** One line for the report of a run on which hosts its end-to-end tests were run. */
export function electronNote(): string {
  const { path, version } = findElectron(process.env);
  return path === null
    ? `End-to-end tests: run on the loopback host; NOT run on Electron ${version}, whose program is not on this machine.`
    : `End-to-end tests: run on the loopback host; Electron ${version} is here: HOST=electron runs them on it.`;
}
