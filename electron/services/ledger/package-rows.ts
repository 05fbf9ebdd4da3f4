import type { DeskDecision } from "../../../shared/bureau/desk-decision.ts";
import { figuresOf } from "../../../shared/bureau/person-figures.ts";
import { readTold } from "../../../shared/bureau/compose-answer.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { POST_GROUPS } from "../../../shared/records/unit.ts";
import { type LedgerEntry, ledgerStateOf } from "../../../shared/submission/ledger-entry.ts";
import {
  candidateKey,
  type SubmittedCandidate,
} from "../../../shared/submission/recommendation-file.ts";
import { readWrittenCycle } from "../../../shared/submission/written-cycle.ts";
import { type CandidacyBox, type ContentsBox, type PackageBox, places } from "./boxes.ts";
import type { Parameter } from "./ledger.ts";
import {
  assessAnew,
  compareCandidates,
  nameOwnPack,
  type OwnPack,
  ownPackFor,
} from "./own-assessments.ts";
import type { Seals } from "./seals.ts";

/** A package as rows of the ledger. */

export interface ShelvedPackage extends Pick<PackageBox, "name" | "entry"> {
  readonly contents: ContentsBox;
  /** Changes whenever the record on the shelf does. */
  readonly state: string;
}

export interface PackageRows {
  readonly packageKey: string;
  readonly unitKey: string;
  readonly year: number;
  readonly revision: number;
  readonly package: readonly Parameter[];
  readonly posts: readonly (readonly Parameter[])[];
  readonly candidacies: readonly (readonly Parameter[])[];
  readonly told: readonly (readonly Parameter[])[];
  readonly results: readonly (readonly Parameter[])[];
}

export const PACKAGE_COLUMNS = [
  "package_key",
  "place_key",
  "unit_key",
  "year",
  "revision",
  "status",
  "answers",
  "people",
  "attachments",
  "own_pack",
  "state",
  "sealed",
  "contents",
  "is_newest",
] as const;
export const POST_COLUMNS = ["package_key", "post_group", "approved", "filled", "special"] as const;
export const CANDIDACY_COLUMNS = [
  "candidacy_key",
  "package_key",
  "person_key",
  "is_identified",
  "year",
  "pathway",
  "line",
  "series",
  "level",
  "quota",
  "decision",
  "own_decision",
  "differences",
  "sealed",
] as const;
export const TOLD_COLUMNS = [
  "candidacy_key",
  "package_key",
  "kind",
  "told",
  "is_told",
  "sealed",
] as const;
export const RESULT_COLUMNS = ["candidacy_key", "package_key", "outcome", "sealed"] as const;

/** Stands for what a pathway does not have, since rows are grouped by it. */
export const NONE = "none";

/** The keyed hash of a candidacy. */
export function candidacyKeyOf(seals: Seals, packageId: string, key: string): string {
  return seals.hash("candidacy", packageId, key);
}

/** Draws up the rows of a package. `is_newest` is set by who writes them. */
export function rowsOf(seals: Seals, shelved: ShelvedPackage, packs: readonly Pack[]): PackageRows {
  const own = ownPackFor(packs, shelved.entry.manifest);
  const { name, entry, contents, state } = shelved;
  const { manifest, receipts } = entry;
  const packageKey = seals.hash("package", manifest.id);
  const unitKey = seals.hash("unit", manifest.unit.id);
  const { year } = manifest.cycle;
  const box: PackageBox = { name, entry, isSaidInCatalogue: contents.unit.unit.inCatalogue };
  return {
    packageKey,
    unitKey,
    year,
    revision: manifest.revision,
    package: [
      packageKey,
      seals.hash("place", name),
      unitKey,
      year,
      manifest.revision,
      ledgerStateOf(entry),
      receipts.length,
      manifest.counts.people,
      manifest.counts.attachments,
      nameOwnPack(packs, own),
      state,
      seals.seal(places.package(packageKey), box),
      seals.sealLarge(places.contents(packageKey), contents),
      false,
    ],
    posts: POST_GROUPS.map((group) => {
      const { approved, filled, special } = contents.unit.figures.posts[group];
      return [packageKey, group, approved, filled, special];
    }),
    candidacies: candidacyRows(seals, packageKey, shelved, own),
    ...toldRows(seals, packageKey, entry, contents.recommendation.candidates),
  };
}

function candidacyRows(
  seals: Seals,
  packageKey: string,
  { entry: { manifest }, contents }: ShelvedPackage,
  own: OwnPack | null,
): readonly (readonly Parameter[])[] {
  const { candidates } = contents.recommendation;
  const anew = assessAnew(contents, manifest, own);
  const compared = compareCandidates(candidates, contents.assessments.people, anew, own !== null);
  const people = new Map(contents.unit.people.map((person) => [person.id, person]));
  const on = readWrittenCycle(manifest.cycle).applyOn;
  return candidates.map((candidate, index) => {
    const person = people.get(candidate.personId);
    const one = compared[index];
    if (person === undefined || one === undefined) throw new Error("a candidate of nobody");
    const key = candidateKey(candidate);
    const candidacyKey = candidacyKeyOf(seals, manifest.id, key);
    const box: CandidacyBox = {
      packageId: manifest.id,
      unitId: manifest.unit.id,
      unitName: manifest.unit.name,
      key,
      name: person.name,
      candidate,
      figures: figuresOf(readPerson(person), on),
    };
    const personKey =
      person.idNumber === null
        ? seals.hash("person", "unit", manifest.unit.id, person.id)
        : seals.hash("person", "id", person.idNumber);
    return [
      candidacyKey,
      packageKey,
      personKey,
      person.idNumber !== null,
      manifest.cycle.year,
      candidate.pathway,
      candidate.line ?? NONE,
      candidate.series ?? NONE,
      candidate.level ?? NONE,
      one.carried.quota,
      candidate.decision,
      one.own?.decision ?? NONE,
      one.differences.length,
      seals.seal(places.candidacy(candidacyKey), box),
    ];
  });
}

/** Who decided, where only the receipt is left. */
const FROM_RECEIPT = "—";

/** What the receipts on the shelf have told: the newest answer that speaks of a candidacy. */
function toldRows(
  seals: Seals,
  packageKey: string,
  { manifest, receipts }: LedgerEntry,
  candidates: readonly SubmittedCandidate[],
): Pick<PackageRows, "told" | "results"> {
  const told: Parameter[][] = [];
  const results: Parameter[][] = [];
  const latest = receipts.at(-1);
  if (latest === undefined) return { told, results };
  const { remarks, issuedAt } = latest;
  for (const candidate of candidates) {
    const candidacyKey = candidacyKeyOf(seals, manifest.id, candidateKey(candidate));
    const { kind, reasons, result } = readTold(remarks, candidate);
    if (kind !== null) {
      // Stands in where the clerk's own words are lost; a decision that is there keeps its place.
      const decision: DeskDecision = {
        kind,
        reasons: [...reasons],
        note: null,
        by: FROM_RECEIPT,
        at: issuedAt,
      };
      const sealed = seals.seal(places.decision(candidacyKey), decision);
      told.push([candidacyKey, packageKey, kind, kind, true, sealed]);
    }
    if (result === null) continue;
    const sealed = seals.seal(places.result(candidacyKey), result);
    results.push([candidacyKey, packageKey, result.outcome, sealed]);
  }
  return { told, results };
}
