import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { isRemarkAbout } from "../../shared/submission/desk-remarks.ts";
import type { Remark } from "../../shared/submission/receipt.ts";
import { findReturnReason, type ReturnField } from "../../shared/submission/return-reasons.ts";

/** Where the matter of a bureau's remark is mended: the right candidate at the right field. */

/** Part of a candidate's page in the round. */
type CandidatePart = "requirements" | "confirmation" | "materials" | "outcome" | "result";

/** A tab of a person's page, a part of a candidate's, or a page of its own. */
type Place =
  | { readonly kind: "person"; readonly tab: string }
  | { readonly kind: "candidate"; readonly part: CandidatePart }
  | { readonly kind: "round"; readonly view: string }
  | { readonly kind: "page"; readonly path: string };

const PLACES: Readonly<Record<ReturnField, Place>> = {
  "person.basics": { kind: "person", tab: "basics" },
  "person.education": { kind: "person", tab: "education" },
  "person.postings": { kind: "person", tab: "postings" },
  "person.titles": { kind: "person", tab: "titles" },
  "person.appointments": { kind: "person", tab: "titles" },
  "person.appraisals": { kind: "person", tab: "appraisals" },
  "person.training": { kind: "person", tab: "training" },
  "person.sanctions": { kind: "person", tab: "sanctions" },
  "person.exams": { kind: "person", tab: "applications" },
  "candidacy.choice": { kind: "candidate", part: "requirements" },
  "candidacy.confirmation": { kind: "candidate", part: "confirmation" },
  "candidacy.settlements": { kind: "candidate", part: "requirements" },
  "candidacy.materials": { kind: "candidate", part: "materials" },
  "round.review": { kind: "round", view: "review" },
  "round.publicity": { kind: "round", view: "publish" },
  "unit.basics": { kind: "page", path: "/settings" },
  "unit.posts": { kind: "page", path: "/posts" },
};

/** What a link is worked out from. */
export interface RemarkScene {
  readonly year: number;
  /** Of the package's round. */
  readonly candidacies: readonly Candidacy[];
}

/** The candidacies that a remark is about: those of its person, one where its text names the question. */
export function candidaciesOf(
  remark: Remark,
  candidacies: readonly Candidacy[],
): readonly Candidacy[] {
  const own = candidacies.filter(({ personId }) => personId === remark.personId);
  const named = own.filter((one) => isRemarkAbout(remark, one));
  return named.length === 0 ? own : named;
}

/** The address where a remark's matter is mended; null where there is none to go to. */
export function remarkLink(remark: Remark, scene: RemarkScene): string | null {
  const field = findReturnReason(remark.code)?.field;
  if (field !== undefined) return addressOf(PLACES[field], remark, scene);
  return candidateAddress(remark, scene, "outcome") ?? personAddress(remark, "eligibility");
}

function addressOf(place: Place, remark: Remark, scene: RemarkScene): string | null {
  switch (place.kind) {
    case "person":
      return personAddress(remark, place.tab);
    case "candidate":
      return (
        candidateAddress(remark, scene, place.part) ??
        personAddress(remark, place.part === "materials" ? "attachments" : "eligibility")
      );
    case "round":
      return `/round/${scene.year}/${place.view}`;
    case "page":
      return place.path;
    default:
      return place satisfies never;
  }
}

function personAddress({ personId }: Remark, tab: string): string | null {
  return personId === null ? null : `/people/${encodeURIComponent(personId)}/${tab}`;
}

function candidateAddress(
  remark: Remark,
  { year, candidacies }: RemarkScene,
  part: CandidatePart,
): string | null {
  const [first] = candidaciesOf(remark, candidacies);
  if (first === undefined) return null;
  const query = new URLSearchParams({ id: first.id, at: part });
  return `/round/${year}/candidate?${query.toString()}`;
}
