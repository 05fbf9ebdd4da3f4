import { readdirSync, readFileSync } from "node:fs";
import { checkUnitFile, type UnitFile } from "../../shared/records/unit-file.ts";

const FOLDER = new URL("../fixtures/cases/", import.meta.url);

/** A worked case as `test/fixtures/cases/README.md` describes it. */
export interface WorkedCase {
  readonly cycle: { readonly year: number; readonly applyOn?: string; readonly cutOff?: string };
  readonly unitFile: UnitFile;
  readonly expect: Readonly<Record<string, readonly ComparedAssessment[]>>;
}

/** The fields of an assessment that are compared. */
export interface ComparedAssessment {
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

export function namesOfWorkedCases(): readonly string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}

export function readWorkedCase(name: string): WorkedCase {
  const worked = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")) as WorkedCase;
  const checked = checkUnitFile(worked.unitFile);
  if (!checked.ok) throw new Error(`${name} is refused`);
  return { ...worked, unitFile: checked.value };
}

/** Assessments come in any order: put them in one of our own. */
export function inOrder<Item extends ComparedAssessment>(assessments: readonly Item[]): Item[] {
  const keyOf = ({ pathway, line, series, level }: ComparedAssessment) =>
    `${pathway} ${line} ${series} ${level}`;
  return assessments.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
