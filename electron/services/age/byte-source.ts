import type { FileHandle } from "node:fs/promises";
import { AgeFault } from "./fault.ts";

/** Bytes that can be read from any place. */
export interface ByteSource {
  readonly size: number;
  /** Fills the target with the bytes from a position on. */
  readonly fill: (target: Uint8Array, position: number) => Promise<void>;
}

/** A file that is open; one that has become shorter meanwhile is `corrupt`. */
export async function sourceOfFile(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    fill: async (target, position) => {
      for (let filled = 0; filled < target.length;) {
        const left = target.length - filled;
        const { bytesRead } = await file.read(target, filled, left, position + filled);
        if (bytesRead === 0) throw new AgeFault("corrupt");
        filled += bytesRead;
      }
    },
  };
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    fill: (target, position) => {
      if (position + target.length > bytes.length) throw new RangeError("beyond the end");
      target.set(bytes.subarray(position, position + target.length));
      return Promise.resolve();
    },
  };
}
