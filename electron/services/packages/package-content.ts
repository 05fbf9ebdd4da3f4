import { writeAssessments } from "../../../shared/submission/assessments-file.ts";
import {
  composeDocuments,
  composeManifest,
  type PackageDocuments,
  type PackageIdentity,
} from "../../../shared/submission/compose-package.ts";
import {
  ASSESSMENTS_DOCUMENT,
  MANIFEST_DOCUMENT,
  RECOMMENDATION_DOCUMENT,
  UNIT_DOCUMENT,
} from "../../../shared/submission/package-contents.ts";
import {
  type PackageManifest,
  writePackageManifest,
} from "../../../shared/submission/package-manifest.ts";
import {
  attachmentPath,
  writeRecommendationFile,
} from "../../../shared/submission/recommendation-file.ts";
import { writeSubmittedUnit } from "../../../shared/submission/submitted-unit.ts";
import type { UnlockedKeys } from "../keys/unlocked-keys.ts";
import type { ZipWriter } from "../zip/zip-writer.ts";
import type { AttachmentInput } from "./attachment-files.ts";
import { BagWriter } from "./bag-writer.ts";
import { makeForms, type MemoryFile } from "./forms.ts";
import { packDigest } from "./pack-digest.ts";
import { distinctFiles, type PackageOrder } from "./package-order.ts";

/** Everything that goes into a package, but for what describes and signs it. */
export interface PackageContent {
  readonly manifest: PackageManifest;
  readonly documents: PackageDocuments;
  readonly forms: readonly MemoryFile[];
  readonly attachments: readonly AttachmentInput[];
}

/** Draws up what an order asks for. */
export async function prepareContent(
  order: PackageOrder,
  identity: PackageIdentity,
  signal?: AbortSignal,
): Promise<PackageContent> {
  const { source, candidates, publicity } = order;
  const documents = composeDocuments({
    ...source,
    packSha256: packDigest(source.pack),
    recommended: candidates.map(({ candidate, ...confirmed }) => ({
      personId: candidate.person.id,
      assessment: candidate.assessment,
      ...confirmed,
    })),
    publicity,
    attachments: order.attachments.map(({ listed }) => listed),
    proceedings: order.proceedings,
  });
  const forms = await makeForms(order, signal);
  const attachments = distinctFiles(order.attachments);
  const files = [
    ...forms.map(({ path, bytes }) => ({ path, size: bytes.length })),
    ...attachments.map((one) => ({ path: attachmentPath(one.listed), size: one.listed.size })),
  ];
  return { manifest: composeManifest(identity, documents, files), documents, forms, attachments };
}

/** Writes a package's bag; gives the tagmanifest's SHA-256. */
export async function writeBag(
  zip: ZipWriter,
  { manifest, documents, forms, attachments }: PackageContent,
  keys: UnlockedKeys,
  hasSm2: boolean,
): Promise<string> {
  const bag = new BagWriter(zip);
  await bag.addText(MANIFEST_DOCUMENT, writePackageManifest(manifest));
  await bag.addText(UNIT_DOCUMENT, writeSubmittedUnit(documents.unit));
  const lines = [...writeAssessments(documents.head, documents.people)];
  await bag.addText(ASSESSMENTS_DOCUMENT, lines.join(""));
  await bag.addText(RECOMMENDATION_DOCUMENT, writeRecommendationFile(documents.recommendation));
  for (const { path, bytes } of forms) await bag.addFile(path, bytes);
  for (const { listed, source } of attachments) await bag.addFile(attachmentPath(listed), source);
  return bag.seal(manifest, keys, hasSm2);
}
