import type { ZipBytes } from "../../electron/services/zip/zip-bytes.ts";

/** A ZIP file in memory, for tests of the reader alone. */
export function zipBytesOf(bytes: Buffer): ZipBytes {
  const cut = (start: number, end: number) => {
    if (start < 0 || end > bytes.length || start > end) throw new RangeError("beyond the end");
    return bytes.subarray(start, end);
  };
  return {
    size: bytes.length,
    read: async function* (start, end) {
      yield await Promise.resolve(cut(start, end));
    },
    readBytes: (start, length) => Promise.resolve(cut(start, start + length)),
  };
}
