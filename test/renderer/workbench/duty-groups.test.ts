import { describe, expect, it } from "vitest";
import { groupDuties } from "../../../renderer/workbench/duty-groups.ts";
import { dayOf } from "../../../shared/calendar/day.ts";
import type { Duty } from "../../../shared/policy/duties.ts";

function sanction(personId: string, dueOn: string | null): Duty {
  return { kind: "sanctionRuns", personId, sanction: "demerit", dueOn, clause: "" };
}
const CATALOGUE: Duty = {
  kind: "catalogueUpdate",
  personId: null,
  isUnitListed: true,
  dueOn: "2026-06-30",
  clause: "",
};

function groupsOf(duties: readonly Duty[], today: number): readonly string[][] {
  return groupDuties(duties, today).map(({ bundles }) =>
    bundles.flatMap((bundle) => bundle.duties.map(({ dueOn }) => dueOn ?? "none")),
  );
}

describe("duties on the workbench", () => {
  const today = dayOf(2026, 6, 15);

  it("are overdue from the day after they were due", () => {
    expect(groupsOf([sanction("a", "2026-06-14"), sanction("b", "2026-06-15")], today)).toEqual([
      ["2026-06-14"],
      ["2026-06-15"],
      [],
    ]);
  });

  it("belong to this month up to its last day", () => {
    expect(groupsOf([sanction("a", "2026-06-30"), sanction("b", "2026-07-01")], today)).toEqual([
      [],
      ["2026-06-30"],
      ["2026-07-01"],
    ]);
    expect(groupsOf([sanction("a", "2026-12-31")], dayOf(2026, 12, 1))[1]).toEqual(["2026-12-31"]);
    expect(groupsOf([sanction("a", "2028-02-29")], dayOf(2028, 2, 1))[1]).toEqual(["2028-02-29"]);
  });

  it("without a date come later, not never", () => {
    expect(groupsOf([sanction("a", null)], today)).toEqual([[], [], ["none"]]);
  });

  it("of one kind stand together, and count each person once", () => {
    const [, month] = groupDuties(
      [
        sanction("a", "2026-06-20"),
        CATALOGUE,
        sanction("a", "2026-06-30"),
        sanction("b", "2026-06-30"),
      ],
      today,
    );
    expect(month?.count).toBe(4);
    expect(month?.bundles.map(({ kind, personIds }) => [kind, personIds])).toEqual([
      ["sanctionRuns", ["a", "b"]],
      ["catalogueUpdate", []],
    ]);
  });
});
