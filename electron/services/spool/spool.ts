import { createHash, type Hash, randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { AGE_VERSION_LINE } from "../packages/intake.ts";
import { makeFolder, PRIVATE_FILE } from "../files/durable.ts";

/**
 * Files that are too big for one call of the bridge, in pieces. What comes in lies under `<data>/spool` as it
 * travels, encrypted by age: a file that is not is refused at its first piece and never written (promise 15).
 */

const FOLDER = "spool";
/** Files at once, each way; one more, and the oldest gives way: a page that was closed closes nothing. */
const MOST_OPEN = 4;

export type SpoolFault =
  | "spool-unknown"
  | "spool-order"
  | "spool-size"
  | "not-age"
  | "spool-changed";

interface Refusal {
  readonly ok: false;
  readonly code: SpoolFault;
}

/** A file that came in whole. */
export interface SpooledFile {
  readonly path: string;
  /** The name under which it came. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

interface Incoming {
  readonly path: string;
  readonly name: string;
  /** How long it is going to be. */
  readonly expected: number;
  readonly file: FileHandle;
  readonly hash: Hash;
  size: number;
}

interface Outgoing {
  readonly file: FileHandle;
  readonly size: number;
}

export interface Spool {
  readonly begin: (name: string, size: number) => Promise<string>;
  readonly append: (
    handle: string,
    at: number,
    piece: Uint8Array,
  ) => Promise<{ readonly ok: true; readonly size: number } | Refusal>;
  readonly finish: (
    handle: string,
  ) => Promise<({ readonly ok: true } & Pick<SpooledFile, "size" | "sha256">) | Refusal>;
  /** Drops a file that came in, whole or not. */
  readonly abort: (handle: string) => Promise<void>;
  /** A file that came in whole; null where the handle names none. Whoever has taken it calls `abort`. */
  readonly find: (handle: string) => SpooledFile | null;
  readonly open: (path: string) => Promise<{ readonly handle: string; readonly size: number }>;
  readonly read: (
    handle: string,
    at: number,
    most: number,
  ) => Promise<
    { readonly ok: true; readonly bytes: Uint8Array; readonly isEnd: boolean } | Refusal
  >;
  readonly close: (handle: string) => Promise<void>;
  /** Drops everything that came in and closes what is being read. */
  readonly empty: () => Promise<void>;
}

/** Opens the spool and drops what an earlier program left in it. */
export async function openSpool(dataFolder: string): Promise<Spool> {
  const spool = new FileSpool(join(dataFolder, FOLDER));
  await spool.empty();
  return spool;
}

class FileSpool implements Spool {
  private readonly folder: string;
  private readonly incoming = new Map<string, Incoming>();
  private readonly whole = new Map<string, SpooledFile>();
  private readonly outgoing = new Map<string, Outgoing>();

  constructor(folder: string) {
    this.folder = folder;
  }

  begin = async (name: string, size: number): Promise<string> => {
    const files = [...this.whole.keys(), ...this.incoming.keys()];
    if (files.length >= MOST_OPEN) await this.abort(files[0] ?? "");
    await makeFolder(this.folder);
    const handle = randomUUID();
    const path = join(this.folder, handle);
    const file = await open(path, "wx", PRIVATE_FILE);
    const hash = createHash("sha256");
    this.incoming.set(handle, { path, name, expected: size, file, hash, size: 0 });
    return handle;
  };

  append: Spool["append"] = async (handle, at, piece) => {
    const one = this.incoming.get(handle);
    if (one === undefined) return refuse("spool-unknown");
    if (at !== one.size) return refuse("spool-order");
    if (at === 0 && !isAge(piece)) return refuse("not-age");
    if (at + piece.length > one.expected) return refuse("spool-size");
    // Counted before it is written: a second call for the same place must not write over it.
    one.size += piece.length;
    try {
      await one.file.write(piece, 0, piece.length, at);
    } catch (error) {
      await this.abort(handle);
      throw error;
    }
    one.hash.update(piece);
    return { ok: true, size: one.size };
  };

  finish: Spool["finish"] = async (handle) => {
    const one = this.incoming.get(handle);
    if (one === undefined) return refuse("spool-unknown");
    const { path, name, size, file, hash } = one;
    if (size !== one.expected) return refuse("spool-size");
    await file.sync();
    await file.close();
    this.incoming.delete(handle);
    const sha256 = hash.digest("hex");
    this.whole.set(handle, { path, name, size, sha256 });
    return { ok: true, size, sha256 };
  };

  abort = async (handle: string): Promise<void> => {
    const one = this.incoming.get(handle);
    const path = one?.path ?? this.whole.get(handle)?.path;
    this.incoming.delete(handle);
    this.whole.delete(handle);
    await one?.file.close();
    if (path !== undefined) await rm(path, { force: true });
  };

  find = (handle: string): SpooledFile | null => this.whole.get(handle) ?? null;

  open = async (path: string): Promise<{ handle: string; size: number }> => {
    const [oldest] = this.outgoing.keys();
    if (this.outgoing.size >= MOST_OPEN && oldest !== undefined) await this.close(oldest);
    const file = await open(path, "r");
    const { size } = await file.stat();
    const handle = randomUUID();
    this.outgoing.set(handle, { file, size });
    return { handle, size };
  };

  read: Spool["read"] = async (handle, at, most) => {
    const one = this.outgoing.get(handle);
    if (one === undefined) return refuse("spool-unknown");
    const length = Math.min(most, Math.max(0, one.size - at));
    const bytes = new Uint8Array(length);
    const { bytesRead } = await one.file.read(bytes, 0, length, at);
    if (bytesRead !== length) return refuse("spool-changed");
    return { ok: true, bytes, isEnd: at + length >= one.size };
  };

  close = async (handle: string): Promise<void> => {
    const one = this.outgoing.get(handle);
    this.outgoing.delete(handle);
    await one?.file.close();
  };

  empty = async (): Promise<void> => {
    for (const handle of this.incoming.keys()) await this.abort(handle);
    for (const handle of this.outgoing.keys()) await this.close(handle);
    this.whole.clear();
    await rm(this.folder, { recursive: true, force: true });
  };
}

function refuse(code: SpoolFault): Refusal {
  return { ok: false, code };
}

function isAge(piece: Uint8Array): boolean {
  const head = piece.subarray(0, AGE_VERSION_LINE.length);
  return Buffer.from(head).toString("latin1") === AGE_VERSION_LINE;
}
