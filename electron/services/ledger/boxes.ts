import { z } from "zod";
import type { PersonFigures } from "../../../shared/bureau/person-figures.ts";
import type { LedgerEntry } from "../../../shared/submission/ledger-entry.ts";
import type { PackageContents } from "../../../shared/submission/package-contents.ts";
import type { SubmittedCandidate } from "../../../shared/submission/recommendation-file.ts";

/**
 * What lies in the sealed columns. Each was checked when it was taken in and opens only under the ledger's
 * own key, so it is not checked field by field again.
 */

function known<Data extends object>(): z.ZodType<Data> {
  return z.custom<Data>((value) => typeof value === "object" && value !== null);
}

/** `packages.sealed`: the record on the shelf, with its place there. */
export interface PackageBox {
  /** The folder's name. */
  readonly name: string;
  readonly entry: LedgerEntry;
  /** What the unit says of itself. */
  readonly isSaidInCatalogue: boolean;
}
export const packageBox = known<PackageBox>();

/** `packages.contents`: the documents that came. */
export type ContentsBox = Pick<
  PackageContents,
  "unit" | "assessments" | "recommendation" | "files"
>;
export const contentsBox = known<ContentsBox>();

/** `candidacies.sealed`. */
export interface CandidacyBox {
  readonly packageId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly key: string;
  readonly name: string;
  readonly candidate: SubmittedCandidate;
  readonly figures: PersonFigures;
}
export const candidacyBox = known<CandidacyBox>();

/** Where a box belongs, so that it cannot be put into another row or column. */
export const places = {
  package: (packageKey: string) => `packages.sealed ${packageKey}`,
  contents: (packageKey: string) => `packages.contents ${packageKey}`,
  candidacy: (candidacyKey: string) => `candidacies.sealed ${candidacyKey}`,
  decision: (candidacyKey: string) => `desk_decisions.sealed ${candidacyKey}`,
  result: (candidacyKey: string) => `desk_results.sealed ${candidacyKey}`,
  plan: (planKey: string) => `reform_plans.sealed ${planKey}`,
  sample: (sampleKey: string) => `samples.sealed ${sampleKey}`,
} as const;
