import { describe, expect, it } from "vitest";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { evaluateNaively } from "../../support/naive-rules/evaluate-naively.ts";
import { firstDayOf } from "../../support/naive-rules/dates.ts";
import { inOrder } from "../../support/compared.ts";
import { namesOfWorkedCases, readWorkedCase } from "../../support/worked-cases.ts";

describe("the naive evaluator", () => {
  it.each(namesOfWorkedCases())("agrees with %s in every field", (name) => {
    const { cycle, unitFile, expect: expected } = readWorkedCase(name);
    const answers = evaluateNaively(
      unitFile,
      {
        year: cycle.year,
        applyOn: firstDayOf(cycle.applyOn ?? `${cycle.year}-09-01`),
        cutOff: firstDayOf(cycle.cutOff ?? `${cycle.year}-12-31`),
      },
      SHANDONG_2020,
    );
    expect(answers.map(({ personId }) => personId)).toEqual(Object.keys(expected));
    for (const { personId, assessments } of answers)
      expect(inOrder(assessments), personId).toEqual(inOrder(expected[personId] ?? []));
  });
});
