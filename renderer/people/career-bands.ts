import { type Day, FOREVER } from "../../shared/calendar/day.ts";
import type { MergedPeriods } from "../../shared/calendar/periods.ts";
import type { PersonFacts } from "../../shared/policy/facts.ts";
import type { LengthFigure } from "../../shared/policy/requirement.ts";
import { showServiceLength } from "../../shared/policy/requirements/figures.ts";
import type { Posting } from "../../shared/records/posting.ts";

/** What the time line of a career shows: postings on rows that do not overlap, and below them what counts as township work. */
export interface CareerBand {
  readonly from: Day;
  readonly to: Day;
  /** Null for a counted stretch. */
  readonly posting: Posting | null;
  readonly tone: "township" | "other" | "absence" | "counted";
  readonly row: number;
}

export interface Career {
  readonly from: Day;
  readonly to: Day;
  readonly bands: readonly CareerBand[];
  readonly rows: number;
  readonly township: LengthFigure;
}

/** The career of a person up to a day (running periods end there); null where no posting is on file. */
export function careerOf({ postings, townshipWork }: PersonFacts, lastDay: Day): Career | null {
  const end = lastDay + 1;
  const shown = postings.filter(({ from }) => from < end).toSorted((a, b) => a.from - b.from);
  const first = shown[0];
  if (first === undefined) return null;
  const rowEnds: Day[] = [];
  const bands = shown.map((posting): CareerBand => {
    const to = Math.min(posting.to, end);
    const free = rowEnds.findIndex((rowEnd) => rowEnd <= posting.from);
    const row = free === -1 ? rowEnds.length : free;
    rowEnds[row] = to;
    return { from: posting.from, to, posting: posting.record, tone: toneOf(posting.record), row };
  });
  const rows = rowEnds.length;
  return {
    from: first.from,
    to: end,
    bands: [...bands, ...countedBands(townshipWork, end, rows)],
    rows: rows + 1,
    township: showServiceLength(townshipWork, lastDay),
  };
}

function countedBands(periods: MergedPeriods, end: Day, row: number): readonly CareerBand[] {
  return periods
    .filter(({ from }) => from < end)
    .map(({ from, to }) => ({
      from,
      to: Math.min(to === FOREVER ? end : to, end),
      posting: null,
      tone: "counted" as const,
      row,
    }));
}

function toneOf({ kind, setting }: Posting): CareerBand["tone"] {
  if (kind === "study" || kind === "leave") return "absence";
  return setting === "township" ? "township" : "other";
}
