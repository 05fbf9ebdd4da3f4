import type { Edit, Records } from "../store/types.ts";

/** What goes when people go: their documents, and the records of their attachments. */
export function removalOf(
  ids: readonly string[],
  { attachments }: Pick<Records, "attachments">,
): Pick<Edit, "removePeople" | "removeAttachments"> {
  const gone = new Set(ids);
  const removeAttachments = [...attachments.values()]
    .filter(({ personId }) => gone.has(personId))
    .map(({ id }) => id);
  return { removePeople: ids, removeAttachments };
}
