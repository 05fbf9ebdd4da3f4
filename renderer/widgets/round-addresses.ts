/** Addresses of the round's pages: the year, the view, and what is chosen in it. */

export const VIEWS = [
  "overview",
  "enrol",
  "check",
  "review",
  "publish",
  "materials",
  "forms",
  "results",
  "candidate",
] as const;
export type View = (typeof VIEWS)[number];

/** The address under which a new year is opened. */
export const OPENING = "/round/new";

/** A view of a year's round. */
export function roundAddress(
  year: number,
  view: View = "overview",
  query: Readonly<Record<string, string>> = {},
): string {
  const path = view === "overview" ? `/round/${year}` : `/round/${year}/${view}`;
  const search = new URLSearchParams(query).toString();
  return search === "" ? path : `${path}?${search}`;
}

/** One candidate's page; `at` is the part of it that is brought into sight. */
export function candidateAddress(year: number, candidacyId: string, at?: CandidatePart): string {
  const query = at === undefined ? { id: candidacyId } : { id: candidacyId, at };
  return roundAddress(year, "candidate", query);
}

/** The parts of a candidate's page, in their order. */
export const CANDIDATE_PARTS = [
  "requirements",
  "confirmation",
  "check",
  "materials",
  "outcome",
  "appeals",
  "result",
  "withdrawal",
] as const;
export type CandidatePart = (typeof CANDIDATE_PARTS)[number];
