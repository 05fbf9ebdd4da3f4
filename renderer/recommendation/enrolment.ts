import type { Candidacy } from "../../shared/recommendation/candidacy.ts";
import { findEnrolmentMatters, newCandidacy } from "../../shared/recommendation/enrolment.ts";
import type { Matter } from "../../shared/recommendation/matter.ts";
import type { EnrolRow } from "./enrol-lines.ts";
import type { RoundScene } from "../widgets/round-scene.ts";

export interface EnrolmentPlan {
  /** Who would be enrolled; their ids are those of the rows, for comparing only. */
  readonly enrolled: readonly Candidacy[];
  /** What keeps some of the rows chosen from being enrolled. */
  readonly refused: readonly Matter[];
}

/** What the chosen rows come to, each beside those on file and beside each other. */
export function planEnrolment(
  { round, candidacies, records }: Pick<RoundScene, "round" | "candidacies" | "records">,
  rows: readonly EnrolRow[],
  chosenOn: string,
): EnrolmentPlan {
  const enrolled = rows.map(({ key, person, assessment }) =>
    newCandidacy(round, { id: key, personId: person.id, assessment, chosenOn }),
  );
  const all = [...candidacies, ...enrolled];
  const refused = enrolled.flatMap((one) =>
    findEnrolmentMatters(one, all, round, records.people.get(one.personId)?.applications ?? []),
  );
  return { enrolled, refused };
}
