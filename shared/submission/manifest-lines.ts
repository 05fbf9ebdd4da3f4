import { isSha256 } from "./fields.ts";

/**
 * `manifest-sha256.txt` and `tagmanifest-sha256.txt` (RFC 8493, 2.1.3 and 2.2.1), as `sha256sum` writes
 * and checks them. The RFC leaves room in how a line is written; here there is one way, so that every
 * byte of a line counts.
 */

export interface ManifestLine {
  /** From the bag's root. */
  readonly path: string;
  readonly sha256: string;
}

const LINE = /^([0-9a-f]{64}) {2}([^\s].*)$/;
const SEGMENT = /^[a-z0-9][a-z0-9._-]*$/;

/** True for a path that may stand in a bag: lower-case ASCII segments, none of them `.` or `..`. */
export function isBagPath(path: string): boolean {
  return path.split("/").every((segment) => SEGMENT.test(segment));
}

/** The lines in the order given. */
export function writeManifest(lines: readonly ManifestLine[]): string {
  for (const { path, sha256 } of lines) {
    if (!isBagPath(path) || !isSha256(sha256)) throw new RangeError(`no manifest line: ${path}`);
  }
  return lines.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join("");
}

/**
 * Reads a manifest; null for anything but whole lines of a lower-case hash, two blanks and a path that
 * may stand in a bag, each path once.
 */
export function readManifest(text: string): readonly ManifestLine[] | null {
  if (!text.endsWith("\n")) return null;
  const lines: ManifestLine[] = [];
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split("\n")) {
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) return null;
    if (!isBagPath(path) || seen.has(path)) return null;
    seen.add(path);
    lines.push({ path, sha256 });
  }
  return lines;
}
