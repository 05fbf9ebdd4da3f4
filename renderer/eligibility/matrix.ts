import type { Answer, PersonAnswers } from "../../shared/policy/answer.ts";
import type { Decision } from "../../shared/policy/outcome.ts";
import { PATHWAYS, type PathwayId } from "../../shared/policy/pathway-names.ts";
import type { Series } from "../../shared/records/series.ts";
import { LINES, type Line } from "../../shared/records/title.ts";
import type { RosterRow } from "../store/types.ts";

/** The matrix of people and pathways: which columns there are, and what stands in each cell. */

/** A pathway on one line, or on none where it leads to a post. */
export interface MatrixColumn {
  readonly id: string;
  readonly pathway: PathwayId;
  readonly line: Line | null;
}

const ON_BOTH_LINES: ReadonlySet<PathwayId> = new Set([
  "regular",
  "townshipTenure",
  "exchange",
  "doctor",
]);

/** Every column that there can be, in the order of the pathways. */
export const MATRIX_COLUMNS: readonly MatrixColumn[] = PATHWAYS.flatMap((pathway) =>
  linesOf(pathway).map((line) => ({ id: columnId(pathway, line), pathway, line })),
);

function linesOf(pathway: PathwayId): readonly (Line | null)[] {
  if (ON_BOTH_LINES.has(pathway)) return LINES;
  return pathway === "conversion" ? ["provincial"] : [null];
}

function columnId(pathway: PathwayId, line: Line | null): string {
  return line === null ? pathway : `${pathway}-${line}`;
}

/** The column of a pathway on a line. */
export function columnOf({ pathway, line }: Pick<Answer, "pathway" | "line">): string {
  return columnId(pathway, line);
}

/** What a person is asked in a column; several levels may be open at once. */
export interface MatrixCell {
  /** The answer nearest to an application. */
  readonly first: Answer;
  readonly all: readonly Answer[];
}

export interface MatrixRow {
  readonly personId: string;
  readonly name: string;
  readonly initials: string;
  readonly nameRank: number;
  readonly idTail: string | null;
  readonly titleName: string | null;
  /** The series that the person is asked in; that of their title until they are worked out. */
  readonly series: Series | null;
  /** Still to be worked out. */
  readonly isPending: boolean;
  readonly cells: Readonly<Partial<Record<string, MatrixCell>>>;
}

/** The rows of the matrix in the order of the roster. */
export function matrixRows(
  roster: readonly RosterRow[],
  answers: ReadonlyMap<string, PersonAnswers>,
): readonly MatrixRow[] {
  return roster.map((row) => {
    const assessments = answers.get(row.id)?.assessments;
    return {
      personId: row.id,
      name: row.name,
      initials: row.initials,
      nameRank: row.nameRank,
      idTail: row.idTail,
      titleName: row.titleName,
      series: assessments?.find(({ series }) => series !== null)?.series ?? row.series,
      isPending: assessments === undefined,
      cells: assessments === undefined ? {} : cellsOf(assessments),
    };
  });
}

function cellsOf(assessments: readonly Answer[]): Record<string, MatrixCell> {
  const lists: Record<string, Answer[]> = {};
  for (const assessment of assessments) (lists[columnOf(assessment)] ??= []).push(assessment);
  const cells: Record<string, MatrixCell> = {};
  for (const [id, all] of Object.entries(lists)) {
    const first = nearest(all);
    if (first !== null) cells[id] = { first, all };
  }
  return cells;
}

/** The answer nearest to an application: open, then to be verified, then the earliest day; of equals the first. */
export function nearest(assessments: readonly Answer[]): Answer | null {
  let best: Answer | null = null;
  for (const one of assessments) if (best === null || distance(one) < distance(best)) best = one;
  return best;
}

/** A text that orders answers by how near an application is. */
export function distance({
  decision,
  eligibleOn,
}: Pick<Answer, "decision" | "eligibleOn">): string {
  if (decision === "eligible") return "0";
  if (decision === "undetermined") return "1";
  return eligibleOn === null ? "3" : `2 ${eligibleOn}`;
}

/** How many people have each answer in a column, by their nearest one. */
export type DecisionCounts = Readonly<Record<Decision, number>>;

/** The counts of every column that concerns somebody. */
export function countColumns(rows: readonly MatrixRow[]): ReadonlyMap<string, DecisionCounts> {
  const counts = new Map<string, Record<Decision, number>>();
  for (const { cells } of rows) {
    for (const [id, cell] of Object.entries(cells)) {
      if (cell === undefined) continue;
      const sum = counts.get(id) ?? { eligible: 0, undetermined: 0, ineligible: 0 };
      sum[cell.first.decision] += 1;
      counts.set(id, sum);
    }
  }
  return counts;
}
