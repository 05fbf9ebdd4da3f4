import type { ZipFaultCode } from "./fault.ts";

/**
 * The names in a package (package.md, layer 2). One narrow rule keeps out encodings, normal forms, case,
 * separators, drives, streams and control characters at once; titles in Chinese stand in the records.
 */

export const ROOT = "bag/";

const SEGMENT = /^[a-z0-9][a-z0-9._-]*$/;
/** Windows opens a device under these names, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;
const MOST_BYTES = 200;
const MOST_SEGMENTS = 6;

/** Why a full name (`bag/…`) cannot stand in a package; null for a good one. */
export function faultOfName(name: string): ZipFaultCode | null {
  const isFolder = name.endsWith("/");
  const segments = (isFolder ? name.slice(0, -1) : name).split("/");
  const isGood = segments.every(isGoodSegment);
  if (!isGood || name.length > MOST_BYTES || segments.length > MOST_SEGMENTS) return "zip-name";
  if (isFolder) return "zip-type";
  return name.startsWith(ROOT) ? null : "zip-roots";
}

/** Windows drops a dot at the end of a name, so that two names would become one. */
function isGoodSegment(segment: string): boolean {
  return SEGMENT.test(segment) && !segment.endsWith(".") && !DEVICE.test(segment);
}

/** Names that are taken, as a disk would take them. */
export class TakenNames {
  readonly #files = new Set<string>();
  readonly #folders = new Set<string>();

  /** Takes a name; tells why it cannot be taken: it is there, or is a folder there, or lies in a file. */
  take(name: string): "zip-duplicate" | "zip-collision" | null {
    if (this.#files.has(name)) return "zip-duplicate";
    const folders = foldersOf(name);
    if (this.#folders.has(name) || folders.some((folder) => this.#files.has(folder))) {
      return "zip-collision";
    }
    this.#files.add(name);
    for (const folder of folders) this.#folders.add(folder);
    return null;
  }
}

function foldersOf(name: string): readonly string[] {
  const segments = name.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}
