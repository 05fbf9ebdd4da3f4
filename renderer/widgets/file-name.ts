/** A name that Windows takes for a file: without the signs that it forbids, and no longer than it allows. */
export function safeFileName(name: string, ending: string): string {
  const cleaned = name
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "")
    .trim()
    .replaceAll(/[.\s]+$/g, "");
  return `${cleaned.slice(0, 100)}${ending}`;
}
