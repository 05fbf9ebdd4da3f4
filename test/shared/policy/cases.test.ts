import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Assessment } from "../../../shared/policy/assessment.ts";
import { parseStart } from "../../../shared/calendar/text.ts";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";

const COPY = new URL("../../fixtures/cases/", import.meta.url);
const ORIGINAL = new URL("../../../../shared/cases/", import.meta.url);

interface WorkedCase {
  readonly name: string;
  readonly why: string;
  readonly cycle: { readonly year: number; readonly applyOn?: string; readonly cutOff?: string };
  readonly unitFile: unknown;
  readonly expect: Readonly<Record<string, readonly unknown[]>>;
}

function casesIn(folder: URL): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}

/** What the cases compare, in an order of its own. */
function compared(assessments: readonly Assessment[]): unknown[] {
  return assessments
    .map(({ pathway, line, series, level, decision, quota, eligibleOn, requirements }) => ({
      pathway,
      line,
      series,
      level,
      decision,
      quota,
      eligibleOn,
      requirements: Object.fromEntries(
        requirements.map(({ id, status, metOn }) => [id, { status, metOn }]),
      ),
    }))
    .toSorted(byQuestion);
}

function byQuestion(a: unknown, b: unknown): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf(assessment: unknown): string {
  const { pathway, line, series, level } = assessment as Assessment;
  return `${pathway} ${line} ${series} ${level}`;
}

function runCase(folder: URL, name: string): void {
  const worked = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as WorkedCase;
  const checked = checkUnitFile(worked.unitFile);
  if (!checked.ok) throw new Error(`${name} is refused`);
  const dayOrDefault = (written: string | undefined) =>
    written === undefined ? undefined : (parseStart(written) ?? undefined);
  const applyOn = dayOrDefault(worked.cycle.applyOn);
  const cutOff = dayOrDefault(worked.cycle.cutOff);
  const cycle = cycleOf(worked.cycle.year, {
    ...(applyOn === undefined ? {} : { applyOn }),
    ...(cutOff === undefined ? {} : { cutOff }),
  });
  const answers = evaluate(checked.value, cycle, SHANDONG_2020);
  expect(answers.map(({ personId }) => personId)).toEqual(Object.keys(worked.expect));
  for (const { personId, assessments } of answers) {
    const expected = [...(worked.expect[personId] ?? [])].toSorted(byQuestion);
    expect(compared(assessments), `${name} ${personId}`).toEqual(expected);
  }
}

describe("the worked cases", () => {
  it.each(casesIn(COPY))("%s agrees in every field", (name) => runCase(COPY, name));
});

describe.runIf(existsSync(ORIGINAL))("the worked cases beside the checkout", () => {
  it.each(existsSync(ORIGINAL) ? casesIn(ORIGINAL) : [])("%s agrees in every field", (name) =>
    runCase(ORIGINAL, name),
  );

  it("are the ones copied into the fixtures", () => {
    expect(casesIn(COPY)).toEqual(casesIn(ORIGINAL));
    for (const name of casesIn(ORIGINAL)) {
      const copy = readFileSync(new URL(name, COPY), "utf8");
      expect(copy, fileURLToPath(new URL(name, COPY))).toBe(
        readFileSync(new URL(name, ORIGINAL), "utf8"),
      );
    }
  });
});
