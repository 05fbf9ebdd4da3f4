import { firstDayOf, isBefore, isOnOrBefore } from "./dates.ts";
import { millionths } from "./exact.ts";
import { type Answer, metWhen, type Question, seriesAndLevelOf, UNKNOWN } from "./question.ts";
import {
  hasActiveGrassrootsPosting,
  hasEducation,
  heightOf,
  isActive,
  isHeld,
} from "./standing.ts";

/**
 * | exchange.origin | a posting of kind `exchange` and setting `township` is active on `applyOn`, and some
 * posting that began earlier has setting `county` or `above` | null |
 */
export function exchangeOrigin(question: Question): Answer {
  const { postings } = question.person;
  return metWhen(
    postings.some(
      (exchange) =>
        exchange.kind === "exchange" &&
        exchange.setting === "township" &&
        isActive(exchange, question) &&
        postings.some(
          (earlier) =>
            isBefore(firstDayOf(earlier.from), firstDayOf(exchange.from)) &&
            (earlier.setting === "county" || earlier.setting === "above"),
        ),
    ),
  );
}

/** | doctor.degree | an education with degree `doctor` graduated on or before `applyOn` | null | */
export function doctorDegree({ person, cycle }: Question): Answer {
  return metWhen(
    person.education.some(
      ({ degree, graduatedOn }) =>
        degree === "doctor" && isOnOrBefore(firstDayOf(graduatedOn), cycle.applyOn),
    ),
  );
}

/** | doctor.outstanding | `statements.outstandingTownshipWork` is true; absent: unknown | null | */
export function doctorOutstanding({ person }: Question): Answer {
  const statement = person.statements.outstandingTownshipWork;
  return statement === undefined ? UNKNOWN : metWhen(statement);
}

/**
 * | directHire.qualification | highest education graduated on or before `applyOn` ≥ `master`, or a
 * provincial title ≥ `associateSenior` obtained on or before `applyOn` | null |
 */
export function directHireQualification(question: Question): Answer {
  const { parameters } = question.pack;
  return metWhen(
    hasEducation(parameters["directHire.education"].value, question) ||
      question.person.titles.some(
        (title) =>
          title.line === "provincial" &&
          heightOf(title.level) >= heightOf(parameters["directHire.title"].value) &&
          isHeld(title, question),
      ),
  );
}

/**
 * | directHire.origin | no posting with setting `township` or `grassroots` is active on `applyOn` | null |
 */
export function directHireOrigin(question: Question): Answer {
  return metWhen(!hasActiveGrassrootsPosting(question));
}

/** | directHire.volunteer | `statements.volunteersForTownship` is true; absent: unknown | null | */
export function directHireVolunteer({ person }: Question): Answer {
  const statement = person.statements.volunteersForTownship;
  return statement === undefined ? UNKNOWN : metWhen(statement);
}

/**
 * | exam.margin | some exam of series S and level L in which every subject's score ≥ its national line − 5
 * (P) and at least one is below its line | null |
 */
export function examMargin(question: Question): Answer {
  const { series, level } = seriesAndLevelOf(question);
  const margin = millionths(question.pack.parameters["exam.margin"].value);
  return metWhen(
    question.person.exams.some(
      (exam) =>
        exam.series === series &&
        exam.level === level &&
        exam.subjects.every(
          ({ score, nationalLine }) => millionths(score) >= millionths(nationalLine) - margin,
        ) &&
        exam.subjects.some(({ score, nationalLine }) => score < nationalLine),
    ),
  );
}
