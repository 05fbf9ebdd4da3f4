import type { Day } from "../calendar/day.ts";
import type { Assessment } from "../policy/assessment.ts";
import type { PersonAssessments } from "../policy/evaluate.ts";
import type { Pack } from "../policy/pack.ts";
import type { PostUses } from "../policy/unit-facts.ts";
import type { AttachmentKind } from "../records/attachment-kind.ts";
import type { Person } from "../records/person.ts";
import { questionKey } from "../submission/recommendation-file.ts";
import type { Candidacy } from "./candidacy.ts";
import type { OfCandidacy } from "./matter.ts";
import type { Round } from "./round.ts";

/** A scan on file, as far as the round asks for it. */
export interface FiledAttachment {
  /** Null for what concerns the unit. */
  readonly personId: string | null;
  /** Other kinds than those known are as good as none. */
  readonly kind: AttachmentKind | (string & {});
}

/** Everything that decides whether a step of a round can be taken. */
export interface RoundContext {
  readonly round: Round;
  /** Those of this round, withdrawn ones with them. */
  readonly candidacies: readonly Candidacy[];
  readonly people: ReadonlyMap<string, Person>;
  /** What the rules find today, for the round's days and pack. */
  readonly answers: ReadonlyMap<string, PersonAssessments>;
  /** Null where the round's pack is not known here. */
  readonly pack: Pack | null;
  /** 岗位使用情况 on the day of application. */
  readonly posts: PostUses;
  readonly attachments: readonly FiledAttachment[];
  /** Today, by the clerk's clock. */
  readonly today: Day;
}

/** A candidacy that was not withdrawn. */
export function isActive({ withdrawal }: Candidacy): boolean {
  return withdrawal === null;
}

/** Active, and passed by the unit's check. */
export function isPassed(candidacy: Candidacy): boolean {
  return isActive(candidacy) && candidacy.check?.isPassed === true;
}

/** Active, and put forward by a person's decision. */
export function isRecommended(candidacy: Candidacy): boolean {
  return isActive(candidacy) && candidacy.outcome?.decision === "recommended";
}

/** What the rules say today on the candidacy's question; null where they are not asked it any more. */
export function answerTo(
  candidacy: Candidacy,
  answers: RoundContext["answers"],
): Assessment | null {
  const own = answers.get(candidacy.personId)?.assessments ?? [];
  return own.find((one) => questionKey(one) === questionKey(candidacy)) ?? null;
}

/** The details by which a matter names a candidacy. */
export function namesOf({ id, personId }: Candidacy): OfCandidacy {
  return { candidacyId: id, personId };
}
