import { evaluate } from "../../shared/policy/evaluate.ts";
import { cycleOf } from "../../shared/policy/cycle.ts";
import { SHANDONG_2020 } from "../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../shared/records/unit-file.ts";
import type { DraftCandidate, PackageDraft } from "../../shared/submission/package-draft.ts";
import { STAFF } from "./package-documents.ts";

/** A draft about some people of a unit, each put forward on the first thing that the rules ask of them. */
export function draftWith(
  given: Partial<PackageDraft> = {},
  unitFile: UnitFile = STAFF,
  personIds: readonly string[] = ["p-001", "p-003"],
): PackageDraft {
  return {
    unitFile,
    cycle: { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" },
    packId: SHANDONG_2020.id,
    candidates: candidatesOf(unitFile, personIds),
    publicity: { from: "2026-09-01", to: "2026-09-07" },
    attachments: [],
    isReplacing: false,
    ...given,
  };
}

function candidatesOf(unitFile: UnitFile, personIds: readonly string[]): DraftCandidate[] {
  const confirmation = { by: "王审核", at: "2026-09-09T08:00:00Z", reason: "已核对原件" };
  return evaluate(unitFile, cycleOf(2026), SHANDONG_2020)
    .filter(({ personId }) => personIds.includes(personId))
    .flatMap(({ personId, assessments }) =>
      assessments.slice(0, 1).map(({ pathway, line, series, level }) => ({
        personId,
        pathway,
        line,
        series,
        level,
        confirmation,
        score: null,
        rank: null,
      })),
    );
}
