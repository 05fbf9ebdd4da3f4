import { anchorsOf } from "../../shared/policy/notice/clauses.ts";
import type { RequirementId } from "../../shared/policy/requirement.ts";

/** Where the grounds of an answer stand: the tab of the person's records, and the clause in the policy. */

/** Which tab of the person holds what a requirement looks at; null: the unit's posts. */
export const RECORD_TABS = {
  "employment.grassroots": "postings",
  "employment.township": "postings",
  "ladder.education": "education",
  "ladder.tenure": "titles",
  "township.years": "postings",
  "training.annual": "training",
  "training.specialty": "training",
  "appraisal.results": "appraisals",
  "line.held": "titles",
  "line.sameYear": "applications",
  "line.lockout": "titles",
  "sanction.none": "sanctions",
  "quota.vacancy": null,
  "exchange.origin": "postings",
  "doctor.degree": "education",
  "doctor.outstanding": "basic",
  "conversion.held": "titles",
  "conversion.years": "titles",
  "conversion.appraisals": "appraisals",
  "conversion.training": "training",
  "directHire.qualification": "education",
  "directHire.origin": "postings",
  "directHire.volunteer": "basic",
  "directHire.served": "postings",
  "directHire.appraisals": "appraisals",
  "exam.margin": "applications",
} as const satisfies Record<RequirementId, string | null>;

/** The page where the records behind a requirement are kept. */
export function recordLink(personId: string, id: RequirementId): string {
  const tab = RECORD_TABS[id];
  return tab === null ? "/posts" : `/people/${encodeURIComponent(personId)}/${tab}`;
}

/** The clause in the policy page: the article of the notice that it names first, else the page. */
export function clauseLink(clause: string): string {
  const [anchor] = anchorsOf(clause);
  return anchor === undefined ? "/policy" : `/policy#${anchor}`;
}
