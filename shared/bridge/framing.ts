/**
 * How a call travels where JSON alone would swell bytes by a third: the length of a JSON head as four
 * bytes (big-endian), the head, and then the bytes that the call or its answer brings along.
 */

export const FRAME_TYPE = "application/x-jiceng-call";
/** The most that a call's input may take unless its method says otherwise: files travel as bytes. */
export const MOST_INPUT_BYTES = 1024 * 1024;
const LENGTH_BYTES = 4;

export interface Frame {
  /** UTF-8 of the JSON head. */
  readonly head: Uint8Array;
  readonly bytes: Uint8Array;
}

/** Head and bytes as one block. */
export function joinFrame({ head, bytes }: Frame): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(LENGTH_BYTES + head.length + bytes.length);
  new DataView(joined.buffer).setUint32(0, head.length);
  joined.set(head, LENGTH_BYTES);
  joined.set(bytes, LENGTH_BYTES + head.length);
  return joined;
}

/** The parts of a block; null where it is too short for what it says of itself. */
export function splitFrame(block: Uint8Array): Frame | null {
  if (block.length < LENGTH_BYTES) return null;
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const end = LENGTH_BYTES + view.getUint32(0);
  if (end > block.length) return null;
  return { head: block.subarray(LENGTH_BYTES, end), bytes: block.subarray(end) };
}

/** The head of a call; its method stands in the address, so that its limits are known before it is read. */
export interface CallHead {
  readonly input: unknown;
  /** False: no bytes were given, which is something else than none of them. */
  readonly hasBytes: boolean;
}
