import {
  BAG_INFO_FILE,
  BAGIT_FILE,
  MANIFEST_FILE,
  PAYLOAD_FOLDER,
  readBag,
  TAG_MANIFEST_FILE,
} from "../../../shared/submission/bag.ts";
import type { ManifestLine } from "../../../shared/submission/manifest-lines.ts";
import type { PayloadFile } from "../../../shared/submission/package-contents.ts";
import { type Container, openContainer } from "../container/open-container.ts";
import { CONTAINER_LIMITS, type ContainerLimits } from "../zip/limits.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";

/** A package that is whole and whose bag is in order; who made it is still to be seen. */
export interface OpenBag {
  readonly bagInfo: ReadonlyMap<string, string>;
  /** Everything below `data/`, named from there. */
  readonly payload: readonly PayloadFile[];
  /** What is signed. */
  readonly tagManifest: Uint8Array;
  /** Its SHA-256: what the package is. */
  readonly tagmanifest: string;
  /** A file of the bag; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** A file's bytes as they come. */
  readonly stream: (path: string) => AsyncIterable<Uint8Array>;
  readonly close: () => Promise<void>;
}

export type OpenedBag = { readonly ok: true; readonly bag: OpenBag } | PackageRefusal;

/** Opens a package file and checks everything that can be checked without knowing who sent it. */
export async function openBag(
  path: string,
  identities: readonly string[],
  limits: ContainerLimits = CONTAINER_LIMITS,
): Promise<OpenedBag> {
  const opened = await openContainer(path, identities, limits);
  if (!opened.ok) return refusePackage(opened.code);
  const { container } = opened;
  let isKept = false;
  try {
    const checked = await checkBag(container, limits);
    isKept = checked.ok;
    return checked;
  } finally {
    if (!isKept) await container.close();
  }
}

async function checkBag(container: Container, limits: ContainerLimits): Promise<OpenedBag> {
  const sizes = new Map(container.entries.map(({ name, size }) => [name, size]));
  const huge = [...sizes].find(([name, size]) => isReadWhole(name) && size > limits.wholeBytes);
  if (huge !== undefined) return refusePackage("zip-too-big", huge[0]);
  const read = async (name: string) => (sizes.has(name) ? container.read(name) : null);
  const tagManifest = await read(TAG_MANIFEST_FILE);
  const bag = readBag(
    {
      bagit: asText(await read(BAGIT_FILE)),
      bagInfo: asText(await read(BAG_INFO_FILE)),
      manifest: asText(await read(MANIFEST_FILE)),
      tagManifest: asText(tagManifest),
    },
    [...sizes.keys()],
  );
  if (!bag.ok) return refusePackage(bag.code, bag.path);
  if (tagManifest === null) throw new Error("a bag without a tagmanifest was taken");
  const changed = bag.lines.find(({ path, sha256 }) => container.digest(path) !== sha256);
  if (changed !== undefined) return refusePackage("bag-hash", changed.path);
  const { bagInfo, lines } = bag;
  const tagmanifest = container.digest(TAG_MANIFEST_FILE);
  const payload = payloadOf(lines, sizes);
  const { stream, close } = container;
  return { ok: true, bag: { bagInfo, payload, tagManifest, tagmanifest, read, stream, close } };
}

/** Tag files and documents; scans and workbooks are only looked at as they stream by. */
function isReadWhole(name: string): boolean {
  return !/^data\/(?:attachments|forms)\//.test(name);
}

/** What is not UTF-8 becomes a text that no reader takes. */
function asText(bytes: Uint8Array | null): string | undefined {
  return bytes === null ? undefined : (decodeText(bytes) ?? "\uFFFD");
}

/** Strict UTF-8, a byte order mark kept; null for anything else. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function payloadOf(
  lines: readonly ManifestLine[],
  sizes: ReadonlyMap<string, number>,
): readonly PayloadFile[] {
  return lines
    .filter(({ path }) => path.startsWith(PAYLOAD_FOLDER))
    .map(({ path, sha256 }) => {
      const size = sizes.get(path) ?? 0;
      return { path: path.slice(PAYLOAD_FOLDER.length), size, sha256 };
    });
}
