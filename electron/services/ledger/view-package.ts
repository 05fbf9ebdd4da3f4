import { z } from "zod";
import type { DeskCandidate, DeskPackage } from "../../../shared/bridge/desk-schemas.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import { fingerprintOf } from "../../../shared/submission/fingerprint.ts";
import { attachmentPath, candidateKey } from "../../../shared/submission/recommendation-file.ts";
import { RECEIPT_STATUSES } from "../../../shared/submission/receipt.ts";
import { type ContentsBox, contentsBox, packageBox, places } from "./boxes.ts";
import { bytes, count, type DeskContext } from "./desk-context.ts";
import { type CandidacyState, readStates } from "./desk-decisions.ts";
import { findSingleChecks } from "./find-desk-checks.ts";
import { findPackage } from "./list-packages.ts";
import { readYearChecks } from "./remembered-checks.ts";
import { assessAnew, compareCandidates, ownPackFor } from "./own-assessments.ts";
import { nameForm } from "./form-names.ts";

/** One package as the desk sees it, from the ledger alone. */

const row = z.object({ sealed: bytes, contents: bytes });

/** What is kept of a package; null where it was not received. */
export async function readKeptPackage(
  { ledger, seals }: Pick<DeskContext, "ledger" | "seals">,
  packageId: string,
): Promise<{
  readonly name: string;
  readonly entry: LedgerEntry;
  readonly contents: ContentsBox;
} | null> {
  const key = seals.hash("package", packageId);
  const [found] = await ledger.query(
    "SELECT sealed, contents FROM packages WHERE package_key = $1",
    [key],
    row,
  );
  if (found === undefined) return null;
  const { name, entry } = seals.open(places.package(key), found.sealed, packageBox);
  return {
    name,
    entry,
    contents: seals.openLarge(places.contents(key), found.contents, contentsBox),
  };
}

/** Everything about a package; null where it was not received. */
export async function viewPackage(
  context: DeskContext,
  packageId: string,
): Promise<DeskPackage | null> {
  const kept = await readKeptPackage(context, packageId);
  if (kept === null) return null;
  const { entry, contents } = kept;
  const { year } = entry.manifest.cycle;
  const checks = await readYearChecks(context, year, packageId);
  const listed = await findPackage(context, packageId, checks);
  if (listed === null) return null;
  const most = contents.recommendation.candidates.length;
  const single = await findSingleChecks(context, year, { packageId, most });
  const { manifest, tagmanifest, file, signer, remarks, receipts } = entry;
  const packs = await context.packs();
  const ownPack = ownPackFor(packs, manifest);
  const own = assessAnew(contents, manifest, ownPack);
  const states = await readStates(context, packageId);
  return {
    ...listed,
    manifest,
    tagmanifest,
    fileSha256: file.sha256,
    signerFingerprint: fingerprintOf(signer.kid),
    unit: contents.unit.unit,
    figures: contents.unit.figures,
    recommendation: contents.recommendation,
    candidates: viewCandidates(contents, own, ownPack !== null, states),
    people: [...contents.unit.people],
    own: [...own],
    files: listFiles(contents),
    remarks: [...remarks],
    checkList: [...checks.shared, ...single].map((one) => ({ ...one, places: [...one.places] })),
    receipts: [...receipts],
    revisions: [...(await listRevisions(context, entry))],
  };
}

function viewCandidates(
  { unit, assessments, recommendation }: ContentsBox,
  own: Parameters<typeof compareCandidates>[2],
  hasPack: boolean,
  states: readonly CandidacyState[],
): DeskCandidate[] {
  const { candidates } = recommendation;
  const compared = compareCandidates(candidates, assessments.people, own, hasPack);
  const names = new Map(unit.people.map(({ id, name }) => [id, name]));
  const byKey = new Map(states.map((state) => [state.key, state]));
  return candidates.flatMap((candidate, index) => {
    const key = candidateKey(candidate);
    const one = compared[index];
    if (one === undefined) return [];
    const state = byKey.get(key);
    const { personId, pathway, line, series, level, decision, score, rank } = candidate;
    return [
      {
        key,
        personId,
        name: names.get(personId) ?? "",
        pathway,
        line,
        series,
        level,
        quota: one.carried.quota,
        decision,
        ownDecision: one.own?.decision ?? null,
        score,
        rank,
        carried: one.carried,
        own: one.own,
        differences: [...one.differences],
        desk: state?.desk ?? null,
        told: state?.told ?? null,
        result: state?.result ?? null,
      },
    ];
  });
}

function listFiles({ files, recommendation }: ContentsBox): DeskPackage["files"] {
  const sizes = new Map(files.map((file) => [file.path, file]));
  const attachments = recommendation.attachments.map((attachment) => ({
    path: attachmentPath(attachment),
    kind: "attachment" as const,
    title: attachment.title,
    size: attachment.size,
    sha256: attachment.sha256,
    personId: attachment.personId,
    attachmentKind: attachment.kind,
  }));
  const forms = [...sizes.values()]
    .filter(({ path }) => path.startsWith("forms/"))
    .map(({ path, size, sha256 }) => ({
      path,
      kind: "form" as const,
      title: nameForm(path),
      size,
      sha256,
      personId: null,
      attachmentKind: null,
    }));
  return [...forms, ...attachments];
}

const revisionRow = z.object({
  package_key: z.string(),
  revision: count,
  status: z.enum(RECEIPT_STATUSES),
  sealed: bytes,
});

/** Every revision of the same unit and year, the latest first. */
async function listRevisions(
  { ledger, seals }: DeskContext,
  { manifest }: LedgerEntry,
): Promise<DeskPackage["revisions"]> {
  const rows = await ledger.query(
    `SELECT package_key, revision, status, sealed FROM packages
      WHERE unit_key = $1 AND year = $2 ORDER BY revision DESC`,
    [seals.hash("unit", manifest.unit.id), manifest.cycle.year],
    revisionRow,
  );
  return rows.map(({ package_key, revision, status, sealed }) => {
    const { entry } = seals.open(places.package(package_key), sealed, packageBox);
    return { packageId: entry.manifest.id, revision, status, receivedAt: entry.receivedAt };
  });
}
