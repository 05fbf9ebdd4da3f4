import { describe, expect, it } from "vitest";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { throwPopulation } from "../../support/population.ts";

const NOTICE = "鲁人社字〔2020〕42号";

/** The column "clause" of policy.md; what it leaves to the pack has the pack's basis. */
const CLAUSES: Readonly<Record<string, string>> = {
  "employment.grassroots": `${NOTICE} 四`,
  "employment.township": `${NOTICE} 六`,
  "township.years": `${NOTICE} 六`,
  "training.annual": `${NOTICE} 七`,
  "training.specialty": `${NOTICE} 五（一）`,
  "appraisal.results": "人社部发〔2023〕6号 第三十条（县局口径）",
  "line.held": `${NOTICE} 四`,
  "line.sameYear": `${NOTICE} 四`,
  "line.lockout": `${NOTICE} 四`,
  "sanction.none": "政务处分法 第二十条（县局口径）",
  "quota.vacancy": `${NOTICE} 六`,
  "exchange.origin": `${NOTICE} 五（二）`,
  "doctor.degree": `${NOTICE} 五（二）`,
  "doctor.outstanding": `${NOTICE} 五（二）`,
  "conversion.held": `${NOTICE} 四`,
  "conversion.years": `${NOTICE} 四`,
  "conversion.appraisals": `${NOTICE} 四（县局口径）`,
  "conversion.training": `${NOTICE} 四、七`,
  "directHire.qualification": `${NOTICE} 五（二）`,
  "directHire.origin": `${NOTICE} 五（二）`,
  "directHire.volunteer": `${NOTICE} 五（二）`,
  "directHire.served": `${NOTICE} 五（二）`,
  "directHire.appraisals": `${NOTICE} 五（二）`,
  "exam.margin": `${NOTICE} 五（二）`,
};

const REQUIREMENTS = Array.from({ length: 12 }, (_, seed) => {
  const { unitFile, cycle } = throwPopulation(seed + 1, 25);
  return evaluate(unitFile, cycle, SHANDONG_2020);
})
  .flat()
  .flatMap(({ assessments }) => assessments.flatMap(({ requirements }) => requirements));

describe("every requirement", () => {
  it("cites the clause that the specification gives it", () => {
    const cited = new Map<string, string>();
    for (const { id, clause } of REQUIREMENTS) {
      if (id.startsWith("ladder.")) continue;
      expect(cited.get(id) ?? clause, id).toBe(clause);
      cited.set(id, clause);
    }
    expect(Object.fromEntries(cited)).toEqual(CLAUSES);
  });

  it("of a ladder cites the rung's own source, or says that it is the county's reading", () => {
    const clauses = REQUIREMENTS.filter(({ id }) => id.startsWith("ladder.")).map(
      ({ clause }) => clause,
    );
    const numbers = Object.values(SHANDONG_2020.sources).map(({ number }) => number);
    for (const clause of new Set(clauses)) {
      const number = clause.replace("（县局口径）", "");
      expect([...numbers, "县局口径"], clause).toContain(number);
    }
    expect(new Set(clauses).size).toBeGreaterThan(5);
  });
});
