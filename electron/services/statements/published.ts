import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  type Catalogue,
  CATALOGUE_FORMAT,
  type CatalogueDraft,
  catalogueDraftSchema,
  catalogueSchema,
  checkCatalogue,
} from "../../../shared/bureau/catalogue.ts";
import { formatInstant } from "../../../shared/calendar/instant.ts";
import { admitPack, type PackAdmission } from "../../../shared/policy/pack-admission.ts";
import { type Pack, packSchema } from "../../../shared/policy/pack.ts";
import { putPackDraft } from "../../../shared/policy/pack-drafts.ts";
import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import {
  PACK_STATEMENT_FORMAT,
  type PackStatement,
  packStatementSchema,
} from "../../../shared/submission/pack-statement.ts";
import type { BureauProfile } from "../../../shared/submission/profiles.ts";
import { SIGNATURE_TYPES, type SignatureType } from "../../../shared/submission/signature-types.ts";
import { makeFolder, writeDurably } from "../files/durable.ts";
import { orFileFault } from "../files/faults.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import { packDigest } from "../packages/pack-digest.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import { readRegister, type SealedRegister, writeRegister } from "./sealed-register.ts";

/**
 * What a bureau publishes to its units: the catalogue of each year and policy packs. What is worked on and
 * what was issued lies sealed; the signed texts lie in `<data>/statements`, from where the receiver gives
 * them out, and can be made anew at any time.
 */

const publishedSchema = z.strictObject({
  drafts: z.array(catalogueDraftSchema),
  catalogues: z.array(catalogueSchema),
  packDrafts: z.array(packSchema),
  packs: z.array(packStatementSchema),
});
export type Published = z.infer<typeof publishedSchema>;

const PUBLISHED: SealedRegister<Published> = {
  name: "published",
  schema: publishedSchema,
  empty: { drafts: [], catalogues: [], packDrafts: [], packs: [] },
};

