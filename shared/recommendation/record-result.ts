import { ONE_LINE_PATHWAYS } from "../policy/pathway-names.ts";
import type { Application } from "../records/application.ts";
import type { Person } from "../records/person.ts";
import type { Title } from "../records/title.ts";
import type { Candidacy } from "./candidacy.ts";
import type { Round } from "./round.ts";

/** 结果登记: what the outcome of a candidacy puts on the person's file. */

/** An outcome as it is entered or taken from the bureau's receipt. */
export type EnteredResult =
  | {
      readonly outcome: "passed";
      /** The day of the certificate, `YYYY-MM-DD`. */
      readonly on: string;
      /** 职称名称; of no account where the pathway leads to no title. */
      readonly titleName: string;
      /** The id that the new title gets. */
      readonly titleId: string;
    }
  | { readonly outcome: "failed"; readonly on: string };

export interface RecordedResult {
  readonly person: Person;
  readonly candidacy: Candidacy;
}

/** True where a pass puts a title on file; the others lead to a post (直接聘用, 差五分以内竞聘). */
export function leadsToTitle({ pathway, line, series, level }: Candidacy): boolean {
  return pathway !== "examMargin" && line !== null && series !== null && level !== null;
}

/**
 * Person and candidacy with the result: passed puts the title on file and closes the application record, failed
 * closes it alone. A result entered before is replaced, and the title that it put on file with it.
 */
export function recordResult(
  { year }: Pick<Round, "year">,
  person: Person,
  candidacy: Candidacy,
  entered: EnteredResult,
  signed: { readonly by: string; readonly at: string },
): RecordedResult {
  const cleared = clearResult({ year }, person, candidacy);
  const title = titleOf(candidacy, entered);
  return {
    person: {
      ...cleared.person,
      titles: title === null ? cleared.person.titles : [...cleared.person.titles, title],
      applications: withApplication(cleared.person.applications, candidacy, year, entered.outcome),
    },
    candidacy: {
      ...candidacy,
      result: {
        outcome: entered.outcome,
        on: entered.on,
        titleId: title === null ? null : title.id,
        ...signed,
      },
    },
  };
}

/** Person and candidacy as they were before a result: the title goes, the application runs again. */
export function clearResult(
  { year }: Pick<Round, "year">,
  person: Person,
  candidacy: Candidacy,
): RecordedResult {
  const { result } = candidacy;
  if (result === null) return { person, candidacy };
  return {
    person: {
      ...person,
      titles: person.titles.filter(({ id }) => id !== result.titleId),
      applications: withApplication(person.applications, candidacy, year, "pending"),
    },
    candidacy: { ...candidacy, result: null },
  };
}

function titleOf(candidacy: Candidacy, entered: EnteredResult): Title | null {
  const { series, level, line } = candidacy;
  if (entered.outcome === "failed" || !leadsToTitle(candidacy)) return null;
  if (series === null || level === null || line === null) return null;
  const { titleId: id, titleName: name, on: obtainedOn } = entered;
  return { id, series, level, line, name, obtainedOn };
}

/**
 * The application records with this one's outcome; one that stands is changed, else one is added. 换发 is no
 * 申报: on record it would bar the other line for the year, which 〔2020〕42号 四 does not.
 */
function withApplication(
  applications: readonly Application[],
  { pathway, series, level, line }: Candidacy,
  year: number,
  outcome: Application["outcome"],
): Application[] {
  if (!ONE_LINE_PATHWAYS.has(pathway)) return [...applications];
  if (series === null || level === null || line === null) return [...applications];
  const at = applications.findIndex(
    (one) =>
      one.year === year &&
      one.series === series &&
      one.level === level &&
      one.line === line &&
      one.outcome !== "withdrawn",
  );
  const own = { year, series, level, line, outcome };
  return at === -1 ? [...applications, own] : applications.with(at, own);
}
