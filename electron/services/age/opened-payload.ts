import type { ByteSource } from "./byte-source.ts";
import { type ChunkCipher, chooseEngine } from "./chunk-cipher.ts";
import { AgeFault } from "./fault.ts";
import { MOST_HEADER_BYTES, readHeader } from "./header.ts";
import {
  CHUNK_BYTES,
  derivePayloadKey,
  makeChunkNonce,
  PAYLOAD_NONCE_BYTES,
  type PayloadShape,
  SEALED_CHUNK_BYTES,
  shapeOf,
} from "./payload.ts";

/** Chunks that are read and opened in one go: 1 MiB. */
const WINDOW_CHUNKS = 16;

/** Where the sealed chunks are, and what opens them. */
interface SealedChunks {
  readonly source: ByteSource;
  /** Of the first chunk in the source. */
  readonly start: number;
  readonly shape: PayloadShape;
  readonly cipher: ChunkCipher;
}

/**
 * The plaintext of an age file, opened where it is asked for. Every chunk is authenticated, with its place
 * and with whether it is the last, each time before a byte of it is given out; one that is not is the
 * `AgeFault` `corrupt`. The last one is tried at once, so that a file cut short is never begun.
 */
export class OpenedPayload {
  readonly size: number;
  readonly #sealed: SealedChunks;
  readonly #buffer: Buffer;
  #window: { readonly first: number; readonly chunks: readonly Uint8Array[] } | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(sealed: SealedChunks) {
    this.#sealed = sealed;
    this.size = sealed.shape.size;
    this.#buffer = Buffer.alloc(Math.min(WINDOW_CHUNKS, sealed.shape.chunks) * SEALED_CHUNK_BYTES);
  }

  /** Throws an `AgeFault`, or what the source throws. */
  static async open(source: ByteSource, identities: readonly string[]): Promise<OpenedPayload> {
    const beginning = Buffer.alloc(Math.min(source.size, MOST_HEADER_BYTES));
    await source.fill(beginning, 0);
    const header = await readHeader(beginning, identities);
    const start = header.bytes.length + PAYLOAD_NONCE_BYTES;
    const shape = shapeOf(source.size - start);
    if (shape === null) throw new AgeFault("corrupt");
    const nonce = Buffer.alloc(PAYLOAD_NONCE_BYTES);
    await source.fill(nonce, header.bytes.length);
    const engine = await chooseEngine();
    const cipher = await engine.start(derivePayloadKey(header.fileKey, nonce));
    const payload = new OpenedPayload({ source, start, shape, cipher });
    await payload.#chunkAt(shape.chunks - 1);
    return payload;
  }

  /** The plaintext of a range, in pieces that stay as they are. */
  async *read(start: number, end: number): AsyncGenerator<Uint8Array> {
    if (start < 0 || end > this.size) throw new RangeError("beyond the payload");
    for (let position = start; position < end;) {
      const index = Math.floor(position / CHUNK_BYTES);
      const chunk = await this.#chunkAt(index);
      const from = position - index * CHUNK_BYTES;
      const piece = chunk.subarray(from, Math.min(CHUNK_BYTES, from + end - position));
      position += piece.length;
      yield piece;
    }
  }

  /** A range as a whole. */
  async readBytes(start: number, length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    for await (const piece of this.read(start, start + length)) {
      bytes.set(piece, filled);
      filled += piece.length;
    }
    return bytes;
  }

  /** Readers take turns, since they share the window and its buffer. */
  async #chunkAt(index: number): Promise<Uint8Array> {
    const cached = this.#cachedChunk(index);
    if (cached !== undefined) return cached;
    const loaded = this.#turn.then(async () => {
      this.#window =
        this.#cachedChunk(index) === undefined ? await this.#load(index) : this.#window;
      return this.#cachedChunk(index);
    });
    this.#turn = loaded.catch(() => null);
    const chunk = await loaded;
    if (chunk === undefined) throw new RangeError("beyond the payload");
    return chunk;
  }

  #cachedChunk(index: number): Uint8Array | undefined {
    return this.#window?.chunks[index - this.#window.first];
  }

  async #load(index: number) {
    const { source, start, shape } = this.#sealed;
    const first = index - (index % WINDOW_CHUNKS);
    const position = first * SEALED_CHUNK_BYTES;
    const sealed = this.#buffer.subarray(0, source.size - start - position);
    await source.fill(sealed, start + position);
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < sealed.length; at += SEALED_CHUNK_BYTES) {
      const number = first + chunks.length;
      const nonce = makeChunkNonce(number, number === shape.chunks - 1);
      const piece = sealed.subarray(at, at + SEALED_CHUNK_BYTES);
      const plain = await this.#sealed.cipher.open(nonce, piece);
      if (plain === null) throw new AgeFault("corrupt");
      chunks.push(plain);
    }
    return { first, chunks };
  }
}
