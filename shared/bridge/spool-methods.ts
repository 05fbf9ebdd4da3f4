import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const count = z.number().int().nonnegative();
const handle = z.string().regex(/^[0-9a-f-]{36}$/);

/** The most of a file that goes over the bridge at once. */
export const PIECE_BYTES = 8 * 1024 * 1024;
const MOST_FILE_BYTES = 64 * 1024 * 1024 * 1024;

/** What can be read out: a package that this unit built. */
const source = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sent"), packageId: z.string().max(100) }),
]);
export type SpoolSource = z.infer<typeof source>;

/**
 * Files too big for one call, in pieces. What comes in is a package (encrypted as it travels; anything else
 * is refused at its first piece and never written) and lies under `<data>/spool` until whoever was given the
 * handle has taken it, or until the next start. Locked keys refuse all of these.
 */
export const SPOOL_METHODS = {
  "spool.begin": {
    input: z.strictObject({
      name: z.string().min(1).max(255),
      size: count.max(MOST_FILE_BYTES),
    }),
    output: z.object({ handle }),
  },
  /** `at`: how much came before, so that a piece is neither lost nor taken twice. */
  "spool.append": {
    input: z.strictObject({ handle, at: count }),
    output: z.object({ size: count }),
    mostBytes: PIECE_BYTES,
  },
  /** Flushes the file; from then on the handle can be given to a method that takes one. */
  "spool.finish": {
    input: z.strictObject({ handle }),
    output: z.object({ size: count, sha256: z.string() }),
  },
  "spool.abort": { input: z.strictObject({ handle }), output: z.object({}) },
  "spool.open": {
    input: z.strictObject({ source }),
    output: z.object({ handle, name: z.string(), size: count }),
  },
  /** A piece beside the output; `isEnd` with the last. */
  "spool.read": {
    input: z.strictObject({ handle, at: count }),
    output: z.object({ isEnd: z.boolean() }),
  },
  "spool.close": { input: z.strictObject({ handle }), output: z.object({}) },
} as const satisfies Record<string, MethodSpec>;
