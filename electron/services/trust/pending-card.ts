import { rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { readSealedJson, writeSealedJson } from "../keys/sealer.ts";
import type { TrustPlace } from "./trust-file.ts";

/**
 * A card with another key that the bureau's receiver offers. A changed key is never taken silently: the card
 * waits here until a person has looked at both fingerprints.
 */

const LABEL = "trust/pending";
const pendingSchema = z.strictObject({ text: z.string() });

function pathOf({ dataFolder }: TrustPlace): string {
  return join(dataFolder, "trust", "pending.sealed");
}

/** The text of the waiting card; null where none waits. One that is damaged is fetched again some day. */
export async function readPendingCard(place: TrustPlace): Promise<string | null> {
  const read = await readSealedJson(place.sealer, pathOf(place), LABEL);
  if (!read.ok) return null;
  return pendingSchema.safeParse(read.data).data?.text ?? null;
}

/** Lets a card wait in the place of the one before. */
export async function keepPendingCard(place: TrustPlace, text: string): Promise<void> {
  await writeSealedJson(place.sealer, pathOf(place), LABEL, { text });
}

/** Nothing waits any more. */
export async function dropPendingCard(place: TrustPlace): Promise<void> {
  await rm(pathOf(place), { force: true });
}
