import { createHmac } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { z } from "zod";
import { deriveKey, openBox, sealBox } from "../keys/secret-box.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";

/** How the ledger hides what its tables hold: keyed hashes for ids, sealed boxes for everything else (promise 15). */

const USE = "bureau ledger";
const NO_SALT = new Uint8Array(0);
/** Fast, and nearly as small on JSON as the slower levels. */
const LEVEL = 1;

/** Which kind of id is hashed: the same text as two kinds gives two hashes. */
export type IdKind = "package" | "place" | "unit" | "person" | "candidacy" | "plan" | "sample";

export interface Seals {
  /** The keyed hash of an id, HMAC-SHA256, hexadecimal: equal ids give equal hashes, and tell nothing else. */
  readonly hash: (kind: IdKind, ...parts: readonly string[]) => string;
  /** `place` binds the box to its column and row. */
  readonly seal: (place: string, data: unknown) => Uint8Array;
  /** The same, deflated: for what is large. On small boxes deflating takes most of the time and gains nothing. */
  readonly sealLarge: (place: string, data: unknown) => Uint8Array;
  /** A box that does not open, or holds something else than the schema says, is a bug or a damaged table; throws. */
  readonly open: <Data>(place: string, sealed: Uint8Array, schema: z.ZodType<Data>) => Data;
  readonly openLarge: <Data>(place: string, sealed: Uint8Array, schema: z.ZodType<Data>) => Data;
}

/** The seals of a bureau: the same on every desk that has its keys. */
export function ledgerSeals({ deriveKey: deriveFor }: Pick<UnlockedKeys, "deriveKey">): Seals {
  const base = deriveFor(USE);
  const hashKey = deriveKey(base, NO_SALT, "ids");
  const boxKey = deriveKey(base, NO_SALT, "boxes");
  const openAt = (place: string, sealed: Uint8Array): Uint8Array => {
    const opened = openBox(boxKey, place, sealed);
    if (opened === null) throw new Error(`a box of ${place} does not open`);
    return opened;
  };
  return {
    hash: (kind, ...parts) =>
      // Parts hold no line feed: they are ids.
      createHmac("sha256", hashKey)
        .update([kind, ...parts].join("\n"))
        .digest("hex"),
    seal: (place, data) => sealBox(boxKey, place, Buffer.from(JSON.stringify(data))),
    sealLarge: (place, data) =>
      sealBox(boxKey, place, deflateRawSync(JSON.stringify(data), { level: LEVEL })),
    open: (place, sealed, schema) => parseAs(schema, openAt(place, sealed)),
    openLarge: (place, sealed, schema) => parseAs(schema, inflateRawSync(openAt(place, sealed))),
  };
}

function parseAs<Data>(schema: z.ZodType<Data>, bytes: Uint8Array): Data {
  return schema.parse(JSON.parse(Buffer.from(bytes).toString("utf8")));
}
