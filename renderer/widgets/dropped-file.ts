export type FileVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "type"; readonly types: string }
  | { readonly ok: false; readonly reason: "size"; readonly limit: string };

/** Whether a file may be taken in, by its name's ending or media type and its size. */
export function judgeFile(
  file: Pick<File, "name" | "type" | "size">,
  accept: string,
  maxBytes: number,
): FileVerdict {
  const patterns = accept
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== "");
  if (patterns.length > 0 && !patterns.some((pattern) => doesMatch(file, pattern))) {
    return { ok: false, reason: "type", types: patterns.join("、") };
  }
  if (file.size > maxBytes) return { ok: false, reason: "size", limit: sayBytes(maxBytes) };
  return { ok: true };
}

function doesMatch({ name, type }: Pick<File, "name" | "type">, pattern: string): boolean {
  if (pattern.startsWith(".")) return name.toLowerCase().endsWith(pattern);
  if (pattern.endsWith("/*")) return type.startsWith(pattern.slice(0, -1));
  return type === pattern;
}

const UNITS = ["B", "KB", "MB", "GB"] as const;

/** A size as people say it: 3.4 MB. */
export function sayBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 && !Number.isInteger(size) ? 1 : 0;
  return `${size.toFixed(digits)} ${UNITS[unit]}`;
}
