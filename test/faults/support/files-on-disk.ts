import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";

/** What a clerk's data are on the disk, outside the browser's profile. */
export interface FilesOnDisk {
  /** The SHA-256 of each file that never changes once it is there, by its path. */
  readonly fixed: ReadonlyMap<string, string>;
  /** All of the journal, one file after the other. */
  readonly journal: Buffer;
}

const FIXED = ["attachments", "backups", "keys"];

/** Looks at the files of a data folder: those below some folders, which never change, and the journal. */
export function readFiles(dataFolder: string, folders: readonly string[] = FIXED): FilesOnDisk {
  const fixed = folders.flatMap((folder) =>
    namesUnder(join(dataFolder, folder)).map((name) => {
      const bytes = readFileSync(join(dataFolder, folder, name));
      return [join(folder, name), createHash("sha256").update(bytes).digest("hex")] as const;
    }),
  );
  const journal = namesUnder(join(dataFolder, "journal"))
    .filter((name) => name.endsWith(".jsonl"))
    .toSorted()
    .map((name) => readFileSync(join(dataFolder, "journal", name)));
  return { fixed: new Map(fixed), journal: Buffer.concat(journal) };
}

/** Expects every file as it was, byte for byte, and the journal to have grown at most. */
export function expectFilesKept(
  dataFolder: string,
  before: FilesOnDisk,
  folders: readonly string[] = FIXED,
): void {
  const { fixed, journal } = readFiles(dataFolder, folders);
  expect([...before.fixed].filter(([name, digest]) => fixed.get(name) !== digest)).toEqual([]);
  expect(journal.subarray(0, before.journal.length).equals(before.journal)).toBe(true);
}

function namesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => statSync(join(folder, name)).isFile());
}
