import { describe, expect, it } from "vitest";
import { cycleOf } from "../../../shared/policy/cycle.ts";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import type { Pack } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { Baseline } from "../../bench/baseline.ts";
import { preparePerson } from "../../bench/baseline/prepare.ts";
import { readOut } from "../../bench/baseline/read-out.ts";
import { openRules } from "../../bench/baseline/rules.ts";
import { comparedOf, inOrder } from "../../support/compared.ts";
import { Dice } from "../../support/dice.ts";
import { throwPack } from "../../support/people/packs.ts";
import { type Population, throwPopulation } from "../../support/population.ts";
import { MEASURED_YEAR, throwStaff } from "../../support/staff.ts";

/** Decides a unit by the engine and by the baseline; every field that the cases compare must agree. */
function expectAgreement({ unitFile, cycle }: Population, pack: Pack, what: string): void {
  const people = unitFile.people.map(preparePerson);
  const baseline = new Baseline(openRules(pack, cycle, unitFile.unit, people));
  const engine = evaluate(unitFile, cycle, pack);
  for (const [index, person] of people.entries()) {
    baseline.decide(person);
    const expected = inOrder((engine[index]?.assessments ?? []).map(comparedOf));
    expect(inOrder(readOut(baseline.answers)), `${what}, p-${index + 1}`).toEqual(expected);
  }
}

describe("the integer baseline that the engine is measured against", () => {
  it("gives the engine's answers for 10,000 thrown people", () => {
    for (let seed = 1; seed <= 400; seed += 1)
      expectAgreement(throwPopulation(seed, 25), SHANDONG_2020, `seed ${seed}`);
  });

  it("gives the engine's answers under other packs", () => {
    for (let seed = 1; seed <= 100; seed += 1)
      expectAgreement(throwPopulation(seed, 25), throwPack(new Dice(seed)), `seed ${seed}`);
  });

  it("gives the engine's answers for the staff that is measured", () => {
    const unitFile = throwStaff(42, 2_000);
    expectAgreement({ unitFile, cycle: cycleOf(MEASURED_YEAR) }, SHANDONG_2020, "staff");
  });
});
