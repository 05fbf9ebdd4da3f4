import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import yauzl, { type Entry, type LocalFileHeader } from "yauzl";
import { asZipFault, type Directory, type DirectoryEntry, isZip64Only } from "./directory.ts";
import { ZipFault } from "./fault.ts";
import { IN_ZIP64, METHOD } from "./records.ts";
import type { ZipBytes } from "./zip-bytes.ts";

/** An entry whose data has been read once and is what the directory says. */
export interface VerifiedEntry {
  readonly name: string;
  readonly size: number;
  /** Of the unpacked data, in hexadecimal digits, lower case. */
  readonly sha256: string;
  readonly place: DataPlace;
}

/** Where an entry's data stands, and what it must come to. */
export interface DataPlace {
  readonly start: number;
  readonly packedSize: number;
  readonly size: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
}

/**
 * Reads the whole file from its first byte on: every entry begins where the one before it ended, the two
 * headers agree, the data is as long as they say and has their checksum, and the directory follows the
 * last. So nothing overlaps and nothing is hidden between. Throws a `ZipFault`, or what the bytes throw.
 */
export async function verifyContent(
  bytes: ZipBytes,
  { zip, entries, start: directoryStart }: Directory,
): Promise<readonly VerifiedEntry[]> {
  const verified: VerifiedEntry[] = [];
  let position = 0;
  for (const entry of entries) {
    if (entry.header.relativeOffsetOfLocalHeader !== position) {
      throw new ZipFault("zip-mismatch", `start of entry ${verified.length}`);
    }
    const local = await asZipFault(zip.readLocalFileHeaderPromise(entry.header));
    checkLocal(entry.header, local, verified.length);
    position = local.fileDataStart + entry.header.compressedSize;
    if (position > directoryStart) throw new ZipFault("zip-mismatch", "beyond the directory");
    verified.push(await verifyData(bytes, entry, local.fileDataStart));
  }
  if (position !== directoryStart) throw new ZipFault("zip-mismatch", "a gap after the entries");
  return verified;
}

async function verifyData(
  bytes: ZipBytes,
  { name, header }: DirectoryEntry,
  start: number,
): Promise<VerifiedEntry> {
  const place: DataPlace = {
    start,
    packedSize: header.compressedSize,
    size: header.uncompressedSize,
    crc32: header.crc32,
    isDeflated: header.compressionMethod === METHOD.deflate,
  };
  const hash = createHash("sha256");
  for await (const piece of readData(bytes, place)) hash.update(piece);
  return { name, size: place.size, sha256: hash.digest("hex"), place };
}

function checkLocal(central: Entry, local: LocalFileHeader, index: number): void {
  const sizes = sizesOf(local);
  const isSame =
    central.fileNameRaw.equals(local.fileName) &&
    central.generalPurposeBitFlag === local.generalPurposeBitFlag &&
    central.compressionMethod === local.compressionMethod &&
    central.lastModFileDate === local.lastModFileDate &&
    central.lastModFileTime === local.lastModFileTime &&
    central.crc32 === local.crc32 &&
    central.compressedSize === sizes?.packedSize &&
    central.uncompressedSize === sizes.size;
  if (!isSame) throw new ZipFault("zip-mismatch", `two headers of entry ${index}`);
}

/** A local header has both sizes in its ZIP64 field or none (APPNOTE 4.5.3); null where it has neither way. */
function sizesOf(local: LocalFileHeader): { size: number; packedSize: number } | null {
  const { uncompressedSize: size, compressedSize: packedSize, extraField } = local;
  if (extraField.length === 0) return { size, packedSize };
  const fields = readExtraFields(extraField);
  const [field] = fields;
  const isIn64 = size === IN_ZIP64.uint32 && packedSize === IN_ZIP64.uint32;
  if (field === undefined || !isIn64 || !isZip64Only(fields, extraField.length)) return null;
  if (field.data.length !== 16) return null;
  return {
    size: Number(field.data.readBigUInt64LE(0)),
    packedSize: Number(field.data.readBigUInt64LE(8)),
  };
}

function readExtraFields(raw: Buffer) {
  try {
    return yauzl.parseExtraFields(raw);
  } catch (cause) {
    throw new ZipFault("zip-mismatch", "an extra field", { cause });
  }
}

/** The unpacked data; throws at its end, or as soon as there is more, where it is not what was said. */
export async function* readData(bytes: ZipBytes, place: DataPlace): AsyncGenerator<Uint8Array> {
  const packed = bytes.read(place.start, place.start + place.packedSize);
  let checksum = 0;
  let size = 0;
  for await (const piece of place.isDeflated ? inflate(packed, place.packedSize) : packed) {
    size += piece.length;
    if (size > place.size) break;
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== place.size) throw new ZipFault("zip-mismatch", "size of the data");
  if (checksum !== place.crc32) throw new ZipFault("zip-mismatch", "checksum of the data");
}

async function* inflate(
  packed: AsyncIterable<Uint8Array>,
  packedSize: number,
): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed);
  const inflater = createInflateRaw();
  input.on("error", (error) => inflater.destroy(error));
  try {
    for await (const piece of input.pipe(inflater)) yield piece as Buffer;
    if (inflater.bytesWritten !== packedSize) {
      throw new ZipFault("zip-mismatch", "bytes behind the deflated data");
    }
  } catch (cause) {
    const isOfDeflate =
      cause instanceof Error && "code" in cause && String(cause.code).startsWith("Z_");
    throw isOfDeflate ? new ZipFault("zip-mismatch", "deflated data", { cause }) : cause;
  } finally {
    input.destroy();
    inflater.destroy();
  }
}
