import type { Ballot, Mark } from "../../shared/recommendation/round.ts";
import type { Criterion } from "../../shared/policy/criterion.ts";

/** A ballot while it is typed in: a text for each candidate and criterion. */

export interface BallotForm {
  readonly texts: Readonly<Record<string, string>>;
  /** Candidacies that the reviewer does not mark (回避). */
  readonly recusals: readonly string[];
}

export type PointsFault = "number" | "most" | "decimals";

export type ReadPoints =
  | { readonly ok: true; readonly points: number | null }
  | { readonly ok: false; readonly fault: PointsFault };

/** Where a mark stands in the form. */
export function markKey(candidacyId: string, criterionId: string): string {
  return `${candidacyId} ${criterionId}`;
}

/** Points as typed, at most two decimals; an empty field is not marked yet. */
export function readPoints(text: string, most: number): ReadPoints {
  const digits = text.normalize("NFKC").trim();
  if (digits === "") return { ok: true, points: null };
  if (!/^\d+(?:\.\d*)?$/.test(digits)) return { ok: false, fault: "number" };
  if (/\.\d{3,}$/.test(digits)) return { ok: false, fault: "decimals" };
  const points = Number(digits);
  return points > most ? { ok: false, fault: "most" } : { ok: true, points };
}

/** The form of a ballot on file; empty for a new one. */
export function formOfBallot(ballot: Ballot | undefined): BallotForm {
  const marks = ballot?.marks ?? [];
  return {
    texts: Object.fromEntries(
      marks.map(({ candidacyId, criterionId, points }) => [
        markKey(candidacyId, criterionId),
        String(points),
      ]),
    ),
    recusals: ballot?.recusals ?? [],
  };
}

/** How far a form is. */
export interface BallotProgress {
  readonly faults: number;
  /** Marks that are still to be given. */
  readonly missing: number;
}

/** Counts what is wrong and what is missing; who is recused is not asked for. */
export function judgeBallot(
  { texts, recusals }: BallotForm,
  candidacyIds: readonly string[],
  criteria: readonly Criterion[],
): BallotProgress {
  let faults = 0;
  let missing = 0;
  for (const id of candidacyIds) {
    if (recusals.includes(id)) continue;
    for (const { id: criterionId, most } of criteria) {
      const read = readPoints(texts[markKey(id, criterionId)] ?? "", most);
      if (!read.ok) faults += 1;
      else if (read.points === null) missing += 1;
    }
  }
  return { faults, missing };
}

/** The marks of a form without faults; fields that are empty give none. */
export function marksOfForm(
  { texts, recusals }: BallotForm,
  candidacyIds: readonly string[],
  criteria: readonly Criterion[],
): Mark[] {
  return candidacyIds
    .filter((id) => !recusals.includes(id))
    .flatMap((candidacyId) =>
      criteria.flatMap(({ id: criterionId, most }): readonly Mark[] => {
        const read = readPoints(texts[markKey(candidacyId, criterionId)] ?? "", most);
        return read.ok && read.points !== null
          ? [{ candidacyId, criterionId, points: read.points }]
          : [];
      }),
    );
}

/** A cell of the table of marks. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a cell; null where it stays. Left and right leave the field only at its end, so that
 * they still move in what is typed.
 */
export function nextCell(
  { row, column }: Cell,
  key: string,
  size: { readonly rows: number; readonly columns: number },
  caret: { readonly isAtStart: boolean; readonly isAtEnd: boolean },
): Cell | null {
  const within = (cell: Cell) =>
    cell.row >= 0 && cell.row < size.rows && cell.column >= 0 && cell.column < size.columns
      ? cell
      : null;
  switch (key) {
    case "Enter":
      // At the foot of a column the next one begins, as the paper is filled in.
      return row + 1 < size.rows
        ? { row: row + 1, column }
        : within({ row: 0, column: column + 1 });
    case "ArrowDown":
      return within({ row: row + 1, column });
    case "ArrowUp":
      return within({ row: row - 1, column });
    case "ArrowRight":
      return caret.isAtEnd ? within({ row, column: column + 1 }) : null;
    case "ArrowLeft":
      return caret.isAtStart ? within({ row, column: column - 1 }) : null;
    default:
      return null;
  }
}
