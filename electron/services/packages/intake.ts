import { open } from "node:fs/promises";
import { join } from "node:path";
import { PayloadSealer } from "../age/payload-sealer.ts";
import { PRIVATE_FILE, replaceFile } from "../files/durable.ts";
import { copyFile, readThrough } from "./copy-file.ts";
import { PACKAGE_FILE } from "./shelf.ts";

/** Takes a file that came into a folder of ours, before it is looked at: a stick may be pulled out, a file changed. */

/** A file that is not encrypted as packages are, encrypted by us: it may be a list of names sent by mistake. */
export const FOREIGN_FILE = "foreign.age";
/** The first line of every file that age encrypts. */
export const AGE_VERSION_LINE = "age-encryption.org/v1\n";

export interface TakenFile {
  readonly path: string;
  /** False for anything that is not encrypted by age: there is nothing to read then. */
  readonly isAge: boolean;
  /** Of the file as it came. */
  readonly size: number;
  readonly sha256: string;
}

/** Copies a package as it is; anything else is encrypted to `recipient` (`age1…`), never kept in clear (promise 15). */
export async function takeFile(
  from: string,
  folder: string,
  recipient: string,
  signal?: AbortSignal,
): Promise<TakenFile> {
  if (await isAgeFile(from)) {
    const path = join(folder, PACKAGE_FILE);
    return { path, isAge: true, ...(await copyFile(from, path, { mode: PRIVATE_FILE, signal })) };
  }
  const path = join(folder, FOREIGN_FILE);
  return { path, isAge: false, ...(await encryptFile(from, path, recipient, signal)) };
}

async function isAgeFile(path: string): Promise<boolean> {
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(AGE_VERSION_LINE.length);
    await file.read(head, 0, head.length, 0);
    return head.toString("latin1") === AGE_VERSION_LINE;
  } finally {
    await file.close();
  }
}

/** Encrypts a file; gives size and hash of what it was. */
async function encryptFile(from: string, to: string, recipient: string, signal?: AbortSignal) {
  return replaceFile(
    to,
    async (target) => {
      const sealer = await PayloadSealer.start([recipient], async (pieces) => {
        await target.writeFile(Buffer.concat(pieces));
      });
      const figures = await readThrough(from, (piece) => sealer.write(piece), signal);
      await sealer.finish();
      return figures;
    },
    PRIVATE_FILE,
  );
}
