import { parseStart } from "../../../shared/calendar/text.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Requirement } from "../../../shared/policy/requirement.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { MEASURED_YEAR, throwStaff } from "../../support/staff.ts";
import { median } from "../timing.ts";
import { isOfficeInstalled, recalculate } from "./office.ts";
import {
  FIRST_RESULT,
  LAST_RESULT,
  RESULT_COLUMNS,
  SPREADSHEET_EPOCH,
  staffSheet,
} from "./staff-sheet.ts";

const PEOPLE = 5_000;
const SEED = 42;

/** What the engine answers where the sheet has its answers; blanks where it asks nothing. */
function expectedCells(assessments: readonly Assessment[]): readonly string[] {
  const asked = assessments.find(
    ({ pathway, line }) => pathway === "townshipTenure" && line === "provincial",
  );
  const found = new Map<string, Requirement>(asked?.requirements.map((one) => [one.id, one]));
  return RESULT_COLUMNS.map((column) => {
    const [id = "", day] = column.split(" ");
    const requirement = found.get(id);
    if (requirement === undefined) return "";
    if (day === undefined) return requirement.status;
    const { metOn } = requirement;
    return metOn === null ? "0" : String((parseStart(metOn) ?? 0) + SPREADSHEET_EPOCH);
  });
}

function countDifferences(
  cells: readonly (readonly string[])[],
  expected: readonly (readonly string[])[],
): number {
  let count = 0;
  for (const [row, wanted] of expected.entries()) {
    for (const [column, text] of wanted.entries()) {
      if (cells[row]?.[column] === text) continue;
      count += 1;
      if (count <= 3)
        console.log(
          `row ${row + 1}, ${RESULT_COLUMNS[column]}: ${cells[row]?.[column]}, not ${text}`,
        );
    }
  }
  return count;
}

/** The same people in a workbook, recalculated by LibreOffice, next to the engine's time for one person. */
export function measureSpreadsheet(microseconds: number): void {
  console.log("");
  if (!isOfficeInstalled()) {
    console.log("spreadsheet: left out, LibreOffice (soffice) is not installed");
    return;
  }
  const unitFile = throwStaff(SEED, PEOPLE);
  const cycle = cycleOf(MEASURED_YEAR);
  const sheet = staffSheet(unitFile.people, cycle);
  const range = sheet.rangeOf(FIRST_RESULT, LAST_RESULT, PEOPLE);
  const { milliseconds, loading, cells } = recalculate(sheet.asFlatDocument(PEOPLE), range);
  const expected = evaluate(unitFile, cycle, SHANDONG_2020).map(({ assessments }) =>
    expectedCells(assessments),
  );
  const differences = countDifferences(cells, expected);
  const each = (median(milliseconds) * 1_000) / PEOPLE;
  console.log(
    `spreadsheet: ${PEOPLE} people, a row each, ${sheet.formulaCount} formulas a row, LibreOffice`,
  );
  console.log(
    "  work: 乡镇年限倾斜 on the provincial line at the next level, 9 of its 11 requirements with",
  );
  console.log(
    "  their days (without ladder.tenure and line.held); the engine decides all pathways",
  );
  console.log(
    `  ${expected.length * RESULT_COLUMNS.length} cells compared, ${differences} differ from the engine`,
  );
  console.log(
    `  recalculating ${each.toFixed(0)} µs a person (median of ${milliseconds.length}), loading ${loading} ms`,
  );
  console.log(
    `  ${(each / microseconds).toFixed(0)} times the engine's ${microseconds.toFixed(1)} µs for deciding everything`,
  );
}
