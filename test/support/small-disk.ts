import { spawnSync } from "node:child_process";
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileFaultOf } from "../../electron/services/files/faults.ts";

/** A small disk of its own in memory; whoever asks for one must `remove` it. */
export interface SmallDisk {
  readonly folder: string;
  readonly remove: () => void;
}

/** Null where this user may not mount one (or the system has no tmpfs): the test says so and skips. */
export function mountSmallDisk(bytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "jiceng-disk-"));
  const options = ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder];
  if (spawnSync("mount", options).status !== 0) {
    rmSync(folder, { recursive: true });
    return null;
  }
  return {
    folder,
    remove: () => {
      spawnSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes all room there is on a disk but for so many bytes, while others take some of it too. */
export function fillDisk(folder: string, left = 0): void {
  const file = openSync(join(folder, "filler"), "w");
  try {
    for (const bytes of [1024 * 1024, 4096].map((length) => Buffer.alloc(length))) {
      writeUntilFull(file, bytes);
    }
    ftruncateSync(file, fstatSync(file).size - left);
  } finally {
    closeSync(file);
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if (fileFaultOf(error) !== "disk-full") throw error;
  }
}

/** Takes away what `fillDisk` has put there. */
export function makeRoomOn(folder: string): void {
  rmSync(join(folder, "filler"), { force: true });
}
