import { crc32, deflateRawSync } from "node:zlib";

/** A writer of ZIP files that can lie in every field, so that no test hangs on another program. */

/** What a header says, of the local one and of the one in the directory. */
interface HeaderFields {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc32: number;
  readonly packedSize: number;
  readonly size: number;
  readonly extra: Buffer;
}

export interface HostileEntry {
  /** Text is written byte by byte (Latin-1); GBK and NUL are given as they are. */
  readonly name: string | Buffer;
  readonly data: Buffer;
  readonly method?: "store" | "deflate";
  /** What stands in the file instead of the packed data. */
  readonly packed?: Buffer;
  /** Lies of both headers. */
  readonly both?: Partial<HeaderFields>;
  readonly local?: Partial<HeaderFields>;
  readonly central?: Partial<HeaderFields>;
  /** Unix mode with its type. */
  readonly mode?: number;
  /** Attributes of DOS. */
  readonly attributes?: number;
  readonly comment?: Buffer;
  /** Where the directory says that the local header stands. */
  readonly start?: number;
  /** True for an entry that only the directory has. */
  readonly isUnwritten?: boolean;
  /** Bytes between the entry before and this one. */
  readonly gap?: Buffer;
}

export interface HostileEnd {
  readonly before?: Buffer;
  /** Between the last entry and the directory. */
  readonly between?: Buffer;
  readonly after?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
  readonly countOnDisk?: number;
  readonly disk?: number;
  readonly directoryStart?: number;
  readonly directorySize?: number;
}

const DATE = 0x00_21;
const UNIX = 3 << 8;
const REGULAR = 0o100_644;

/** A whole file; where nothing lies it is a good one. */
export function makeHostileZip(entries: readonly HostileEntry[], end: HostileEnd = {}): Buffer {
  const pieces: Buffer[] = [end.before ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  for (const entry of entries) {
    if (entry.gap !== undefined) pieces.push(entry.gap);
    const start = lengthOf(pieces);
    if (entry.isUnwritten !== true) pieces.push(makeLocal(entry), packedOf(entry));
    directory.push(makeCentral(entry, entry.start ?? start));
  }
  if (end.between !== undefined) pieces.push(end.between);
  const start = lengthOf(pieces);
  return Buffer.concat([
    ...pieces,
    ...directory,
    makeEnd(entries.length, start, lengthOf(directory), end),
    end.after ?? Buffer.alloc(0),
  ]);
}

/** The local header of an entry, for files that quote one another. */
export function makeLocal(entry: HostileEntry): Buffer {
  const fields = { ...fieldsOf(entry), ...entry.both, ...entry.local };
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  writeFields(header, 4, fields);
  return Buffer.concat([header, fields.name, fields.extra]);
}

export function packedOf(entry: HostileEntry): Buffer {
  if (entry.packed !== undefined) return entry.packed;
  return entry.method === "deflate" ? deflateRawSync(entry.data) : entry.data;
}

function makeCentral(entry: HostileEntry, start: number): Buffer {
  const fields = { ...fieldsOf(entry), ...entry.both, ...entry.central };
  const comment = entry.comment ?? Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02_01_4b_50, 0);
  header.writeUInt16LE(UNIX | 20, 4);
  writeFields(header, 6, fields);
  header.writeUInt16LE(comment.length, 32);
  header.writeUInt32LE((entry.mode ?? REGULAR) * 0x1_00_00 + (entry.attributes ?? 0), 38);
  header.writeUInt32LE(start, 42);
  return Buffer.concat([header, fields.name, fields.extra, comment]);
}

function makeEnd(count: number, start: number, size: number, lies: HostileEnd): Buffer {
  const comment = lies.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(lies.disk ?? 0, 4);
  end.writeUInt16LE(lies.countOnDisk ?? lies.count ?? count, 8);
  end.writeUInt16LE(lies.count ?? count, 10);
  end.writeUInt32LE(lies.directorySize ?? size, 12);
  end.writeUInt32LE(lies.directoryStart ?? start, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([end, comment]);
}

function fieldsOf(entry: HostileEntry): HeaderFields {
  return {
    name: typeof entry.name === "string" ? Buffer.from(entry.name, "latin1") : entry.name,
    flags: 0,
    method: entry.method === "deflate" ? 8 : 0,
    time: 0,
    date: DATE,
    crc32: crc32(entry.data),
    packedSize: packedOf(entry).length,
    size: entry.data.length,
    extra: Buffer.alloc(0),
  };
}

function writeFields(target: Buffer, at: number, fields: HeaderFields): void {
  target.writeUInt16LE(20, at);
  target.writeUInt16LE(fields.flags, at + 2);
  target.writeUInt16LE(fields.method, at + 4);
  target.writeUInt16LE(fields.time, at + 6);
  target.writeUInt16LE(fields.date, at + 8);
  target.writeUInt32LE(fields.crc32, at + 10);
  target.writeUInt32LE(fields.packedSize, at + 14);
  target.writeUInt32LE(fields.size, at + 18);
  target.writeUInt16LE(fields.name.length, at + 22);
  target.writeUInt16LE(fields.extra.length, at + 24);
}

function lengthOf(pieces: readonly Buffer[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}
