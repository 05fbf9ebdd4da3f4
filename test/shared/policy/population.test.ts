import { describe, expect, it } from "vitest";
import { evaluate } from "../../../shared/policy/evaluate.ts";
import { packSchema } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { formatIssue } from "../../../shared/records/issue.ts";
import { checkUnitFile } from "../../../shared/records/unit-file.ts";
import { Dice } from "../../support/dice.ts";
import { throwPack } from "../../support/people/packs.ts";
import { throwPopulation } from "../../support/population.ts";
import { throwStaff } from "../../support/staff.ts";

const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

/** Every outcome that a requirement can come to; "dated" where time mends it. */
const OUTCOMES: Readonly<Record<string, string>> = {
  "employment.grassroots": "met unmet",
  "employment.township": "met unmet",
  "ladder.education": "met unknown unmet",
  "ladder.tenure": "met unknown unmet unmet-dated",
  "township.years": "met unmet unmet-dated",
  "training.annual": "met unmet",
  "training.specialty": "met unmet",
  "appraisal.results": "met unknown unmet-dated",
  // A level is asked only where no title of it stands.
  "line.held": "met",
  "line.sameYear": "met unmet-dated",
  "line.lockout": "met unmet-dated",
  "sanction.none": "met unmet unmet-dated",
  "quota.vacancy": "met unknown unmet",
  "exchange.origin": "met unmet",
  "doctor.degree": "met unmet",
  "doctor.outstanding": "met unknown unmet",
  "conversion.held": "met unmet",
  "conversion.years": "met unmet unmet-dated",
  "conversion.appraisals": "met unknown unmet",
  "conversion.training": "met unmet",
  "directHire.qualification": "met unmet",
  // Asked only of whoever is in no such posting.
  "directHire.origin": "met",
  "directHire.volunteer": "met unknown unmet",
  "directHire.served": "met unmet unmet-dated",
  "directHire.appraisals": "met unknown unmet",
  "exam.margin": "met unmet",
};

const DECISIONS: Readonly<Record<string, string>> = {
  regular: "eligible ineligible undetermined",
  townshipTenure: "eligible ineligible undetermined",
  exchange: "eligible ineligible undetermined",
  doctor: "eligible ineligible undetermined",
  conversion: "eligible ineligible undetermined",
  directHire: "eligible ineligible undetermined",
  directHireMobility: "eligible ineligible undetermined",
  // None of its requirements can be unknown.
  examMargin: "eligible ineligible",
};

class Tally {
  readonly #seen = new Map<string, Set<string>>();

  note(subject: string, outcome: string): void {
    const outcomes = this.#seen.get(subject) ?? new Set();
    this.#seen.set(subject, outcomes.add(outcome));
  }

  asRecord(): Record<string, string> {
    return Object.fromEntries(
      [...this.#seen].map(([subject, outcomes]) => [subject, [...outcomes].toSorted().join(" ")]),
    );
  }
}

describe("the thrown people", () => {
  it("are accepted as a unit file", () => {
    for (const seed of SEEDS) {
      const checked = checkUnitFile(throwPopulation(seed, 25).unitFile);
      const issues = checked.ok ? [] : checked.issues.map(formatIssue);
      expect(issues, `seed ${seed}`).toEqual([]);
    }
  });

  it("are the same for the same seed and others for another", () => {
    const first = JSON.stringify(throwPopulation(7, 10));
    expect(JSON.stringify(throwPopulation(7, 10))).toBe(first);
    expect(JSON.stringify(throwPopulation(8, 10))).not.toBe(first);
  });

  it("bring about every outcome of every requirement and every decision on every pathway", () => {
    const requirements = new Tally();
    const pathways = new Tally();
    for (const seed of SEEDS) {
      const { unitFile, cycle } = throwPopulation(seed, 25);
      for (const { assessments } of evaluate(unitFile, cycle, SHANDONG_2020)) {
        for (const assessment of assessments) {
          pathways.note(assessment.pathway, assessment.decision);
          for (const { id, status, metOn } of assessment.requirements)
            requirements.note(id, metOn === null ? status : `${status}-dated`);
        }
      }
    }
    expect(requirements.asRecord()).toEqual(OUTCOMES);
    expect(pathways.asRecord()).toEqual(DECISIONS);
  });

  it("are judged by packs that the schema accepts", () => {
    for (const seed of SEEDS)
      expect(packSchema.safeParse(throwPack(new Dice(seed))).error).toBe(undefined);
  });
});

describe("the staff thrown for measuring", () => {
  it("is accepted as a unit file and as full as staff in life", () => {
    const unitFile = throwStaff(42, 300);
    const checked = checkUnitFile(unitFile);
    expect(checked.ok ? [] : checked.issues.map(formatIssue)).toEqual([]);
    const lengths = (list: "postings" | "titles" | "appointments" | "appraisals") =>
      unitFile.people.map((person) => person[list].length);
    const range = (counts: readonly number[]) => [Math.min(...counts), Math.max(...counts)];
    expect(range(lengths("postings"))).toEqual([5, 8]);
    expect(range(lengths("titles"))).toEqual([2, 4]);
    expect(range(lengths("appointments"))).toEqual([2, 5]);
    expect(range(lengths("appraisals"))).toEqual([10, 20]);
    const trainingYears = unitFile.people.map(
      ({ training }) => new Set(training.map(({ year }) => year)).size,
    );
    expect(range(trainingYears)).toEqual([10, 20]);
  });
});
