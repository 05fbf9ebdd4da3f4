import { spawnSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A small ext4 in a file, whose power can be cut: everything that was not flushed is gone, as with a disk
 * that honours flushes. Whoever mounts one must `remove` it.
 */
export interface CutDisk {
  readonly folder: string;
  /** Brings everything to the disk. */
  readonly flush: () => void;
  /** From now on nothing reaches the disk, and what was not flushed never will. */
  readonly cut: () => void;
  /** Switches the power on again: the file system replays its log. */
  readonly restart: () => void;
  readonly remove: () => void;
}

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH; Node has no ioctl. */
const CUT = `
import fcntl, os, struct, sys
folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.ioctl(folder, 0x8004587D, struct.pack("I", 2))
`;

/** Null where this user may not mount one, or the tools are missing: the test says so and skips. */
export function mountCutDisk(bytes: number): CutDisk | null {
  const place = mkdtempSync(join(tmpdir(), "jiceng-cut-"));
  const image = join(place, "image");
  const folder = join(place, "disk");
  const file = openSync(image, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
  const remove = () => {
    spawnSync("umount", ["-l", folder]);
    rmSync(place, { recursive: true, force: true });
  };
  const mount = () => run("mount", ["-o", "loop", image, folder]);
  const isReady =
    run("mkfs.ext4", ["-q", "-F", image]) &&
    run("mkdir", [folder]) &&
    mount() &&
    run("python3", ["--version"]);
  if (!isReady) {
    remove();
    return null;
  }
  return {
    folder,
    flush: () => must(run("sync", ["-f", folder]), "the disk could not be flushed"),
    cut: () => must(run("python3", ["-c", CUT, folder]), "the power could not be cut"),
    restart: () => {
      must(unmount(folder) && mount(), "the disk did not come back");
    },
    remove,
  };
}

/** Killed processes hold their files until the system has buried them, which takes a while on a busy machine. */
function unmount(folder: string): boolean {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    if (run("umount", [folder])) return true;
    run("sleep", ["0.2"]);
  }
  return false;
}

function run(command: string, given: readonly string[]): boolean {
  return spawnSync(command, given).status === 0;
}

function must(isDone: boolean, otherwise: string): void {
  if (!isDone) throw new Error(otherwise);
}
