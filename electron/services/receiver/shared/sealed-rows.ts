import { createHmac } from "node:crypto";
import type { z } from "zod";
import type { UnlockedKeys } from "../../keys/unlocked-keys.ts";

/** What stands in the shared database: ids as keyed hashes, contents sealed under the bureau's keys. */
export interface SealedRows {
  /** The same text gives the same key on every machine of the bureau, and nobody else can make it. */
  readonly keyOf: (kind: string, text: string) => string;
  readonly seal: (label: string, data: unknown) => Uint8Array;
  /** Undefined where a row is not the bureau's own, or not of this schema. */
  readonly open: <Value>(
    label: string,
    sealed: Uint8Array,
    schema: z.ZodType<Value>,
  ) => Value | undefined;
}

/** Keys and seals for the rows of one bureau. */
export function sealedRows(keys: UnlockedKeys): SealedRows {
  const secret = keys.deriveKey("shared store");
  return {
    keyOf: (kind, text) =>
      createHmac("sha256", secret).update(`${kind}\n${text}`).digest("base64url"),
    seal: (label, data) => keys.sealer.seal(`shared/${label}`, Buffer.from(JSON.stringify(data))),
    open: (label, sealed, schema) => {
      const opened = keys.sealer.open(`shared/${label}`, sealed);
      if (opened === null) return undefined;
      return schema.safeParse(JSON.parse(Buffer.from(opened).toString("utf8"))).data;
    },
  };
}
