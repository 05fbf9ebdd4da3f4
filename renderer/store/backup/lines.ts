import { decodeText, encodeText } from "../seal/bytes.ts";

/** A backup is a text of lines; it travels in pieces that are cut wherever they are full. */

/** Before deflating. */
const PIECE_BYTES = 3 * 1024 * 1024;
const NEWLINE = 10;

/** A full piece, and how many lines end in it. */
export interface LinePiece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lines: number;
}

/** Collects lines into pieces. */
export class LineCutter {
  readonly #buffer = new Uint8Array(PIECE_BYTES);
  #filled = 0;
  #lines = 0;

  /** The pieces that one more line makes full. */
  *add(line: unknown): Generator<LinePiece> {
    const bytes = encodeText(`${JSON.stringify(line)}\n`);
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + PIECE_BYTES - this.#filled);
      this.#buffer.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (at === bytes.length) this.#lines += 1;
      if (this.#filled === PIECE_BYTES) yield this.#take();
    }
  }

  /** What is left at the end; null: nothing. */
  finish(): LinePiece | null {
    return this.#filled === 0 ? null : this.#take();
  }

  #take(): LinePiece {
    const piece = { bytes: this.#buffer.slice(0, this.#filled), lines: this.#lines };
    this.#filled = 0;
    this.#lines = 0;
    return piece;
  }
}

/** Puts lines together again, wherever they were cut. */
export class LineJoiner {
  #rest: Uint8Array<ArrayBuffer>[] = [];

  /** The lines that end in one more piece. */
  *add(piece: Uint8Array<ArrayBuffer>): Generator {
    let start = 0;
    for (;;) {
      const end = piece.indexOf(NEWLINE, start);
      if (end < 0) break;
      yield JSON.parse(this.#join(piece.subarray(start, end)));
      start = end + 1;
    }
    if (start < piece.length) this.#rest.push(piece.slice(start));
  }

  /** True where the last line has no end. */
  get isOpen(): boolean {
    return this.#rest.length > 0;
  }

  #join(last: Uint8Array<ArrayBuffer>): string {
    const parts = [...this.#rest, last];
    this.#rest = [];
    const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return decodeText(whole);
  }
}
