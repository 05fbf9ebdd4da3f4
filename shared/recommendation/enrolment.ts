import type { Assessment } from "../policy/assessment.ts";
import { ONE_LINE_PATHWAYS } from "../policy/pathway-names.ts";
import type { Person } from "../records/person.ts";
import type { Candidacy } from "./candidacy.ts";
import { isActive, namesOf } from "./context.ts";
import type { Matter } from "./matter.ts";
import type { Round } from "./round.ts";

/** 报名: from an answer of the rules to a candidacy. */

/** 同年度不得同时申报两类职称. */
export const BOTH_LINES_CLAUSE = "鲁人社字〔2020〕42号 四";

/** What a person chose on a day. */
export interface EnrolmentChoice {
  /** Of the new candidacy. */
  readonly id: string;
  readonly personId: string;
  readonly assessment: Assessment;
  /** `YYYY-MM-DD`. */
  readonly chosenOn: string;
}

/** A candidacy as it begins; whether it may stand says `findEnrolmentMatters`. */
export function newCandidacy(
  { id: roundId }: Pick<Round, "id">,
  { id, personId, assessment, chosenOn }: EnrolmentChoice,
): Candidacy {
  const { pathway, line, series, level, decision } = assessment;
  return {
    id,
    roundId,
    personId,
    pathway,
    line,
    series,
    level,
    chosenOn,
    decision,
    confirmation: null,
    settlements: [],
    check: null,
    outcome: null,
    withdrawal: null,
    waivers: [],
    result: null,
  };
}

/**
 * What forbids a candidacy beside the others of the round and the person's application records: both lines
 * in one year (〔2020〕42号 四), or one level on two pathways. Empty where it may stand.
 */
export function findEnrolmentMatters(
  candidacy: Candidacy,
  others: readonly Candidacy[],
  { year }: Pick<Round, "year">,
  applications: Person["applications"],
): readonly Matter[] {
  if (!isActive(candidacy)) return [];
  const own = others.filter(
    (one) => one.id !== candidacy.id && one.personId === candidacy.personId && isActive(one),
  );
  return [
    ...own.flatMap((other) => findConflict(candidacy, other)),
    ...findApplication(candidacy, year, applications),
  ];
}

function findConflict(candidacy: Candidacy, other: Candidacy): readonly Matter[] {
  const details = { ...namesOf(candidacy), otherId: other.id };
  const { line, level } = candidacy;
  if (isOfOneLine(candidacy) && isOfOneLine(other) && line !== other.line) {
    return [{ code: "line.both", details: { ...details, clause: BOTH_LINES_CLAUSE } }];
  }
  const isSameLevel = level === other.level && candidacy.series === other.series;
  return isSameLevel ? [{ code: "candidacy.twice", details }] : [];
}

/** True where the person has to choose one line for the year; 换发 of what is held leaves the choice free. */
function isOfOneLine({ pathway, line }: Candidacy): boolean {
  return line !== null && ONE_LINE_PATHWAYS.has(pathway);
}

function findApplication(
  candidacy: Candidacy,
  year: number,
  applications: Person["applications"],
): readonly Matter[] {
  const { line } = candidacy;
  const isCompeting =
    isOfOneLine(candidacy) &&
    applications.some(
      (one) => one.year === year && one.line !== line && one.outcome !== "withdrawn",
    );
  const details = { ...namesOf(candidacy), year, clause: BOTH_LINES_CLAUSE };
  return isCompeting ? [{ code: "line.application", details }] : [];
}
