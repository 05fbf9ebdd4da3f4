import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import { commitImport, importWorkbook } from "../../../shared/workbook/import/import-workbook.ts";
import { unitWorkbookPlan } from "../../../shared/workbook/unit-workbook.ts";
import { canonical, unitFile } from "./random-unit-file.ts";
import { sheetsOfPlan } from "./sheets-of-plan.ts";

const PACK = SHANDONG_2020;

function importInto(source: UnitFile, existing: UnitFile | null) {
  const report = importWorkbook(sheetsOfPlan(unitWorkbookPlan(source)), { existing, pack: PACK });
  const committed = commitImport(report, "all");
  return { report, committed };
}

describe("a unit file written as a workbook and imported again", () => {
  it("is the same unit file", () => {
    fc.assert(
      fc.property(unitFile, (source) => {
        const { report, committed } = importInto(source, null);
        expect(report.issues).toEqual([]);
        if (!committed.ok) throw new Error(committed.code);
        expect(canonical(committed.unitFile)).toEqual(canonical(source));
      }),
      { numRuns: 150 },
    );
  });

  it("changes nothing where it is on file already", () => {
    fc.assert(
      fc.property(unitFile, (source) => {
        const { report, committed } = importInto(source, source);
        const { added, changed, refused } = report.counts;
        expect({ added, changed, refused, issues: report.issues }).toEqual({
          added: 0,
          changed: 0,
          refused: 0,
          issues: [],
        });
        if (!committed.ok) throw new Error(committed.code);
        expect(committed.unitFile).toEqual(source);
      }),
      { numRuns: 100 },
    );
  });
});
