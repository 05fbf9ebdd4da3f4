#!/usr/bin/env node
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * Stands for fpm, which electron-builder would fetch for a deb: the same arguments, over Debian's own
 * `dpkg-deb`. For looking into the package only.
 */

const FIELDS: Readonly<Record<string, string>> = {
  "--name": "Package",
  "--version": "Version",
  "--architecture": "Architecture",
  "--maintainer": "Maintainer",
  "--category": "Section",
  "--url": "Homepage",
  "--description": "Description",
};
const SCRIPTS: Readonly<Record<string, string>> = {
  "--after-install": "postinst",
  "--after-remove": "postrm",
};
const ARCHITECTURES: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64" };
/** Take no value. */
const SWITCHES = new Set(["--force", "--debug", "--deb-no-default-config-files"]);

const root = mkdtempSync(join(tmpdir(), "jiceng-deb-"));
const control = new Map<string, string>();
const depends: string[] = [];
let output = "";
mkdirSync(join(root, "DEBIAN"));

const rest = process.argv.slice(2);
for (let next = rest.shift(); next !== undefined; next = rest.shift()) take(next);

function take(argument: string): void {
  if (SWITCHES.has(argument)) return;
  if (!argument.startsWith("-")) {
    const [from = "", to = ""] = argument.split("=", 2);
    copy(from, to);
    return;
  }
  const [name = "", glued] = argument.split(/=(.*)/s, 2);
  const value = glued ?? rest.shift() ?? "";
  const field = FIELDS[name];
  const script = SCRIPTS[name];
  if (field !== undefined) control.set(field, ARCHITECTURES[value] ?? value);
  if (script !== undefined) copyFileSync(value, join(root, "DEBIAN", script));
  if (name === "--depends" || name === "-d") depends.push(value);
  if (name === "--package" || name === "-p") output = value;
}

/** fpm's way: a folder with a slash at its end is its contents. */
function copy(from: string, to: string): void {
  const target = join(root, to);
  mkdirSync(dirname(target), { recursive: true });
  if (statSync(from).isDirectory())
    cpSync(from, target, { recursive: true, verbatimSymlinks: true });
  else copyFileSync(from, target);
}

control.set("Depends", depends.join(", "));
const lines = [...control].map(
  ([name, value]) => `${name}: ${value.trim().replaceAll("\n", "\n ")}\n`,
);
writeFileSync(join(root, "DEBIAN", "control"), lines.join(""));
for (const script of ["postinst", "postrm"]) chmodSync(join(root, "DEBIAN", script), 0o755);
execFileSync("dpkg-deb", ["--root-owner-group", "--build", root, output], { stdio: "ignore" });
rmSync(root, { recursive: true });
