import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { PRIVATE_FILE, unfinishedName } from "../files/durable.ts";
import { isMissing } from "../files/faults.ts";
import { countsSchema } from "./line.ts";

/**
 * The last entry that was acknowledged, beside the journal: a journal that ends before it was cut. Written
 * after the entry is on the disk and not flushed itself, so it may lag behind but never runs ahead.
 */

const NAME = "last-known.json";

const lastKnownSchema = z.strictObject({
  number: z.number().int().nonnegative(),
  counts: countsSchema,
});
export type LastKnown = z.infer<typeof lastKnownSchema>;

/** Null where there is none, or a power cut left it half written. */
export async function readLastKnown(folder: string): Promise<LastKnown | null> {
  try {
    const parsed = lastKnownSchema.safeParse(parseJson(await readFile(join(folder, NAME), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Puts it in place of the one that was. */
export async function writeLastKnown(folder: string, known: LastKnown): Promise<void> {
  const path = join(folder, NAME);
  const unfinished = unfinishedName(path);
  await writeFile(unfinished, JSON.stringify(known), { mode: PRIVATE_FILE, flag: "wx" });
  await rename(unfinished, path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
