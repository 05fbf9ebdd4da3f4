import type { ZipSpace } from "./zip-target.ts";

const FIRST_BYTES = 65_536;

/** Memory that grows as it is written to, at any position. */
export class MemorySpace implements ZipSpace {
  #bytes = Buffer.alloc(FIRST_BYTES);
  #length = 0;

  write(bytes: Buffer, offset: number, length: number, position: number): Promise<void> {
    const end = position + length;
    if (end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(end, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    bytes.copy(this.#bytes, position, offset, offset + length);
    this.#length = Math.max(this.#length, end);
    return Promise.resolve();
  }

  /** All that was written. */
  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
