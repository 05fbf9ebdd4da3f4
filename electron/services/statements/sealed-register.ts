import { join } from "node:path";
import type { z } from "zod";
import { orFileFault } from "../files/faults.ts";
import { readSealedJson, writeSealedJson } from "../keys/sealer.ts";
import type { TrustFaultResult } from "../trust/fault.ts";
import type { TrustPlace } from "../trust/trust-file.ts";

/** One sealed file under `<data>/trust`, read and written as a whole. */
export interface SealedRegister<Content> {
  readonly name: string;
  readonly schema: z.ZodType<Content>;
  readonly empty: Content;
}

type ReadRegister<Content> = { readonly ok: true; readonly content: Content } | TrustFaultResult;

/** What the file holds; one that is not there yet is empty. */
export async function readRegister<Content>(
  { name, schema, empty }: SealedRegister<Content>,
  { dataFolder, sealer }: TrustPlace,
): Promise<ReadRegister<Content>> {
  const read = await orFileFault(async () =>
    readSealedJson(sealer, pathOf(dataFolder, name), labelOf(name)),
  );
  if (!read.ok) {
    if (read.code === "missing") return { ok: true, content: empty };
    return { ok: false, code: read.code === "damaged" ? "trust-damaged" : read.code };
  }
  const parsed = schema.safeParse(read.data);
  return parsed.success ? { ok: true, content: parsed.data } : { ok: false, code: "trust-damaged" };
}

/** Writes the file; it keeps its old content until the new one is on the disk. */
export async function writeRegister<Content>(
  { name }: SealedRegister<Content>,
  { dataFolder, sealer }: TrustPlace,
  content: Content,
): Promise<{ readonly ok: true } | TrustFaultResult> {
  return orFileFault(async () => {
    await writeSealedJson(sealer, pathOf(dataFolder, name), labelOf(name), content);
    return { ok: true };
  });
}

function pathOf(dataFolder: string, name: string): string {
  return join(dataFolder, "trust", `${name}.sealed`);
}

function labelOf(name: string): string {
  return `trust/${name}`;
}
