import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { WorkbookFault } from "./fault.ts";
import { LIMITS } from "./limits.ts";

/** The parts of a workbook's ZIP container, read by its directory and checked against it. */
export class ZipSource {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;
  #bytesRead = 0;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  /** From a file by its path, or from the bytes of one: those that name people need not touch the disk. */
  static async open(source: string | Uint8Array): Promise<ZipSource> {
    const options = { lazyEntries: true, autoClose: false };
    const zip = await asFault(
      typeof source === "string"
        ? yauzl.openPromise(source, options)
        : yauzl.fromBufferPromise(toBuffer(source), options),
    );
    try {
      return new ZipSource(zip, await readDirectory(zip));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** Every entry in the order of the directory. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  has(name: string): boolean {
    return this.#entries.has(keyOf(name));
  }

  /** How big a part will be; 0 where there is none. */
  sizeOf(name: string): number {
    return this.#entries.get(keyOf(name))?.uncompressedSize ?? 0;
  }

  /** A part's bytes, unpacked, bounded and checked; a part that is not there is a broken file. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(keyOf(name));
    if (entry === undefined || entry.isEncrypted()) throw new WorkbookFault("broken");
    if (entry.uncompressedSize > LIMITS.partBytes) throw new WorkbookFault("tooBig");
    const stream = await asFault(this.#zip.openReadStreamPromise(entry));
    let checksum = 0;
    for await (const chunk of asFaults(stream)) {
      this.#bytesRead += chunk.length;
      if (this.#bytesRead > LIMITS.totalBytes) throw new WorkbookFault("tooBig");
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    if (checksum !== entry.crc32) throw new WorkbookFault("broken");
  }

  /** A part as it is packed in the file. */
  async readPacked(entry: Entry): Promise<AsyncGenerator<Buffer>> {
    const options = { decodeFileData: false };
    return asFaults(await asFault(this.#zip.openReadStreamPromise(entry, options)));
  }

  close(): void {
    this.#zip.close();
  }
}

function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Names of parts are compared without regard to case (ECMA-376-2, 9.1.1.1). */
function keyOf(name: string): string {
  return name.toLowerCase();
}

async function readDirectory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > LIMITS.parts) throw new WorkbookFault("tooBig");
  const entries = new Map<string, Entry>();
  const each = zip.eachEntry();
  for (;;) {
    const next = await asFault(each.next());
    if (next.done === true) return entries;
    const key = keyOf(next.value.fileName);
    if (entries.has(key)) throw new WorkbookFault("broken");
    entries.set(key, next.value);
  }
}

/** What yauzl and zlib say of bytes is that they are broken; system errors keep their code. */
function toFault(error: unknown): unknown {
  const isOfSystem = error instanceof Error && "syscall" in error;
  return isOfSystem || error instanceof WorkbookFault
    ? error
    : new WorkbookFault("broken", { cause: error });
}

async function asFault<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw toFault(error);
  }
}

async function* asFaults(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw toFault(error);
  }
}
