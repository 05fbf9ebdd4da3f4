import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SENTINEL } from "@electron/fuses/dist/constants.js";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";

/**
 * Stands for an unpacked Electron where there is none: the same files, empty, and two executables that
 * carry a fuse wire and say that they are no program. What is packed over it can be looked into, not run.
 */

const WIRE_VERSION = 1;
/** Electron 45 has nine fuses; as they come from its makers. */
const WIRE = "101100011";
const EXIT_CODE = 86;
const LOCALES = ["de", "en-US", "zh-CN", "zh-TW"];
const ENGLISH = 1033;
const UNICODE = 1200;

const COMMON = [
  "LICENSE",
  "LICENSES.chromium.html",
  "chrome_100_percent.pak",
  "chrome_200_percent.pak",
  "icudtl.dat",
  "resources.pak",
  "snapshot_blob.bin",
  "v8_context_snapshot.bin",
  "vk_swiftshader_icd.json",
  ...LOCALES.map((name) => `locales/${name}.pak`),
];
const ON_LINUX = [
  "chrome-sandbox",
  "chrome_crashpad_handler",
  "libffmpeg.so",
  "libvk_swiftshader.so",
  "libvulkan.so.1",
];
const ON_WINDOWS = [
  "d3dcompiler_47.dll",
  "ffmpeg.dll",
  "vk_swiftshader.dll",
  "vulkan-1.dll",
  "dxcompiler.dll",
  "dxil.dll",
];

function fuseWire(): Buffer {
  const head = Buffer.from([WIRE_VERSION, WIRE.length]);
  return Buffer.concat([Buffer.from(SENTINEL), head, Buffer.from(WIRE)]);
}

/** Writes it for a system into a folder. */
export function makeStubDistribution(platform: "linux" | "win32", folder: string): void {
  const files = [...COMMON, ...(platform === "linux" ? ON_LINUX : ON_WINDOWS)];
  for (const name of files) write(folder, name, Buffer.from("stub\n"));
  mkdirSync(join(folder, "resources"), { recursive: true });
  if (platform === "win32") {
    write(folder, "electron.exe", windowsExecutable());
    return;
  }
  const script = `#!/bin/sh\necho 'a stub, not the program' >&2\nexit ${EXIT_CODE}\n`;
  write(folder, "electron", Buffer.concat([Buffer.from(script), fuseWire()]));
  chmodSync(join(folder, "electron"), 0o755);
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** An empty executable. Its wire is a resource: what follows the last section goes when resources are rewritten. */
function windowsExecutable(): Buffer {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(1, 0, 0, 0, ENGLISH);
  version.setStringValues({ lang: ENGLISH, codepage: UNICODE }, { ProductName: "stub" });
  version.outputToResourceEntries(resources.entries);
  const wire = fuseWire();
  resources.entries.push({
    type: "FUSES",
    id: 1,
    lang: ENGLISH,
    codepage: UNICODE,
    bin: new Uint8Array(wire).buffer,
  });
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}
