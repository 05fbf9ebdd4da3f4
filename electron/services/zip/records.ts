/** The records of a ZIP file (APPNOTE 6.3.10) as our writer makes them; sizes beyond 4 GiB by ZIP64. */

export const METHOD = { store: 0, deflate: 8 } as const;
export type Method = keyof typeof METHOD;

export const SIGNATURE = {
  local: 0x04_03_4b_50,
  central: 0x02_01_4b_50,
  end: 0x06_05_4b_50,
  end64: 0x06_06_4b_50,
  locator64: 0x07_06_4b_50,
} as const;

export const LENGTH = { local: 30, central: 46, end: 22, end64: 56, locator64: 20 } as const;

/** In a field of 32 or 16 bits: the value stands in a ZIP64 record. */
export const IN_ZIP64 = { uint32: 0xff_ff_ff_ff, uint16: 0xff_ff } as const;

export const ZIP64_EXTRA = 0x00_01;

const VERSION = 20;
const VERSION_ZIP64 = 45;
/** Written as on Unix, where a file is a regular one for its owner alone (0100600). */
const MADE_ON_UNIX = 3 << 8;
const REGULAR_PRIVATE_FILE = 0o100_600 * 0x1_00_00;
/** 1 January 1980, the first day that a ZIP file can name: the clock takes no part. */
const FIXED_DATE = 0x00_21;

/** What both headers of an entry say. */
export interface EntryRecord {
  readonly name: string;
  readonly method: Method;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
}

/** The header before an entry's data. */
export function makeLocalHeader(entry: EntryRecord): Buffer {
  const name = Buffer.from(entry.name, "latin1");
  const extra = isLarge(entry) ? makeZip64Extra([entry.size, entry.packedSize]) : Buffer.alloc(0);
  const header = Buffer.alloc(LENGTH.local);
  header.writeUInt32LE(SIGNATURE.local, 0);
  writeShared(header, 4, entry, isLarge(entry));
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

/** The entry's line in the directory; `start` is where its local header stands. */
export function makeCentralHeader(entry: EntryRecord, start: number): Buffer {
  const name = Buffer.from(entry.name, "latin1");
  const isFar = start >= IN_ZIP64.uint32;
  const large = [
    ...(isLarge(entry) ? [entry.size, entry.packedSize] : []),
    ...(isFar ? [start] : []),
  ];
  const extra = large.length > 0 ? makeZip64Extra(large) : Buffer.alloc(0);
  const header = Buffer.alloc(LENGTH.central);
  header.writeUInt32LE(SIGNATURE.central, 0);
  header.writeUInt16LE(MADE_ON_UNIX | (large.length > 0 ? VERSION_ZIP64 : VERSION), 4);
  writeShared(header, 6, entry, large.length > 0);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(REGULAR_PRIVATE_FILE, 38);
  header.writeUInt32LE(isFar ? IN_ZIP64.uint32 : start, 42);
  return Buffer.concat([header, name, extra]);
}

export interface EndRecord {
  readonly entries: number;
  readonly directoryStart: number;
  readonly directorySize: number;
}

/** What closes the file: the ZIP64 records where a figure needs them, then the end of the directory. */
export function makeEnd(end: EndRecord): Buffer {
  const { entries, directoryStart, directorySize } = end;
  const record = Buffer.alloc(LENGTH.end);
  record.writeUInt32LE(SIGNATURE.end, 0);
  record.writeUInt16LE(Math.min(entries, IN_ZIP64.uint16), 8);
  record.writeUInt16LE(Math.min(entries, IN_ZIP64.uint16), 10);
  record.writeUInt32LE(Math.min(directorySize, IN_ZIP64.uint32), 12);
  record.writeUInt32LE(Math.min(directoryStart, IN_ZIP64.uint32), 16);
  return needsZip64End(end) ? Buffer.concat([makeEnd64(end), record]) : record;
}

function needsZip64End(end: EndRecord): boolean {
  return (
    end.entries >= IN_ZIP64.uint16 ||
    end.directorySize >= IN_ZIP64.uint32 ||
    end.directoryStart >= IN_ZIP64.uint32
  );
}

function makeEnd64({ entries, directoryStart, directorySize }: EndRecord): Buffer {
  const record = Buffer.alloc(LENGTH.end64 + LENGTH.locator64);
  record.writeUInt32LE(SIGNATURE.end64, 0);
  writeUInt64(record, LENGTH.end64 - 12, 4);
  record.writeUInt16LE(MADE_ON_UNIX | VERSION_ZIP64, 12);
  record.writeUInt16LE(VERSION_ZIP64, 14);
  writeUInt64(record, entries, 24);
  writeUInt64(record, entries, 32);
  writeUInt64(record, directorySize, 40);
  writeUInt64(record, directoryStart, 48);
  record.writeUInt32LE(SIGNATURE.locator64, 56);
  writeUInt64(record, directoryStart + directorySize, 64);
  record.writeUInt32LE(1, 72);
  return record;
}

function isLarge({ size, packedSize }: EntryRecord): boolean {
  return size >= IN_ZIP64.uint32 || packedSize >= IN_ZIP64.uint32;
}

/** The fields from 'version needed' to the length of the name, which both headers share. */
function writeShared(target: Buffer, at: number, entry: EntryRecord, isZip64: boolean): void {
  const sizesIn64 = isLarge(entry);
  target.writeUInt16LE(isZip64 ? VERSION_ZIP64 : VERSION, at);
  target.writeUInt16LE(METHOD[entry.method], at + 4);
  target.writeUInt16LE(FIXED_DATE, at + 8);
  target.writeUInt32LE(entry.crc32, at + 10);
  target.writeUInt32LE(sizesIn64 ? IN_ZIP64.uint32 : entry.packedSize, at + 14);
  target.writeUInt32LE(sizesIn64 ? IN_ZIP64.uint32 : entry.size, at + 18);
  target.writeUInt16LE(entry.name.length, at + 22);
}

function makeZip64Extra(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(8 * values.length, 2);
  for (const [index, value] of values.entries()) writeUInt64(extra, value, 4 + 8 * index);
  return extra;
}

function writeUInt64(target: Buffer, value: number, at: number): void {
  target.writeBigUInt64LE(BigInt(value), at);
}
