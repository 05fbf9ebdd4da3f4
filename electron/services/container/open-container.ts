import { open } from "node:fs/promises";
import { type ByteSource, sourceOfFile } from "../age/byte-source.ts";
import { AgeFault, type AgeFaultCode } from "../age/fault.ts";
import { OpenedPayload } from "../age/opened-payload.ts";
import { readData, type VerifiedEntry, verifyContent } from "../zip/content.ts";
import { readDirectory } from "../zip/directory.ts";
import { ROOT } from "../zip/entry-name.ts";
import { ZipFault, type ZipFaultCode } from "../zip/fault.ts";
import { CONTAINER_LIMITS, type ContainerLimits } from "../zip/limits.ts";
import type { ZipBytes } from "../zip/zip-bytes.ts";

/** Why a package file is refused before its bag is looked at, in the order in which it is found. */
export type ContainerRefusal = "too-big" | AgeFaultCode | ZipFaultCode;

export interface ContainerEntry {
  /** Relative to the bag's root, as BagIt's manifests have it. */
  readonly name: string;
  readonly size: number;
}

/** A package file that has been read once from end to end and is whole. */
export interface Container {
  /** In the order of the file. */
  readonly entries: readonly ContainerEntry[];
  /** An entry as a whole; a `RangeError` where there is none or it is larger than `limits.wholeBytes`. */
  readonly read: (name: string) => Promise<Uint8Array>;
  /** An entry's bytes as they come; a `RangeError` where there is none. */
  readonly stream: (name: string) => AsyncIterable<Uint8Array>;
  /** SHA-256 of an entry in hexadecimal digits, found when the container was opened. */
  readonly digest: (name: string) => string;
  readonly close: () => Promise<void>;
}

export type OpenedContainer =
  | { readonly ok: true; readonly container: Container }
  | { readonly ok: false; readonly code: ContainerRefusal };

/**
 * Opens a package file with any of the identities (`AGE-SECRET-KEY-1…`). Before it gives anything out it
 * reads the file once from end to end: every chunk is authenticated, every entry unpacked, measured and
 * hashed. No plaintext touches the disk. What the disk says throws (`fileFaultOf` names it); so does
 * a file that somebody changes while it is open.
 */
export async function openContainer(
  path: string,
  ageIdentities: readonly string[],
  limits: ContainerLimits = CONTAINER_LIMITS,
): Promise<OpenedContainer> {
  const file = await open(path, "r");
  let isKept = false;
  try {
    const source = await sourceOfFile(file);
    if (source.size > limits.fileBytes) return { ok: false, code: "too-big" };
    const container = await readContainer(source, ageIdentities, limits);
    isKept = true;
    return { ok: true, container: { ...container, close: () => file.close() } };
  } catch (error) {
    const code = refusalOf(error);
    if (code === null) throw error;
    return { ok: false, code };
  } finally {
    if (!isKept) await file.close();
  }
}

function refusalOf(error: unknown): ContainerRefusal | null {
  return error instanceof AgeFault || error instanceof ZipFault ? error.code : null;
}

async function readContainer(
  source: ByteSource,
  identities: readonly string[],
  limits: ContainerLimits,
): Promise<Omit<Container, "close">> {
  const payload = await OpenedPayload.open(source, identities);
  const directory = await readDirectory(payload, limits);
  const verified = await verifyContent(payload, directory);
  const byName = new Map(verified.map((entry) => [entry.name.slice(ROOT.length), entry]));
  const find = (name: string): VerifiedEntry => {
    const entry = byName.get(name);
    if (entry === undefined) throw new RangeError(`no entry ${name}`);
    return entry;
  };
  return {
    entries: [...byName].map(([name, { size }]) => ({ name, size })),
    read: (name) => readWhole(payload, find(name), limits.wholeBytes),
    stream: (name) => readData(payload, find(name).place),
    digest: (name) => find(name).sha256,
  };
}

async function readWhole(
  bytes: ZipBytes,
  { name, size, place }: VerifiedEntry,
  mostBytes: number,
): Promise<Uint8Array> {
  if (size > mostBytes) throw new RangeError(`${name}: ${size} bytes are not read as a whole`);
  const whole = new Uint8Array(size);
  let filled = 0;
  for await (const piece of readData(bytes, place)) {
    whole.set(piece, filled);
    filled += piece.length;
  }
  return whole;
}
