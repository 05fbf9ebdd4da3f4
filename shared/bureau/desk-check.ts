/** What is looked at across packages and units; a person decides what follows from it (promise 27). */

/**
 * `person-in-two-units`: one ID number in the newest packages of two units · `two-lines`: one person put
 * forward on both lines in one year (〔42〕四) · `put-forward-twice`: one person for one thing by two units ·
 * `quota-exceeded`: more candidates who take up a post than free posts · `posts-differ`: approved posts other
 * than in the catalogue · `unit-not-in-catalogue` · `unit-differs`: name or code other than in the catalogue ·
 * `assessment-differs`: our own assessment decides otherwise · `pack-unknown`: nothing was recomputed ·
 * `not-eligible`: put forward though the program does not find the person eligible.
 */
export const DESK_CHECKS = [
  "person-in-two-units",
  "two-lines",
  "put-forward-twice",
  "quota-exceeded",
  "posts-differ",
  "unit-not-in-catalogue",
  "unit-differs",
  "assessment-differs",
  "pack-unknown",
  "not-eligible",
] as const;
export type DeskCheckCode = (typeof DESK_CHECKS)[number];

/** `conflict`: the law does not allow it, or two records contradict each other · `notice`: to be looked at. */
export type CheckWeight = "conflict" | "notice";
export const CHECK_WEIGHTS = {
  "person-in-two-units": "conflict",
  "two-lines": "conflict",
  "put-forward-twice": "conflict",
  "quota-exceeded": "conflict",
  "posts-differ": "conflict",
  "unit-not-in-catalogue": "conflict",
  "unit-differs": "notice",
  "assessment-differs": "conflict",
  "pack-unknown": "notice",
  "not-eligible": "notice",
} as const satisfies Record<DeskCheckCode, CheckWeight>;

/** Where a check points to. */
export interface CheckPlace {
  readonly packageId: string;
  readonly unitName: string;
  /** Null for the package as a whole. */
  readonly personId: string | null;
  readonly name: string | null;
  /** Of the candidacy; null where the person or the package is meant. */
  readonly key: string | null;
}

export interface DeskCheck {
  readonly code: DeskCheckCode;
  readonly weight: CheckWeight;
  /** One sentence. */
  readonly text: string;
  readonly places: readonly CheckPlace[];
}
