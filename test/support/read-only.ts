import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Makes a folder unwritable under whoever works in it, as a lost permission or a disk with faults does; gives
 * what makes it writable again. Permissions alone would not stop root, whom the tests may run as.
 */
export function makeReadOnly(folder: string): () => void {
  const release = () => void run(["umount", "-l", folder]);
  if (!run(["mount", "--bind", folder, folder])) throw new Error("the folder was not mounted");
  if (run(["mount", "-o", "remount,bind,ro", folder])) return release;
  release();
  throw new Error("the folder was not made read-only");
}

/** Whether this user may do so; where not, the test says so and skips. */
export function mayMakeReadOnly(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "jiceng-read-only-"));
  try {
    makeReadOnly(folder)();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run([command = "", ...given]: readonly string[]): boolean {
  return spawnSync(command, given).status === 0;
}
