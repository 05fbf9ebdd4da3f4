import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { crc32, deflateRaw } from "node:zlib";
import { type EntryFigures, measurePieces } from "./entry-figures.ts";
import { faultOfName, ROOT, TakenNames } from "./entry-name.ts";
import {
  type EntryRecord,
  makeCentralHeader,
  makeEnd,
  makeLocalHeader,
  type Method,
} from "./records.ts";

/**
 * Writes a ZIP file from its first byte to its last, with sizes and checksums in front of the data: what
 * streams can then be checked while it is read, and no entry needs a descriptor behind it. The clock takes
 * no part, so that the same content gives the same bytes.
 */

/** A file of any size; read once where its figures are known, else twice. */
export interface FileSource {
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Kept from when the file was taken in; size and CRC are checked again, the SHA-256 is not. */
  readonly known?: EntryFigures;
}

/** Only what is in memory is deflated: its packed size must be known before it is written. */
export type NewEntry =
  | { readonly name: string; readonly method: "store"; readonly source: Uint8Array | FileSource }
  | { readonly name: string; readonly method: "deflate"; readonly source: Uint8Array };

/** Where the bytes of the ZIP file go; they stay as they are until it is done with them. */
export type ZipSink = (bytes: Uint8Array) => Promise<void>;

export type SourceFault = "source-changed" | "source-unreadable";

/** A file that is not what it was when it was taken in, or that the disk does not give. */
export class SourceError extends Error {
  readonly code: SourceFault;
  readonly entry: string;

  constructor(code: SourceFault, entry: string, options?: ErrorOptions) {
    super(`${code}: ${entry}`, options);
    this.code = code;
    this.entry = entry;
  }
}

const packDeflate = promisify(deflateRaw);

export class ZipWriter {
  readonly #sink: ZipSink;
  readonly #taken = new TakenNames();
  readonly #directory: Buffer[] = [];
  #position = 0;
  #isBusy = false;

  constructor(sink: ZipSink) {
    this.#sink = sink;
  }

  /**
   * Writes an entry of the bag; its name is relative to the bag's root. One at a time. Throws a
   * `SourceError` for what a file has become, a `RangeError` for a name that the format does not allow.
   */
  async add(entry: NewEntry): Promise<EntryFigures> {
    this.#occupy();
    const name = ROOT + entry.name;
    const fault = faultOfName(name) ?? this.#taken.take(name);
    if (fault !== null) throw new RangeError(`${fault}: ${entry.name}`);
    const figures = await this.#write(name, entry);
    this.#isBusy = false;
    return figures;
  }

  /** Writes the directory; nothing can be added after it. */
  async finish(): Promise<void> {
    this.#occupy();
    const directoryStart = this.#position;
    for (const header of this.#directory) await this.#append(header);
    const directorySize = this.#position - directoryStart;
    await this.#append(makeEnd({ entries: this.#directory.length, directoryStart, directorySize }));
  }

  /** Stays occupied after a failure: half an entry is written then, and nothing may follow it. */
  #occupy(): void {
    if (this.#isBusy) throw new Error("the writer is at work, has failed or is finished");
    this.#isBusy = true;
  }

  async #write(name: string, { method, source }: NewEntry): Promise<EntryFigures> {
    if (!(source instanceof Uint8Array)) return this.#writeFile(name, source);
    const figures = {
      size: source.length,
      crc32: crc32(source),
      sha256: createHash("sha256").update(source).digest("hex"),
    };
    const packed = method === "deflate" ? await packDeflate(source) : source;
    await this.#begin(name, method, figures, packed.length);
    await this.#append(packed);
    return figures;
  }

  async #writeFile(name: string, source: FileSource): Promise<EntryFigures> {
    const figures = source.known ?? (await measurePieces(readSource(name, source)));
    await this.#begin(name, "store", figures, figures.size);
    let checksum = 0;
    let size = 0;
    for await (const piece of readSource(name, source)) {
      checksum = crc32(piece, checksum);
      size += piece.length;
      if (size > figures.size) break;
      await this.#append(piece);
    }
    if (size !== figures.size || checksum !== figures.crc32) {
      throw new SourceError("source-changed", name.slice(ROOT.length));
    }
    return figures;
  }

  async #begin(name: string, method: Method, figures: EntryFigures, packedSize: number) {
    const { size } = figures;
    const record: EntryRecord = { name, method, crc32: figures.crc32, packedSize, size };
    this.#directory.push(makeCentralHeader(record, this.#position));
    await this.#append(makeLocalHeader(record));
  }

  async #append(bytes: Uint8Array): Promise<void> {
    this.#position += bytes.length;
    await this.#sink(bytes);
  }
}

/** What the disk says while a source is read is said of that source, not of the file being written. */
async function* readSource(name: string, source: FileSource): AsyncGenerator<Uint8Array> {
  const pieces = source.open()[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await nextPiece(name, pieces);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

async function nextPiece(name: string, pieces: AsyncIterator<Uint8Array>) {
  try {
    return await pieces.next();
  } catch (cause) {
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    throw new SourceError("source-unreadable", name.slice(ROOT.length), { cause });
  }
}
