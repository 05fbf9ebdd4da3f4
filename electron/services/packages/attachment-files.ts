import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { crc32 } from "node:zlib";
import type { SubmittedAttachment } from "../../../shared/submission/recommendation-file.ts";
import type { FileSource } from "../zip/zip-writer.ts";

/** Scans on their way into a package. */

const PIECE_BYTES = 1_048_576;

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
  const open = () => createReadStream(path, { highWaterMark: PIECE_BYTES });
  const hash = createHash("sha256");
  let size = 0;
  let checksum = 0;
  for await (const piece of open() as AsyncIterable<Buffer>) {
    hash.update(piece);
    checksum = crc32(piece, checksum);
    size += piece.length;
  }
  const sha256 = hash.digest("hex");
  return {
    listed: { ...about, sha256, size },
    source: { open, known: { size, crc32: checksum, sha256 } },
  };
}
