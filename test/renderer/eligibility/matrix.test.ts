import { describe, expect, it } from "vitest";
import {
  columnOf,
  countColumns,
  MATRIX_COLUMNS,
  matrixRows,
  nearest,
} from "../../../renderer/eligibility/matrix.ts";
import { ANSWERS, answer, BY_PERSON, ROSTER, sampleRows } from "./sample.ts";

describe("the matrix", () => {
  it("has a column for every answer of the invented unit", () => {
    const known = new Set(MATRIX_COLUMNS.map(({ id }) => id));
    const asked = new Set(ANSWERS.flatMap(({ assessments }) => assessments.map(columnOf)));
    expect(asked.size).toBeGreaterThan(5);
    expect([...asked].filter((id) => !known.has(id))).toEqual([]);
  });

  it("puts every answer of a person into exactly one cell", () => {
    for (const row of sampleRows()) {
      const shown = Object.values(row.cells).flatMap((cell) => cell?.all ?? []);
      expect(new Set(shown)).toEqual(new Set(BY_PERSON.get(row.personId)?.assessments));
    }
  });

  it("shows the open answer before one to be verified, that before a day in sight, the earlier day first", () => {
    const never = answer({});
    const later = answer({ eligibleOn: "2029-01-01" });
    const soon = answer({ eligibleOn: "2027-03-01" });
    const unsure = answer({ decision: "undetermined" });
    const open = answer({ decision: "eligible" });
    expect(nearest([never, later, soon, unsure, open])).toBe(open);
    expect(nearest([never, later, soon, unsure])).toBe(unsure);
    expect(nearest([never, later, soon])).toBe(soon);
    expect(nearest([never])).toBe(never);
    expect(nearest([])).toBeNull();
  });

  it("keeps the first of equal answers, so that the lower level stands in the cell", () => {
    const first = answer({ decision: "eligible", level: "intermediate" });
    expect(nearest([first, answer({ decision: "eligible" })])).toBe(first);
  });

  it("marks who is still to be worked out and gives them no cells", () => {
    const [first] = ROSTER;
    const rows = matrixRows(ROSTER, new Map([...BY_PERSON].filter(([id]) => id !== first?.id)));
    expect(rows.filter(({ isPending }) => isPending).map(({ personId }) => personId)).toEqual([
      first?.id,
    ]);
    expect(rows[0]?.cells).toEqual({});
  });

  it("counts each person once in a column, by the answer that its cell shows", () => {
    const rows = sampleRows();
    for (const [id, counts] of countColumns(rows)) {
      const cells = rows.flatMap(({ cells: own }) => own[id] ?? []);
      expect(counts.eligible + counts.undetermined + counts.ineligible).toBe(cells.length);
      expect(counts.eligible).toBe(
        cells.filter(({ all }) => all.some(({ decision }) => decision === "eligible")).length,
      );
    }
  });
});
