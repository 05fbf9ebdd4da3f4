import type { SubmittedAttachment } from "../../../shared/submission/recommendation-file.ts";
import { sourceOnDisk } from "../zip/disk-source.ts";
import { measurePieces } from "../zip/entry-figures.ts";
import type { FileSource } from "../zip/zip-writer.ts";

/** Scans on their way into a package. */

/** An attachment with the file behind it. */
export interface AttachmentInput {
  readonly listed: SubmittedAttachment;
  readonly source: FileSource;
}

/** Reads a scan once and keeps its figures: it is checked against them when it is packed. */
export async function takeAttachment(
  path: string,
  about: Pick<SubmittedAttachment, "extension" | "personId" | "kind" | "title">,
): Promise<AttachmentInput> {
  const known = await measurePieces(sourceOnDisk(path).open());
  const { size, sha256 } = known;
  return { listed: { ...about, sha256, size }, source: sourceOnDisk(path, known) };
}
