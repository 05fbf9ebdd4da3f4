import { z } from "zod";
import type { MethodSpec } from "./method.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Files beside the records: stored once by SHA-256, sealed. Locked keys refuse all of these. */
export const ATTACHMENTS_METHODS = {
  "attachments.put": {
    input: z.strictObject({}),
    output: z.object({
      sha256,
      /** CRC-32 as in the ZIP of a package, eight hexadecimal digits. */
      crc32: z.string().regex(/^[0-9a-f]{8}$/),
      size: count,
    }),
    mostBytes: 64 * 1024 * 1024,
  },
  "attachments.get": { input: z.strictObject({ sha256 }), output: z.object({}) },
  "attachments.list": {
    input: z.strictObject({}),
    output: z.object({ files: z.array(z.object({ sha256, size: count, addedAt: z.string() })) }),
  },
  "attachments.remove": {
    input: z.strictObject({ sha256s: z.array(sha256).min(1).max(10_000) }),
    output: z.object({ removed: count }),
  },
} as const satisfies Record<string, MethodSpec>;
