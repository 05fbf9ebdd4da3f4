import type { AttachmentRecord, Records } from "../store/types.ts";

/** A person's attachments, the oldest first. */
export function attachmentsOf(
  { attachments }: Pick<Records, "attachments">,
  personId: string,
): readonly AttachmentRecord[] {
  return [...attachments.values()]
    .filter((one) => one.personId === personId)
    .toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1));
}
