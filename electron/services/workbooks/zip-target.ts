import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";

/**
 * Writes the ZIP container of a workbook. Sizes and checksums are put into each header once they are known,
 * so that no part needs a trailing descriptor; the clock takes no part, so that the same content gives
 * the same bytes (a package carries workbooks and is built the same way twice).
 */

/** What the directory says of a part. */
interface PartHeader {
  readonly name: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
}

/** A part that is packed already, as the directory that it comes from has it. */
export interface PackedPart {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly size: number;
}

const DEFLATED = 8;
const NAMES_ARE_UTF8 = 0x08_00;
/** 1 January 1980, the first day that a ZIP container can name. */
const FIXED_DATE = 0x00_21;
const VERSION = 20;
const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const END = 22;
const LARGEST = 0xff_ff_ff_ff;

/** Takes bytes at a position: an open file, or memory. */
export interface ZipSpace {
  readonly write: (
    bytes: Buffer,
    offset: number,
    length: number,
    position: number,
  ) => Promise<unknown>;
}

export class ZipTarget {
  readonly #file: ZipSpace;
  readonly #directory: Buffer[] = [];
  #position = 0;

  constructor(file: ZipSpace) {
    this.#file = file;
  }

  /** Packs and writes a part as its content comes. */
  async add(
    name: string,
    content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>,
    signal?: AbortSignal,
  ): Promise<void> {
    let checksum = 0;
    let size = 0;
    const measured = async function* () {
      for await (const piece of content) {
        const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
        checksum = crc32(bytes, checksum);
        size += bytes.length;
        yield bytes;
      }
    };
    const encoded = Buffer.from(name, "utf8");
    const start = this.#position;
    this.#position += LOCAL_HEADER + encoded.length;
    const write = async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) await this.#append(chunk);
    };
    await pipeline(measured, createDeflateRaw(), write, { ...(signal && { signal }) });
    const packedSize = this.#position - start - LOCAL_HEADER - encoded.length;
    const header = { name: encoded, flags: 0, method: DEFLATED, checksum, packedSize, size };
    await this.#finishPart(header, start);
  }

  /** Writes a part that is packed already. */
  async addPacked(part: PackedPart, packed: AsyncIterable<Buffer>): Promise<void> {
    const name = Buffer.from(part.name, "utf8");
    const start = this.#position;
    this.#position += LOCAL_HEADER + name.length;
    for await (const chunk of packed) await this.#append(chunk);
    const packedSize = this.#position - start - LOCAL_HEADER - name.length;
    await this.#finishPart({ ...part, name, flags: 0, packedSize }, start);
  }

  /** Writes the directory; nothing can be added after it. */
  async finish(): Promise<void> {
    const start = this.#position;
    for (const entry of this.#directory) await this.#append(entry);
    const end = Buffer.alloc(END);
    end.writeUInt32LE(0x06_05_4b_50, 0);
    end.writeUInt16LE(this.#directory.length, 8);
    end.writeUInt16LE(this.#directory.length, 10);
    end.writeUInt32LE(this.#position - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#append(end);
  }

  async #append(bytes: Buffer): Promise<void> {
    if (this.#position + bytes.length > LARGEST) throw new RangeError("a workbook beyond 4 GiB");
    await this.#file.write(bytes, 0, bytes.length, this.#position);
    this.#position += bytes.length;
  }

  async #finishPart(part: PartHeader, start: number): Promise<void> {
    const local = Buffer.alloc(LOCAL_HEADER);
    local.writeUInt32LE(0x04_03_4b_50, 0);
    writeCommon(local, 4, part);
    const header = Buffer.concat([local, part.name]);
    await this.#file.write(header, 0, header.length, start);
    const entry = Buffer.alloc(DIRECTORY_HEADER);
    entry.writeUInt32LE(0x02_01_4b_50, 0);
    entry.writeUInt16LE(VERSION, 4);
    writeCommon(entry, 6, part);
    entry.writeUInt32LE(start, 42);
    this.#directory.push(Buffer.concat([entry, part.name]));
  }
}

/** The fields that a part's header and its line in the directory share. */
function writeCommon(target: Buffer, at: number, part: PartHeader): void {
  target.writeUInt16LE(VERSION, at);
  target.writeUInt16LE(part.flags | NAMES_ARE_UTF8, at + 2);
  target.writeUInt16LE(part.method, at + 4);
  target.writeUInt16LE(FIXED_DATE, at + 8);
  target.writeUInt32LE(part.checksum, at + 10);
  target.writeUInt32LE(part.packedSize, at + 14);
  target.writeUInt32LE(part.size, at + 18);
  target.writeUInt16LE(part.name.length, at + 22);
}
