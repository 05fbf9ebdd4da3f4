import type { OutputOf } from "../../shared/bridge/methods.ts";
import { parseInstant } from "../../shared/calendar/instant.ts";
import type { AttachmentRecord, HistoryEntry } from "../store/types.ts";

type StoredFile = OutputOf<"attachments.list">["files"][number];

/** A file just taken in may belong to a form that is not saved yet. */
const REST_MS = 3_600_000;

/** Stored files that no record refers to, but for those taken in within the last hour. */
export function unreferencedFiles(
  files: readonly StoredFile[],
  attachments: Iterable<Pick<AttachmentRecord, "sha256">>,
  now: number,
): readonly StoredFile[] {
  const used = new Set<string>();
  for (const { sha256 } of attachments) used.add(sha256);
  return files.filter(({ sha256, addedAt }) => {
    const at = parseInstant(addedAt);
    return !used.has(sha256) && (at === null || now - at >= REST_MS);
  });
}

/** So many of the last changes can be undone with their files. */
export const LAST_CHANGES = 50;

/** The attachments that some changes put or removed: undoing or repeating these asks for their files. */
export function attachmentsIn(
  history: readonly Pick<HistoryEntry, "changes">[],
): readonly Pick<AttachmentRecord, "sha256">[] {
  return history.flatMap(({ changes }) =>
    changes.flatMap(({ table, before, after }) =>
      table === "attachment"
        ? [before, after].filter((one) => one !== null).map((one) => one as AttachmentRecord)
        : [],
    ),
  );
}

/** How many bytes some files come to. */
export function sumSizes(files: readonly Pick<StoredFile, "size">[]): number {
  return files.reduce((sum, { size }) => sum + size, 0);
}
