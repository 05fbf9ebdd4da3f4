import type { Checked } from "../../../shared/records/document.ts";
import type { Issue } from "../../../shared/records/issue.ts";
import { readAssessments } from "../../../shared/submission/assessments-file.ts";
import { PAYLOAD_FOLDER } from "../../../shared/submission/bag.ts";
import {
  ASSESSMENTS_DOCUMENT,
  checkContents,
  type ContentIssue,
  formatContentIssue,
  MANIFEST_DOCUMENT,
  type PackageContents,
  RECOMMENDATION_DOCUMENT,
  UNIT_DOCUMENT,
} from "../../../shared/submission/package-contents.ts";
import {
  type PackageManifest,
  readPackageManifest,
} from "../../../shared/submission/package-manifest.ts";
import { readRecommendationFile } from "../../../shared/submission/recommendation-file.ts";
import { readSubmittedUnit } from "../../../shared/submission/submitted-unit.ts";
import { decodeText, type OpenBag } from "./open-bag.ts";
import { type PackageRefusal, refusePackage } from "./package-refusal.ts";

/** Lines that a refusal carries; a file spoilt from end to end would give one for each field. */
const MOST_NOTES = 200;

/** Reads `package.json`, by which sender, recipient and place in the chain are told. */
export async function readManifestOf(
  bag: OpenBag,
): Promise<{ readonly ok: true; readonly manifest: PackageManifest } | PackageRefusal> {
  const read = await readDocumentOf(bag, MANIFEST_DOCUMENT, readPackageManifest);
  return read.ok ? { ok: true, manifest: read.value } : refuseContent(read.issues);
}

/** Reads all documents and holds them against each other; everything wrong is told at once. */
export async function readContents(
  bag: OpenBag,
  manifest: PackageManifest,
): Promise<{ readonly ok: true; readonly contents: PackageContents } | PackageRefusal> {
  const unit = await readDocumentOf(bag, UNIT_DOCUMENT, readSubmittedUnit);
  const assessments = await readDocumentOf(bag, ASSESSMENTS_DOCUMENT, readAssessments);
  const recommendation = await readDocumentOf(bag, RECOMMENDATION_DOCUMENT, readRecommendationFile);
  if (!unit.ok || !assessments.ok || !recommendation.ok) {
    return refuseContent(
      [unit, assessments, recommendation].flatMap((one) => (one.ok ? [] : one.issues)),
    );
  }
  const contents: PackageContents = {
    bagInfo: bag.bagInfo,
    manifest,
    unit: unit.value,
    assessments: assessments.value,
    recommendation: recommendation.value,
    files: bag.payload,
  };
  const issues = checkContents(contents);
  return issues.length === 0 ? { ok: true, contents } : refuseContent(issues);
}

type ReadDocument<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly ContentIssue[] };

async function readDocumentOf<Value>(
  bag: OpenBag,
  file: string,
  readText: (text: string) => Checked<Value>,
): Promise<ReadDocument<Value>> {
  const refuse = (issues: readonly Issue[]): ReadDocument<Value> => ({
    ok: false,
    issues: issues.map((issue) => ({ file, issue })),
  });
  const bytes = await bag.read(PAYLOAD_FOLDER + file);
  const at = { path: [], value: undefined, details: {} };
  if (bytes === null) return refuse([{ code: "file.missing", ...at }]);
  const text = decodeText(bytes);
  if (text === null) return refuse([{ code: "file.text", ...at }]);
  const checked = readText(text);
  return checked.ok ? checked : refuse(checked.issues);
}

function refuseContent(issues: readonly ContentIssue[]): PackageRefusal {
  const lines = issues.slice(0, MOST_NOTES).map(formatContentIssue);
  const left = issues.length - lines.length;
  return refusePackage("content", ...lines, ...(left > 0 ? [`另有${left}个问题`] : []));
}
