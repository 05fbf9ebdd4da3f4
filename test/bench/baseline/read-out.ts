import { formatDay } from "../../../shared/calendar/text.ts";
import { SERIES } from "../../../shared/records/series.ts";
import { LINES, TITLE_LEVELS } from "../../../shared/records/title.ts";
import { type Answers, HEAD } from "./answers.ts";
import { NEVER, PATHWAY_CODE, PATHWAYS, REQUIREMENTS } from "./codes.ts";
import { listsOf } from "./lists.ts";

/** The answers of the baseline in words, for comparison with the engine's. */
export interface BaselineAssessment {
  readonly pathway: string;
  readonly line: string | null;
  readonly series: string | null;
  readonly level: string | null;
  readonly decision: string;
  readonly quota: string;
  readonly eligibleOn: string | null;
  readonly requirements: Readonly<
    Record<string, { readonly status: string; readonly metOn: string | null }>
  >;
}

const LISTS = listsOf();
const STATUSES = ["met", "unknown", "unmet"] as const;
const DECISIONS = ["eligible", "undetermined", "ineligible"] as const;
const COUNTS: ReadonlySet<string> = new Set(["regular", "doctor", "examMargin"]);

function listFor(pathway: number, line: number, level: number): readonly number[] {
  const place = line * 2 + (level >= TITLE_LEVELS.indexOf("associateSenior") ? 1 : 0);
  const lists = {
    [PATHWAY_CODE.regular]: LISTS.regular[place],
    [PATHWAY_CODE.townshipTenure]: LISTS.township[place],
    [PATHWAY_CODE.exchange]: LISTS.exchange[place],
    [PATHWAY_CODE.doctor]: LISTS.doctor,
    [PATHWAY_CODE.conversion]: LISTS.conversion,
    [PATHWAY_CODE.directHire]: LISTS.directHire,
    [PATHWAY_CODE.directHireMobility]: LISTS.mobility,
    [PATHWAY_CODE.examMargin]: LISTS.examMargin,
  };
  return lists[pathway] ?? [];
}

function dayInWords(day: number): string | null {
  return day === NEVER ? null : formatDay(day);
}

/** Reads the numbers of the person decided last. */
export function readOut({ out, length }: Answers): BaselineAssessment[] {
  const answers: BaselineAssessment[] = [];
  let at = 0;
  while (at < length) {
    const [pathway = 0, line = 0, series = 0, level = 0, decision = 0, eligibleOn = 0, count = 0] =
      out.slice(at, at + HEAD);
    const values = out.slice(at + HEAD, at + HEAD + 2 * count);
    const requirements = Object.fromEntries(
      listFor(pathway, line, level).map((requirement, index) => [
        REQUIREMENTS[requirement] ?? "",
        {
          status: STATUSES[values[2 * index] ?? 0] ?? "",
          metOn: dayInWords(values[2 * index + 1] ?? 0),
        },
      ]),
    );
    const name = PATHWAYS[pathway] ?? "";
    answers.push({
      pathway: name,
      line: LINES[line] ?? null,
      series: SERIES[series] ?? null,
      level: TITLE_LEVELS[level] ?? null,
      decision: DECISIONS[decision] ?? "",
      quota: COUNTS.has(name) ? "counts" : "exempt",
      eligibleOn: dayInWords(eligibleOn),
      requirements,
    });
    at += HEAD + 2 * count;
  }
  return answers;
}
