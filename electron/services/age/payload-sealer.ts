import { randomBytes } from "node:crypto";
import { type ChunkCipher, chooseEngine } from "./chunk-cipher.ts";
import { makeHeader } from "./header.ts";
import { CHUNK_BYTES, derivePayloadKey, makeChunkNonce, PAYLOAD_NONCE_BYTES } from "./payload.ts";

/** Sealed chunks that are handed on in one go: 1 MiB. */
const BATCH_CHUNKS = 16;

/** Takes pieces of a file in their order; the next ones come when it is done. */
export type Sink = (pieces: readonly Uint8Array[]) => Promise<void>;

/** Encrypts a file for its recipients as its plaintext comes, in bounded memory. */
export class PayloadSealer {
  readonly #cipher: ChunkCipher;
  readonly #sink: Sink;
  readonly #chunk = Buffer.alloc(CHUNK_BYTES);
  #filled = 0;
  #chunks = 0;
  #batch: Uint8Array[] = [];

  private constructor(cipher: ChunkCipher, sink: Sink) {
    this.#cipher = cipher;
    this.#sink = sink;
  }

  /** Writes the header and begins the payload. */
  static async start(recipients: readonly string[], sink: Sink): Promise<PayloadSealer> {
    const { bytes, fileKey } = await makeHeader(recipients);
    const nonce = randomBytes(PAYLOAD_NONCE_BYTES);
    const engine = await chooseEngine();
    const cipher = await engine.start(derivePayloadKey(fileKey, nonce));
    await sink([bytes, nonce]);
    return new PayloadSealer(cipher, sink);
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let taken = 0; taken < bytes.length;) {
      // A full chunk waits until more comes: only then is it known not to be the last.
      if (this.#filled === CHUNK_BYTES) await this.#sealChunk(false);
      const piece = bytes.subarray(taken, taken + CHUNK_BYTES - this.#filled);
      this.#chunk.set(piece, this.#filled);
      this.#filled += piece.length;
      taken += piece.length;
    }
  }

  /** Seals the last chunk; nothing can be written after it. */
  async finish(): Promise<void> {
    await this.#sealChunk(true);
    await this.#flush();
  }

  async #sealChunk(isLast: boolean): Promise<void> {
    const nonce = makeChunkNonce(this.#chunks, isLast);
    const sealed = await this.#cipher.seal(nonce, this.#chunk.subarray(0, this.#filled));
    this.#batch.push(...sealed);
    this.#chunks += 1;
    this.#filled = 0;
    if (this.#chunks % BATCH_CHUNKS === 0) await this.#flush();
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) await this.#sink(batch);
  }
}
