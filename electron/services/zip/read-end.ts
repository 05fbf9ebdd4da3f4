import { ZipFault } from "./fault.ts";
import { type EndRecord, IN_ZIP64, LENGTH, SIGNATURE } from "./records.ts";
import type { ZipBytes } from "./zip-bytes.ts";

/**
 * Reads the end of a ZIP file and takes it at its word: no comment, one disk, the directory right before
 * it, ZIP64 figures that the short ones do not contradict. Readers differ in which of these they look at;
 * where all agree there is one way to read the file. Throws the `ZipFault` `zip-mismatch`.
 */
export async function readEnd(bytes: ZipBytes): Promise<EndRecord> {
  if (bytes.size < LENGTH.end) throw new ZipFault("zip-mismatch", "no room for an end");
  const at = bytes.size - LENGTH.end;
  const record = await bytes.readBytes(at, LENGTH.end);
  demand(record.readUInt32LE(0) === SIGNATURE.end, "no end of the directory at the end");
  demand(record.readUInt32LE(4) === 0, "several disks");
  demand(record.readUInt16LE(8) === record.readUInt16LE(10), "entries on other disks");
  demand(record.readUInt16LE(20) === 0, "a comment");
  const short = {
    entries: record.readUInt16LE(10),
    directorySize: record.readUInt32LE(12),
    directoryStart: record.readUInt32LE(16),
  };
  const long = await readEnd64(bytes, at);
  if (long !== null) {
    demand(isShortFor(short.entries, long.entries, IN_ZIP64.uint16), "two counts");
    demand(isShortFor(short.directorySize, long.directorySize, IN_ZIP64.uint32), "two sizes");
    demand(isShortFor(short.directoryStart, long.directoryStart, IN_ZIP64.uint32), "two starts");
  }
  const end = long ?? short;
  const closing = long === null ? at : at - LENGTH.locator64 - LENGTH.end64;
  demand(end.directoryStart + end.directorySize === closing, "a gap around the directory");
  return end;
}

async function readEnd64(bytes: ZipBytes, before: number): Promise<EndRecord | null> {
  const start = before - LENGTH.locator64 - LENGTH.end64;
  if (start < 0) return null;
  const records = await bytes.readBytes(start, LENGTH.end64 + LENGTH.locator64);
  const locator = records.subarray(LENGTH.end64);
  if (locator.readUInt32LE(0) !== SIGNATURE.locator64) return null;
  demand(locator.readUInt32LE(4) === 0 && locator.readUInt32LE(16) === 1, "several disks");
  demand(readUInt64(locator, 8) === start, "a gap before the end");
  demand(records.readUInt32LE(0) === SIGNATURE.end64, "no ZIP64 end");
  demand(readUInt64(records, 4) === LENGTH.end64 - 12, "a longer ZIP64 end");
  demand(readUInt64(records, 16) === 0, "several disks");
  demand(readUInt64(records, 24) === readUInt64(records, 32), "entries on other disks");
  return {
    entries: readUInt64(records, 32),
    directorySize: readUInt64(records, 40),
    directoryStart: readUInt64(records, 48),
  };
}

function isShortFor(short: number, long: number, marker: number): boolean {
  return short === long || short === marker;
}

/** A number that no file reaches is as wrong as any other. */
function readUInt64(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

function demand(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new ZipFault("zip-mismatch", otherwise);
}
