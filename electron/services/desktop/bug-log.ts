import { appendFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { makeFolder, PRIVATE_FILE } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";

const FOLDER = "log";
const NAME = "jiceng.log";
const OLDER = "jiceng.1.log";
/** Two files of this size at most. */
const MOST_BYTES = 256 * 1024;

/**
 * Notes where a bug happened in the data folder's log. Never what its message says: messages quote what
 * was being worked on, and that may name somebody.
 */
export async function logBug(
  dataFolder: string,
  at: number,
  method: string,
  error: unknown,
): Promise<void> {
  const folder = join(dataFolder, FOLDER);
  const path = join(folder, NAME);
  try {
    await makeFolder(folder);
    if ((await sizeOf(path)) > MOST_BYTES) await rename(path, join(folder, OLDER));
    const text = `${formatInstant(at)} ${method} ${placeOf(error)}\n`;
    await appendFile(path, text, { mode: PRIVATE_FILE });
  } catch {
    // A disk that takes no log must not hide the answer that there was a bug.
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/** The kind of error and the lines of code that it came through. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an Error";
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...frames].join("\n");
}