export interface Publisher {
  readonly dataFolder: string;
  readonly keys: UnlockedKeys;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Done<Value> = ({ readonly ok: true } & Value) | TrustFaultResult;

/** All that a bureau works on and has issued. */
export async function readPublished({
  dataFolder,
  keys,
}: Omit<Publisher, "now">): Promise<Done<{ readonly content: Published }>> {
  return readRegister(PUBLISHED, { dataFolder, sealer: keys.sealer });
}

/** Keeps a catalogue that is worked on, in the place of the one of its year. */
export async function keepCatalogueDraft(
  publisher: Publisher,
  draft: CatalogueDraft,
): Promise<Done<object>> {
  return change(publisher, (content) => ({
    ...content,
    drafts: [...content.drafts.filter(({ year }) => year !== draft.year), draft].toSorted(
      (a, b) => a.year - b.year,
    ),
  }));
}

/** Keeps a pack that is worked on, in the place of the one of its id; null drops it. */
export async function keepPackDraft(
  publisher: Publisher,
  id: string,
  draft: Pack | null,
): Promise<Done<object>> {
  return change(publisher, (content) => ({
    ...content,
    packDrafts: putPackDraft(content.packDrafts, id, draft),
  }));
}

/** Signs a catalogue and publishes it. */
export async function issueCatalogue(
  publisher: Publisher,
  bureau: BureauProfile,
  draft: CatalogueDraft,
): Promise<Done<{ readonly catalogue: Catalogue; readonly text: string }>> {
  const read = await readPublished(publisher);
  if (!read.ok) return read;
  const catalogue: Catalogue = {
    format: CATALOGUE_FORMAT,
    bureau,
    serial: nextSerial(read.content.catalogues),
    issuedAt: formatInstant(publisher.now),
    ...draft,
  };
  const checked = checkCatalogue(catalogue);
  if (!checked.ok) return { ok: false, code: "statement-content", issues: checked.issues };
  const written = await change(publisher, (content) => ({
    ...content,
    drafts: content.drafts.filter(({ year }) => year !== draft.year),
    catalogues: [...content.catalogues, catalogue],
  }));
  if (!written.ok) return written;
  const published = await publish(publisher);
  if (!published.ok) return published;
  const text = await sign(publisher, SIGNATURE_TYPES.catalogue, catalogue);
  return { ok: true, catalogue, text };
}

/** Signs a policy pack and publishes it, unless it cannot stand beside the others. */
export async function issuePack(
  publisher: Publisher,
  bureau: BureauProfile,
  pack: Pack,
): Promise<
  | Done<{ readonly statement: PackStatement; readonly text: string }>
  | { readonly ok: false; readonly admission: PackAdmission & { readonly ok: false } }
> {
  const read = await readPublished(publisher);
  if (!read.ok) return read;
  const others = [...SHIPPED_PACKS, ...read.content.packs.map((one) => one.pack)];
  const admission = admitPack(pack, others, isSamePack);
  if (!admission.ok) return { ok: false, admission };
  const statement: PackStatement = {
    format: PACK_STATEMENT_FORMAT,
    bureau,
    serial: nextSerial(read.content.packs),
    issuedAt: formatInstant(publisher.now),
    pack,
  };
  const written = await change(publisher, (content) => ({
    ...content,
    packDrafts: content.packDrafts.filter(({ id }) => id !== pack.id),
    packs: [...content.packs, statement],
  }));
  if (!written.ok) return written;
  const published = await publish(publisher);
  if (!published.ok) return published;
  return {
    ok: true,
    statement,
    text: await sign(publisher, SIGNATURE_TYPES.policyPack, statement),
  };
}

/** The signed text of something that was issued before. */
export async function textOfCatalogue(publisher: Publisher, catalogue: Catalogue): Promise<string> {
  return sign(publisher, SIGNATURE_TYPES.catalogue, catalogue);
}

/** The signed text of a pack that was issued before. */
export async function textOfPack(publisher: Publisher, statement: PackStatement): Promise<string> {
  return sign(publisher, SIGNATURE_TYPES.policyPack, statement);
}

const FOLDER = "statements";

/**
 * Puts the signed texts where the receiver gives them out: the newest catalogue and every pack, signed by
 * the key of today. Done anew after a renewed key or a crash.
 */
export async function publish(publisher: Publisher): Promise<Done<object>> {
  const read = await readPublished(publisher);
  if (!read.ok) return read;
  const { catalogues, packs } = read.content;
  const newest = catalogues.toSorted((a, b) => b.serial - a.serial)[0];
  const texts = new Map<string, string>();
  if (newest !== undefined) {
    const text = await sign(publisher, SIGNATURE_TYPES.catalogue, newest);
    texts.set(`catalogue-${newest.serial}.jcc`, text);
  }
  for (const one of packs) {
    const text = await sign(publisher, SIGNATURE_TYPES.policyPack, one);
    texts.set(`pack-${one.serial}.jcy`, text);
  }
  return orFileFault(async () => {
    await replaceTexts(join(publisher.dataFolder, FOLDER), texts);
    return { ok: true };
  });
}

async function replaceTexts(folder: string, texts: ReadonlyMap<string, string>): Promise<void> {
  await makeFolder(folder);
  for (const [name, text] of texts) await writeDurably(join(folder, name), text);
  for (const name of await readdir(folder)) {
    if (!texts.has(name)) await rm(join(folder, name), { force: true });
  }
}

async function sign({ keys }: Publisher, typ: SignatureType, statement: object): Promise<string> {
  return `${await keys.signAttached(typ, statement)}\n`;
}

async function change(
  { dataFolder, keys }: Publisher,
  alter: (content: Published) => Published,
): Promise<Done<object>> {
  const place = { dataFolder, sealer: keys.sealer };
  const read = await readRegister(PUBLISHED, place);
  return read.ok ? writeRegister(PUBLISHED, place, alter(read.content)) : read;
}

function nextSerial(issued: readonly { readonly serial: number }[]): number {
  return issued.reduce((highest, { serial }) => Math.max(highest, serial), 0) + 1;
}

/** Compares packs to the byte. */
export function isSamePack(one: Pack, other: Pack): boolean {
  return packDigest(one) === packDigest(other);
}
