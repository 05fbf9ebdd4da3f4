import { z } from "zod";
import { catalogueDraftSchema, catalogueSchema } from "../bureau/catalogue.ts";
import { type Pack, packSchema } from "../policy/pack.ts";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const STATEMENT_BYTES = 8 * 1024 * 1024;
const PACK_BYTES = 4 * 1024 * 1024;

/** A pack of the shelf was checked when it came in. */
const knownPack = z.custom<Pack>((value) => typeof value === "object" && value !== null);
const sha256 = z.string();

const shelvedPack = z.object({
  pack: knownPack,
  /** SHA-256 of its canonical JSON, by which packages name it. */
  sha256,
  /** `shipped` with the program · `issued` by this bureau · `taken` from the unit's bureau. */
  origin: z.enum(["shipped", "issued", "taken"]),
  bureauName: z.string().nullable(),
  issuedAt: z.string().nullable(),
});
export type ShelvedPack = z.infer<typeof shelvedPack>;

const admission = z.object({
  canBeTaken: z.boolean(),
  /** Why not, in a sentence; null where it can. */
  reason: z.string().nullable(),
});

/** 政策包 of either side. */
const PACKS_METHODS = {
  /** Every pack that this data folder decides by, and, at a bureau, those that are worked on. */
  "packs.list": {
    input: nothing,
    output: z.object({ packs: z.array(shelvedPack), drafts: z.array(knownPack) }),
  },
  /** Unit: looks at a .jcy without taking it. */
  "packs.read": {
    input: nothing,
    output: z.object({ offered: shelvedPack, ...admission.shape }),
    mostBytes: STATEMENT_BYTES,
  },
  /** Unit: takes a .jcy of its bureau. */
  "packs.take": {
    input: nothing,
    output: z.object({ taken: shelvedPack }),
    mostBytes: STATEMENT_BYTES,
  },
  /** Bureau: keeps a pack that is worked on; null drops it. */
  "packs.keepDraft": {
    input: z.strictObject({ id: z.string().min(1).max(100), draft: packSchema.nullable() }),
    mostInputBytes: PACK_BYTES,
    output: z.object({}),
  },
  /** Bureau: signs a pack; the bytes of the .jcy stand beside the output. */
  "packs.issue": {
    input: z.strictObject({ pack: packSchema }),
    mostInputBytes: PACK_BYTES,
    output: z.object({ fileName: z.string(), issued: shelvedPack }),
  },
  /** Bureau: the .jcy of a pack that was issued before. */
  "packs.file": {
    input: z.strictObject({ id: z.string().min(1).max(100) }),
    output: z.object({ fileName: z.string() }),
  },
} as const satisfies Record<string, MethodSpec>;

/** 基层单位目录清单 of either side. */
const CATALOGUE_METHODS = {
  /** What a bureau works on and has issued, or what a unit has taken. */
  "catalogue.state": {
    input: nothing,
    output: z.object({
      drafts: z.array(catalogueDraftSchema),
      issued: z.array(catalogueSchema),
      taken: catalogueSchema.nullable(),
    }),
  },
  /** Bureau: keeps the version of a year that is worked on. */
  "catalogue.keepDraft": {
    input: z.strictObject({ draft: catalogueDraftSchema }),
    mostInputBytes: STATEMENT_BYTES,
    output: z.object({}),
  },
  /** Bureau: signs a version; the bytes of the .jcc stand beside the output. */
  "catalogue.issue": {
    input: z.strictObject({ draft: catalogueDraftSchema }),
    mostInputBytes: STATEMENT_BYTES,
    output: z.object({ fileName: z.string(), catalogue: catalogueSchema }),
  },
  /** Bureau: the .jcc of a version that was issued before. */
  "catalogue.file": {
    input: z.strictObject({ serial: z.number().int().positive() }),
    output: z.object({ fileName: z.string() }),
  },
  /** Unit: looks at a .jcc without taking it. */
  "catalogue.read": {
    input: nothing,
    output: z.object({
      catalogue: catalogueSchema,
      standing: z.enum(["new", "same", "update", "older"]),
    }),
    mostBytes: STATEMENT_BYTES,
  },
  /** Unit: takes a .jcc of its bureau. */
  "catalogue.take": {
    input: nothing,
    output: z.object({ catalogue: catalogueSchema }),
    mostBytes: STATEMENT_BYTES,
  },
} as const satisfies Record<string, MethodSpec>;

/** What a bureau publishes to its units, each a signed file. */
export const STATEMENTS_METHODS = {
  ...PACKS_METHODS,
  ...CATALOGUE_METHODS,
} as const satisfies Record<string, MethodSpec>;
