import { callbackify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { AgeFault } from "../age/fault.ts";
import { faultOfName, TakenNames } from "./entry-name.ts";
import { ZipFault } from "./fault.ts";
import type { ContainerLimits } from "./limits.ts";
import { readEnd } from "./read-end.ts";
import { LENGTH, METHOD, ZIP64_EXTRA } from "./records.ts";
import type { ZipBytes } from "./zip-bytes.ts";

/** The directory of a ZIP file, read by yauzl and checked entry by entry before anything is unpacked. */
export interface Directory {
  readonly zip: ZipFile;
  readonly entries: readonly DirectoryEntry[];
  /** Where the last entry must end. */
  readonly start: number;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly header: Entry;
}

/** Bits 1 and 2 say how hard deflate tried, bit 11 that a name is UTF-8, as ASCII always is. */
const HARMLESS_FLAGS = 0x08_06;
const FLAG_ENCRYPTED = 0x20_41;
const UNIX_TYPE = 0o170_000;
const UNIX_REGULAR = 0o100_000;
/** Set user, set group, sticky. */
const UNIX_SPECIAL = 0o7_000;
/** Volume label and folder. */
const DOS_SPECIAL = 0x18;
/** Below this, a high ratio costs nothing. */
const RATIO_FROM_BYTES = 1_048_576;

/** Throws a `ZipFault`, or what the bytes throw. */
export async function readDirectory(bytes: ZipBytes, limits: ContainerLimits): Promise<Directory> {
  const end = await readEnd(bytes);
  if (end.entries > limits.entries) {
    throw new ZipFault("zip-too-big", `${end.entries} entries`);
  }
  const zip = await asZipFault(
    yauzl.fromRandomAccessReaderPromise(new ZipAccess(bytes), bytes.size, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false,
    }),
  );
  const entries = await readEntries(zip, limits);
  const length = entries.reduce((sum, { header }) => sum + lengthInDirectory(header), 0);
  if (length !== end.directorySize) throw new ZipFault("zip-mismatch", "size of the directory");
  return { zip, entries, start: end.directoryStart };
}

async function readEntries(zip: ZipFile, limits: ContainerLimits): Promise<DirectoryEntry[]> {
  const entries: DirectoryEntry[] = [];
  const taken = new TakenNames();
  let total = 0;
  const each = zip.eachEntry();
  for (;;) {
    const next = await asZipFault(each.next());
    if (next.done === true) return entries;
    const header = next.value;
    const name = header.fileNameRaw.toString("latin1");
    const place = `entry ${entries.length}`;
    const fault = faultOfName(name) ?? faultOfType(header) ?? taken.take(name);
    if (fault !== null) throw new ZipFault(fault, place);
    total += header.uncompressedSize;
    checkSizes(header, { total, limits, place });
    checkExtras(header, place);
    entries.push({ name, header });
  }
}

/** Only regular files, plain or deflated. */
function faultOfType(header: Entry): "zip-type" | null {
  const { generalPurposeBitFlag: flags, compressionMethod, externalFileAttributes } = header;
  const mode = externalFileAttributes >>> 16;
  const type = mode & UNIX_TYPE;
  const isRegular =
    (type === 0 || type === UNIX_REGULAR) &&
    (mode & UNIX_SPECIAL) === 0 &&
    (externalFileAttributes & DOS_SPECIAL) === 0;
  const isPlain = (flags & FLAG_ENCRYPTED) === 0;
  const isKnown = compressionMethod === METHOD.store || compressionMethod === METHOD.deflate;
  return isRegular && isPlain && isKnown ? null : "zip-type";
}

interface SizeBounds {
  readonly total: number;
  readonly limits: ContainerLimits;
  readonly place: string;
}

function checkSizes(header: Entry, { total, limits, place }: SizeBounds): void {
  const { compressedSize, uncompressedSize, compressionMethod } = header;
  if (uncompressedSize > limits.entryBytes || total > limits.totalBytes) {
    throw new ZipFault("zip-too-big", `size of ${place}`);
  }
  const isDense =
    uncompressedSize <= RATIO_FROM_BYTES || uncompressedSize <= compressedSize * limits.ratio;
  if (!isDense) throw new ZipFault("zip-too-big", `ratio of ${place}`);
  if (compressionMethod === METHOD.store && compressedSize !== uncompressedSize) {
    throw new ZipFault("zip-mismatch", `sizes of ${place}`);
  }
}

/** What could say a second thing: comments, other flags, and records other than the sizes of ZIP64. */
function checkExtras(header: Entry, place: string): void {
  const isBare =
    (header.generalPurposeBitFlag & ~HARMLESS_FLAGS) === 0 &&
    header.fileCommentLength === 0 &&
    isZip64Only(header.extraFields, header.extraFieldLength);
  if (!isBare) throw new ZipFault("zip-mismatch", `extras of ${place}`);
}

/** True for no extra field, or one of ZIP64 that fills its room. */
export function isZip64Only(
  fields: readonly { readonly id: number; readonly data: Buffer }[],
  length: number,
): boolean {
  const [field, ...others] = fields;
  if (field === undefined) return length === 0;
  return others.length === 0 && field.id === ZIP64_EXTRA && field.data.length + 4 === length;
}

function lengthInDirectory(header: Entry): number {
  return LENGTH.central + header.fileNameLength + header.extraFieldLength;
}

/** Lets yauzl read where it likes. */
class ZipAccess extends yauzl.RandomAccessReader {
  readonly #bytes: ZipBytes;

  constructor(bytes: ZipBytes) {
    super();
    this.#bytes = bytes;
  }

  override read(
    ...[target, offset, length, position, callback]: Parameters<yauzl.RandomAccessReader["read"]>
  ): void {
    const fill = async () => {
      if (position + length > this.#bytes.size) throw new RangeError("beyond the end");
      const read = await this.#bytes.readBytes(position, length);
      read.copy(target, offset);
    };
    callbackify(fill)(callback);
  }
}

/** What yauzl finds wrong is a contradiction; faults below it and of the disk go on as they are. */
export async function asZipFault<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (cause) {
    const isOfBelow = cause instanceof AgeFault || (cause instanceof Error && "syscall" in cause);
    throw isOfBelow ? cause : new ZipFault("zip-mismatch", "yauzl", { cause });
  }
}
