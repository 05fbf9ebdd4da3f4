import { z } from "zod";
import { type Catalogue, catalogueSchema } from "../../../shared/bureau/catalogue.ts";
import { admitPack, type PackAdmission } from "../../../shared/policy/pack-admission.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import {
  type PackStatement,
  packStatementSchema,
} from "../../../shared/submission/pack-statement.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import type { TrustPlace } from "../trust/trust-file.ts";
import { readTrustedBureau } from "../trust/trusted-bureau.ts";
import { isSamePack } from "./published.ts";
import { readRegister, type SealedRegister, writeRegister } from "./sealed-register.ts";
import { readCatalogueText, readPackText, type ReadText } from "./statement-text.ts";

/**
 * What a unit took of its bureau: the catalogue and policy packs. Only what the bureau's key in force signed
 * is taken; what was taken stays, sealed, when that key is renewed.
 */

const takenSchema = z.strictObject({
  catalogue: catalogueSchema.nullable(),
  packs: z.array(packStatementSchema),
});
export type Taken = z.infer<typeof takenSchema>;

const TAKEN: SealedRegister<Taken> = {
  name: "taken",
  schema: takenSchema,
  empty: { catalogue: null, packs: [] },
};

/** What a unit has taken so far. */
export async function readTaken(
  place: TrustPlace,
): Promise<{ readonly ok: true; readonly content: Taken } | TrustFaultResult> {
  return readRegister(TAKEN, place);
}

/** How an offered catalogue stands to the one on file: order comes from the number, never from a clock. */
export type Standing = "new" | "same" | "update" | "older";

export type OfferedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue; readonly standing: Standing }
  | TrustFaultResult;

/** Looks at a catalogue without taking it. */
export async function readOfferedCatalogue(
  place: TrustPlace,
  text: string,
): Promise<OfferedCatalogue> {
  const read = await readByBureau(place, text, readCatalogueText);
  if (!read.ok) return read;
  const taken = await readTaken(place);
  if (!taken.ok) return taken;
  const catalogue = read.statement;
  return { ok: true, catalogue, standing: standingOf(catalogue, taken.content.catalogue) };
}

/** Takes a catalogue; one that is older than the one on file is not taken. */
export async function takeCatalogue(place: TrustPlace, text: string): Promise<OfferedCatalogue> {
  const offered = await readOfferedCatalogue(place, text);
  if (!offered.ok || offered.standing === "same") return offered;
  if (offered.standing === "older") return { ok: false, code: "statement-older" };
  const taken = await readTaken(place);
  if (!taken.ok) return taken;
  const { catalogue } = offered;
  const written = await writeRegister(TAKEN, place, { ...taken.content, catalogue });
  return written.ok ? offered : written;
}

export type OfferedPack =
  | {
      readonly ok: true;
      readonly statement: PackStatement;
      /** Whether it can be taken. */
      readonly admission: PackAdmission;
    }
  | TrustFaultResult;

/** Looks at a policy pack without taking it. */
export async function readOfferedPack(place: TrustPlace, text: string): Promise<OfferedPack> {
  const read = await readByBureau(place, text, readPackText);
  if (!read.ok) return read;
  const taken = await readTaken(place);
  if (!taken.ok) return taken;
  const { statement } = read;
  const admission = admitPack(statement.pack, packsOf(taken.content), isSamePack);
  return { ok: true, statement, admission };
}

/** Takes a policy pack where it can stand beside the others; else nothing is changed. */
export async function takePack(place: TrustPlace, text: string): Promise<OfferedPack> {
  const offered = await readOfferedPack(place, text);
  if (!offered.ok || !offered.admission.ok) return offered;
  const taken = await readTaken(place);
  if (!taken.ok) return taken;
  const packs = [...taken.content.packs, offered.statement];
  const written = await writeRegister(TAKEN, place, { ...taken.content, packs });
  return written.ok ? offered : written;
}

/** Every pack that a unit can decide by: what its bureau confirmed goes before what ships, the latest first. */
export function packsOf({ packs }: Taken): readonly Pack[] {
  return [...packs.map(({ pack }) => pack).toReversed(), ...SHIPPED_PACKS];
}

async function readByBureau<Statement>(
  place: TrustPlace,
  text: string,
  read: (
    text: string,
    signers: readonly Parameters<typeof readPackText>[1][number][],
  ) => Promise<ReadText<Statement>>,
): Promise<ReadText<Statement>> {
  const trusted = await readTrustedBureau(place);
  if (!trusted.ok) return trusted;
  const { card, revokedAt } = trusted.bureau;
  if (revokedAt !== null) return { ok: false, code: "key-revoked" };
  return read(text, [card.keys]);
}

function standingOf(offered: Catalogue, onFile: Catalogue | null): Standing {
  if (onFile === null) return "new";
  if (offered.serial === onFile.serial && offered.issuedAt === onFile.issuedAt) return "same";
  return offered.serial < onFile.serial ? "older" : "update";
}
