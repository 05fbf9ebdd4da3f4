import { cycleOf } from "../../shared/policy/cycle.ts";
import { evaluate } from "../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import { readAssessments, writeAssessments } from "../../shared/submission/assessments-file.ts";
import { bagInfoOf } from "../../shared/submission/bag.ts";
import {
  composeDocuments,
  composeManifest,
  type PackageDocuments,
  type Recommended,
} from "../../shared/submission/compose-package.ts";
import {
  DOCUMENTS,
  type PackageContents,
  type PayloadFile,
  payloadSize,
} from "../../shared/submission/package-contents.ts";
import type { PackageManifest } from "../../shared/submission/package-manifest.ts";
import {
  attachmentPath,
  type SubmittedAttachment,
} from "../../shared/submission/recommendation-file.ts";
import { personWith, postingWith, titleWith, unitFileWith } from "./unit-file.ts";

/** Documents of packages that are in order, for tests to spoil. */

export const HASH = "0a".repeat(32);
export const PACK_HASH = "5c".repeat(32);

/** Three doctors of a health centre with posts to spare. */
export const STAFF: UnitFile = unitFileWith(
  ["p-001", "p-002", "p-003"].map((id) =>
    personWith({
      id,
      name: `张示例${id}`,
      idNumber: null,
      postings: [postingWith()],
      titles: [titleWith()],
      appointments: [{ titleId: "t1", from: "2013-01", to: null, post: "regular" }],
    }),
  ),
  { posts: { junior: 9, intermediate: 8, associateSenior: 3, senior: null } },
);

export const ATTACHMENT: SubmittedAttachment = {
  sha256: "7d".repeat(32),
  extension: "jpg",
  personId: "p-001",
  kind: "title",
  title: "主治医师职称证书",
  size: 1_234,
};

/** A manifest in order, with some fields of one's own. */
export function manifestWith(given: Partial<PackageManifest> = {}): PackageManifest {
  return {
    format: "jiceng.package/1",
    id: "019abcde-0000-7000-8000-000000000001",
    unit: { id: "u-001", name: "示例镇卫生院", creditCode: null },
    bureau: { id: "bureau-1", kid: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
    cycle: { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" },
    revision: 1,
    previous: null,
    createdAt: "2026-09-10T02:30:00Z",
    software: { name: "jiceng", version: "0.1.0" },
    pack: { id: "shandong-2020", sha256: PACK_HASH },
    counts: { people: 2, assessments: 4, forms: 1, attachments: 1, attachmentBytes: 1_234 },
    ...given,
  };
}

/** The first assessment of some people, confirmed with a reason. */
export function recommend(
  unitFile: UnitFile,
  personIds: readonly string[],
): readonly Recommended[] {
  return evaluate(unitFile, cycleOf(2026), SHANDONG_2020)
    .filter(({ personId }) => personIds.includes(personId))
    .map(({ personId, assessments }, index) => {
      const [assessment] = assessments;
      if (assessment === undefined) throw new Error(`nothing to apply for: ${personId}`);
      const confirmation = { by: "王审核", at: "2026-09-09T08:00:00Z", reason: "已核对原件" };
      return { personId, assessment, confirmation, score: 88.5, rank: index + 1 };
    });
}

/** The documents about two of the three doctors. */
export function documentsOfTwo(): PackageDocuments {
  return composeDocuments({
    unitFile: STAFF,
    cycle: cycleOf(2026),
    pack: SHANDONG_2020,
    packSha256: PACK_HASH,
    recommended: recommend(STAFF, ["p-001", "p-003"]),
    publicity: { from: "2026-09-01", to: "2026-09-07" },
    attachments: [ATTACHMENT],
  });
}

/** Everything in a package about two of the three doctors, in order. */
export function contentsOfTwo(): PackageContents {
  const documents = documentsOfTwo();
  const files: readonly PayloadFile[] = [
    ...DOCUMENTS.map((path) => ({ path, size: 10, sha256: HASH })),
    { path: "forms/roster.xlsx", size: 20, sha256: HASH },
    { path: attachmentPath(ATTACHMENT), size: ATTACHMENT.size, sha256: ATTACHMENT.sha256 },
  ];
  const manifest = composeManifest(manifestWith(), documents, files);
  const read = readAssessments([...writeAssessments(documents.head, documents.people)].join(""));
  if (!read.ok) throw new Error("assessments that cannot be read back");
  return {
    manifest,
    bagInfo: new Map(bagInfoOf(manifest, payloadSize(files))),
    unit: documents.unit,
    assessments: read.value,
    recommendation: documents.recommendation,
    files,
  };
}
