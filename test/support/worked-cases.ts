import { readdirSync, readFileSync } from "node:fs";
import { checkUnitFile, type UnitFile } from "../../shared/records/unit-file.ts";
import type { ComparedAssessment } from "./compared.ts";

const FOLDER = new URL("../fixtures/cases/", import.meta.url);

/** A worked case as `test/fixtures/cases/README.md` describes it. */
export interface WorkedCase {
  readonly cycle: { readonly year: number; readonly applyOn?: string; readonly cutOff?: string };
  readonly unitFile: UnitFile;
  readonly expect: Readonly<Record<string, readonly ComparedAssessment[]>>;
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
