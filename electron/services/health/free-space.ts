import { statfs } from "node:fs/promises";

/** Below this nothing is written any more (promise 6): a day's work and a backup still fit. */
export const FLOOR_BYTES = 200 * 1024 * 1024;

/** What is free for this user on the disk of a folder; null where the system does not tell. */
export async function readFreeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    // Some network drives do not answer; a disk that is gone is noticed by whoever writes to it.
    return null;
  }
}
