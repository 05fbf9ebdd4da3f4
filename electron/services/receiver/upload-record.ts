import type { Upload } from "@tus/server";
import { z } from "zod";
import { id, record, wholeNumber } from "../../../shared/records/fields.ts";
import { sha256, uuidV7 } from "../../../shared/submission/fields.ts";
import type { StoredUpload, UploadClaim } from "./upload-store.ts";

/** An upload's metadata (tus 1.0, `Upload-Metadata`): ids and a hash, nothing about people. */

const claimSchema = record({
  unitId: id(),
  packageId: uuidV7(),
  sha256: sha256(),
  size: wholeNumber(1, Number.MAX_SAFE_INTEGER),
});

/** What an upload claims to be; null where it does not say so in the prescribed form. */
export function readClaim({
  metadata,
  size,
}: Pick<Upload, "metadata" | "size">): UploadClaim | null {
  return claimSchema.safeParse({ ...metadata, size }).data ?? null;
}

/** An upload of the tus server as ours, so many bytes of it there; null for one that is none of ours. */
export function readUpload(upload: Upload, offset = upload.offset): StoredUpload | null {
  const claim = readClaim(upload);
  const begunAt = Date.parse(upload.creation_date ?? "");
  if (claim === null || Number.isNaN(begunAt)) return null;
  return { ...claim, id: upload.id, offset, begunAt };
}

/** Names of uploads: hexadecimal, so that they are good names of files and objects. */
export const UPLOAD_ID = /^[0-9a-f]{32}$/;

/** What tus keeps of an upload in its own words, checked when it is read back. */
export const keptUploadSchema = z.looseObject({
  id: z.string().regex(UPLOAD_ID),
  size: z.number().int().positive(),
  offset: z.number().int().nonnegative(),
  metadata: z.record(z.string(), z.string().nullable()),
  creation_date: z.string(),
});
