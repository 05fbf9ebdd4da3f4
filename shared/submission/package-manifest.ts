import { z } from "zod";
import { filledText, id, record, wholeNumber } from "../records/fields.ts";
import { type Checked, readDocument, writeDocument } from "../records/document.ts";
import { instant, sha256, uuidV7 } from "./fields.ts";
import { writtenCycleSchema } from "./written-cycle.ts";

/** `package.json` of a package: who sends what to whom, and where it stands in the unit's chain of revisions. */

export const PACKAGE_FORMAT = "jiceng.package/1";
export const HIGHEST_REVISION = 9_999;

const count = wholeNumber(0, 1_000_000_000_000);

/** Which policy pack the assessments rest on. */
export const packReferenceSchema = record({
  id: id(),
  /** Of the pack's canonical JSON. */
  sha256: sha256(),
});
export type PackReference = z.infer<typeof packReferenceSchema>;

export const packageManifestSchema = record({
  format: z.literal(PACKAGE_FORMAT),
  id: uuidV7(),
  unit: record({ id: id(), name: filledText(), creditCode: z.string().nullable() }),
  bureau: record({ id: id(), kid: filledText() }),
  cycle: writtenCycleSchema,
  revision: wholeNumber(1, HIGHEST_REVISION),
  /** SHA-256 of the previous revision's tagmanifest; null for the first. */
  previous: sha256().nullable(),
  createdAt: instant(),
  software: record({ name: filledText(), version: filledText() }),
  pack: packReferenceSchema,
  counts: record({
    people: count,
    assessments: count,
    forms: count,
    attachments: count,
    attachmentBytes: count,
  }),
});
export type PackageManifest = z.infer<typeof packageManifestSchema>;

/** Reads `package.json`. */
export function readPackageManifest(text: string): Checked<PackageManifest> {
  return readDocument(text, PACKAGE_FORMAT, packageManifestSchema);
}

/** Writes `package.json`. */
export function writePackageManifest(manifest: PackageManifest): string {
  return writeDocument(manifest);
}
