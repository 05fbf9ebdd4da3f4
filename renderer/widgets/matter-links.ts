import type { Matter, MatterCode, MatterDetails } from "../../shared/recommendation/matter.ts";
import { RECORD_TABS } from "./requirement-links.ts";
import {
  candidateAddress,
  type CandidatePart,
  roundAddress,
  type View,
} from "./round-addresses.ts";

type Links = {
  readonly [Code in MatterCode]: (details: MatterDetails[Code], year: number) => string | null;
};

type OfCandidacy = MatterDetails["check.missing"];

/** Mended on the spot. */
const here = () => null;
const at =
  (view: View, query: Readonly<Record<string, string>> = {}) =>
  (_details: unknown, year: number) =>
    roundAddress(year, view, query);
const ofCandidate =
  (part: CandidatePart) =>
  ({ candidacyId }: OfCandidacy, year: number) =>
    candidateAddress(year, candidacyId, part);
const inSending = () => "/submissions";

/** Where each matter is mended. */
const LINKS: Links = {
  "step.state": here,
  "step.note": here,
  "step.first": here,
  "step.bureau": here,
  "package.built": inSending,
  "receipt.missing": inSending,
  "cycle.pack": () => "/policy",
  "cycle.year": at("overview"),
  "candidates.none": at("enrol"),
  "person.unknown": ofCandidate("requirements"),
  "answer.missing": ofCandidate("requirements"),
  "confirmation.missing": ofCandidate("confirmation"),
  "line.both": ofCandidate("withdrawal"),
  "line.application": ({ personId }) =>
    `/people/${encodeURIComponent(personId)}/${RECORD_TABS["line.sameYear"]}`,
  "candidacy.twice": ofCandidate("withdrawal"),
  "check.missing": ofCandidate("check"),
  "check.note": ofCandidate("check"),
  "check.unfounded": ofCandidate("check"),
  "requirement.open": ofCandidate("requirements"),
  "decision.changed": ofCandidate("check"),
  "candidates.nonePassed": at("check"),
  "criteria.weights": at("review", { part: "method" }),
  "reviewers.few": at("review", { part: "reviewers" }),
  "ballot.missing": ({ reviewerId }, year) =>
    roundAddress(year, "review", { part: "ballots", ballot: reviewerId }),
  "ballots.count": at("review", { part: "ballots" }),
  "ballot.incomplete": ({ ballotId }, year) =>
    roundAddress(year, "review", { part: "ballots", ballot: ballotId }),
  "ballot.points": ({ ballotId }, year) =>
    roundAddress(year, "review", { part: "ballots", ballot: ballotId }),
  "marks.none": at("review", { part: "ballots" }),
  "tie.open": at("review", { part: "ranking" }),
  "outcome.missing": at("review", { part: "outcomes" }),
  "outcome.reason": at("review", { part: "outcomes" }),
  "outcome.unchecked": ofCandidate("outcome"),
  "quota.exceeded": at("review", { part: "quota" }),
  "quota.unknown": () => "/posts",
  "recommended.none": at("review", { part: "outcomes" }),
  "publicity.missing": at("publish"),
  "publicity.places": at("publish"),
  "publicity.short": at("publish"),
  "publicity.unpublished": at("publish"),
  "publicity.running": at("publish"),
  "publicity.uncertified": at("publish"),
  "objection.open": at("publish"),
  "objection.upheld": ofCandidate("outcome"),
  "candidacy.unpublished": at("publish"),
  "appeal.open": ofCandidate("appeals"),
  "material.missing": ofCandidate("materials"),
  "result.missing": ofCandidate("result"),
  "round.open": ({ year }) => roundAddress(year),
};

/** Where a matter is mended; null where it is mended on the spot. */
export function matterLink(year: number, { code, details }: Matter): string | null {
  // As in `sayMatter`: indexing by code loses the pairing of code and details, which this line restores.
  const link = LINKS[code] as (details: unknown, year: number) => string | null;
  return link(details, year);
}
