import { createHash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { isMissing } from "./faults.ts";

/** Writing that survives a crash: whoever looks afterwards finds the old state or the new one. */

/** For the owner alone. */
export const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;
/** What the system gives a new file, less what the user's mask takes away. */
const USUAL_FILE = 0o666;
/** Characters, of four bytes at most: disks take names of 255 bytes. */
const LONGEST_START = 40;

/**
 * Makes a folder, and those above it, for the owner alone, and flushes what lists them; one that is there
 * stays as it is.
 */
export async function makeFolder(folder: string): Promise<void> {
  const topmost = await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if (topmost === undefined) return;
  const last = dirname(resolve(topmost));
  for (let above = dirname(resolve(folder)); above.length > last.length; above = dirname(above)) {
    await flushFolder(above);
  }
  await flushFolder(last);
}

/** Flushes what a folder lists. Windows has no such call: there a rename is in the journal when it returns. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames a file or folder within one disk and flushes both folders concerned. */
export async function moveDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flushFolder(dirname(to));
  if (dirname(from) !== dirname(to)) await flushFolder(dirname(from));
}

/**
 * The name of a file that is not finished; a crash may leave one behind, `isUnfinished` tells it. It holds
 * no more than the beginning of a long name: whatever name a disk takes, it takes the unfinished one too.
 */
export function unfinishedName(path: string): string {
  return join(dirname(path), `${unfinishedStart(basename(path))}${randomUUID()}.unfinished`);
}

function unfinishedStart(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_START) return `.${name}.`;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 8);
  return `.${characters.slice(0, LONGEST_START).join("")}.${digest}.`;
}

/** True for the name of a file or folder that a crash left unfinished. */
export function isUnfinished(name: string): boolean {
  return name.endsWith(".unfinished");
}

/**
 * Writes a file under a name of its own beside the old one, flushes it and only then puts it in the old
 * one's place; gives what the writing gives. Like any file that a program saves, it may be read by whom
 * the system lets, unless `mode` says otherwise.
 */
export async function replaceFile<Value>(
  path: string,
  write: (file: FileHandle) => Promise<Value>,
  mode = USUAL_FILE,
): Promise<Value> {
  const unfinished = unfinishedName(path);
  try {
    const handle = await open(unfinished, "wx", mode);
    let value: Value;
    try {
      value = await write(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await moveDurably(unfinished, path);
    return value;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Writes a small file as a whole, for the owner alone. */
export function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  return replaceFile(path, (file) => file.writeFile(bytes), PRIVATE_FILE);
}

/**
 * Removes what a crash left unfinished in a folder, or of one file in it: to be called when nothing is
 * under way there. Gives their number.
 */
export async function sweepUnfinished(folder: string, file?: string): Promise<number> {
  const isMeant = (name: string) =>
    isUnfinished(name) && (file === undefined || name.startsWith(unfinishedStart(file)));
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter(isMeant);
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
  return names.length;
}
