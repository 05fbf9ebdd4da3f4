import { formatBeijing } from "../calendar/instant.ts";
import { type ManifestLine, readManifest } from "./manifest-lines.ts";
import type { PackageManifest } from "./package-manifest.ts";

/** The bag around a package's payload (RFC 8493): its tag files, and what must be in it. */

export const BAGIT_FILE = "bagit.txt";
export const BAG_INFO_FILE = "bag-info.txt";
export const MANIFEST_FILE = "manifest-sha256.txt";
export const TAG_MANIFEST_FILE = "tagmanifest-sha256.txt";
export const SIGNATURE_FILE = "signature.jws";
export const SM2_SIGNATURE_FILE = "signature.sm2";

/** Below it lies what is sent; the rest describes and signs it. */
export const PAYLOAD_FOLDER = "data/";

/** `bagit.txt`, to the byte. */
export const BAGIT_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** What `tagmanifest-sha256.txt` covers; it and the signatures over it cannot cover themselves. */
export const COVERED_TAG_FILES = [BAGIT_FILE, BAG_INFO_FILE, MANIFEST_FILE] as const;
const SIGNED_OVER_FILES: ReadonlySet<string> = new Set([
  TAG_MANIFEST_FILE,
  SIGNATURE_FILE,
  SM2_SIGNATURE_FILE,
]);

/** How much the payload is: RFC 8493's Payload-Oxum. */
export interface PayloadSize {
  readonly bytes: number;
  readonly files: number;
}

/** `bag-info.txt` of a package: RFC 8493's labels where it has one, our own for the chain. */
export function bagInfoOf(
  manifest: PackageManifest,
  { bytes, files }: PayloadSize,
): readonly (readonly [label: string, value: string])[] {
  const { unit, bureau, cycle, previous } = manifest;
  return [
    ["Source-Organization", tagValue(unit.name)],
    ["Internal-Sender-Identifier", unit.id],
    ["External-Identifier", manifest.id],
    // The calendar day of those who made it, as the cover sheet has it.
    ["Bagging-Date", formatBeijing(manifest.createdAt).slice(0, "2026-09-01".length)],
    ["Payload-Oxum", `${bytes}.${files}`],
    ["Submission-Year", String(cycle.year)],
    ["Submission-Revision", String(manifest.revision)],
    ["Submission-Recipient", bureau.id],
    ["Submission-Recipient-Key", bureau.kid],
    ...(previous === null ? [] : [["Previous-Tagmanifest-SHA256", previous] as const]),
  ];
}

/** Other readers of bags break lines at every separator that Unicode knows. */
function tagValue(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** Writes `bag-info.txt`. */
export function writeBagInfo(labels: ReturnType<typeof bagInfoOf>): string {
  return labels.map(([label, value]) => `${label}: ${value}\n`).join("");
}

const LABEL = /^([A-Za-z0-9-]+): (\S|\S.*\S)$/u;

/** Reads `bag-info.txt`: one label a line, none folded, none twice; null for anything else. */
export function readBagInfo(text: string): ReadonlyMap<string, string> | null {
  if (!text.endsWith("\n")) return null;
  const labels = new Map<string, string>();
  for (const line of text.slice(0, -1).split("\n")) {
    const [, label, value] = LABEL.exec(line) ?? [];
    if (label === undefined || value === undefined || labels.has(label)) return null;
    labels.set(label, value);
  }
  return labels;
}

/** The texts of a bag's tag files, as they were found; undefined for one that is not there. */
export interface BagTexts {
  readonly bagit: string | undefined;
  readonly bagInfo: string | undefined;
  readonly manifest: string | undefined;
  readonly tagManifest: string | undefined;
}

export type BagFault = "bag-missing" | "bag-extra" | "bag-syntax" | "bag-uncovered";

/** What a bag claims to hold, each file with its hash, still to be compared with the files themselves. */
export type BagReading =
  | {
      readonly ok: true;
      readonly bagInfo: ReadonlyMap<string, string>;
      readonly lines: readonly ManifestLine[];
    }
  | { readonly ok: false; readonly code: BagFault; readonly path: string };

/** Reads the tag files of a bag and compares what they name with the files that are there. */
export function readBag(texts: BagTexts, paths: readonly string[]): BagReading {
  const missing = missingTagFile(texts);
  if (missing !== null) return refuse("bag-missing", missing);
  const bagInfo = readBagInfo(texts.bagInfo ?? "");
  const manifest = readManifest(texts.manifest ?? "");
  const tagManifest = readManifest(texts.tagManifest ?? "");
  if (texts.bagit !== BAGIT_TEXT) return refuse("bag-syntax", BAGIT_FILE);
  if (bagInfo === null) return refuse("bag-syntax", BAG_INFO_FILE);
  if (manifest === null || !manifest.every(isPayload)) return refuse("bag-syntax", MANIFEST_FILE);
  if (tagManifest?.some(isPayload) !== false) return refuse("bag-syntax", TAG_MANIFEST_FILE);
  const lines = [...manifest, ...tagManifest];
  const fault = compareFiles(lines, paths);
  return fault ?? { ok: true, bagInfo, lines };
}

function refuse(code: BagFault, path: string): BagReading & { readonly ok: false } {
  return { ok: false, code, path };
}

function missingTagFile({ bagit, bagInfo, manifest, tagManifest }: BagTexts): string | null {
  if (bagit === undefined) return BAGIT_FILE;
  if (bagInfo === undefined) return BAG_INFO_FILE;
  if (manifest === undefined) return MANIFEST_FILE;
  return tagManifest === undefined ? TAG_MANIFEST_FILE : null;
}

function isPayload({ path }: Pick<ManifestLine, "path">): boolean {
  return path.startsWith(PAYLOAD_FOLDER);
}

/** Named and missing; there and not named; tag files that no line covers; tag files that nobody knows. */
function compareFiles(
  lines: readonly ManifestLine[],
  paths: readonly string[],
): (BagReading & { readonly ok: false }) | null {
  const there = new Set(paths);
  const named = new Set(lines.map(({ path }) => path));
  const uncovered = COVERED_TAG_FILES.find((path) => !named.has(path));
  if (uncovered !== undefined) return refuse("bag-uncovered", uncovered);
  const missing = lines.find(({ path }) => !there.has(path));
  if (missing !== undefined) return refuse("bag-missing", missing.path);
  const surplus = paths.find((path) => isPayload({ path }) && !named.has(path));
  if (surplus !== undefined) return refuse("bag-extra", surplus);
  const tags = paths.filter((path) => !isPayload({ path }) && !SIGNED_OVER_FILES.has(path));
  const loose = tags.find((path) => !named.has(path));
  if (loose !== undefined) return refuse("bag-uncovered", loose);
  const known: readonly string[] = COVERED_TAG_FILES;
  const strange = [...tags, ...named].find((path) => !isPayload({ path }) && !known.includes(path));
  return strange === undefined ? null : refuse("bag-extra", strange);
}
