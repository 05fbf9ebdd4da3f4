/** A ZIP file wherever its bytes are: in an encrypted payload, in memory. */
export interface ZipBytes {
  readonly size: number;
  /** The bytes of a range, in pieces that stay as they are. */
  readonly read: (start: number, end: number) => AsyncIterable<Uint8Array>;
  readonly readBytes: (start: number, length: number) => Promise<Buffer>;
}
