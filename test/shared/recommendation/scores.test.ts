import { assert, array, double, integer, property, shuffledSubarray, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStart } from "../../../shared/calendar/text.ts";
import { readPerson } from "../../../shared/policy/facts.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import type { Ballot } from "../../../shared/recommendation/round.ts";
import {
  proposePoints,
  scoreBallots,
  scoreCandidacy,
  townshipDays,
} from "../../../shared/recommendation/scores.ts";
import { postingWith } from "../../support/unit-file.ts";
import { ballotWith, CRITERIA, doctorWith, REVIEWERS, roundWith } from "./rounds.ts";

const ONE = [{ id: "work", name: "绩", most: 100, weight: 100, basis: "judgement" }] as const;
const CUT_OFF = parseStart("2026-12-31") ?? 0;

function roundOf(...points: readonly number[]) {
  const ballots: Ballot[] = points.map((one, index) => ({
    id: `b-${index}`,
    reviewerId: `r-${index}`,
    marks: [{ candidacyId: "c-001", criterionId: "work", points: one }],
    recusals: [],
  }));
  return roundWith({ criteria: [...ONE], ballots });
}

describe("a score", () => {
  it("weighs the mean of each criterion by its share of the most points", () => {
    const ballots = [ballotWith("b-1", { "c-001": 80 }), ballotWith("b-2", { "c-001": 90 })];
    const scored = scoreCandidacy(roundWith({ ballots: [...ballots] }), "c-001", null);
    // 德 85 of 100 × 30, 绩 85 of 100 × 50, years 25 of 25 × 20.
    expect(scored.score).toBe(88);
    expect(scored.means.map(({ mean }) => mean)).toEqual([85, 85, 25]);
  });

  it("leaves out one highest and one lowest mark from so many marks on", () => {
    const trimmed = scoreCandidacy(roundOf(0, 80, 85, 90, 100), "c-001", 5);
    expect(trimmed.score).toBe(85);
    expect(trimmed.means).toEqual([{ criterionId: "work", mean: 85, marks: 5, trimmed: 2 }]);
    expect(scoreCandidacy(roundOf(0, 80, 85, 90), "c-001", 5).score).toBe(63.75);
    expect(scoreCandidacy(roundOf(0, 80, 85, 90, 100), "c-001", null).score).toBe(71);
  });

  it("counts nothing of who stood back", () => {
    const own = ballotWith("b-2", { "c-001": 100 }, { recusals: ["c-001"] });
    const ballots = [ballotWith("b-1", { "c-001": 50 }), own];
    expect(scoreCandidacy(roundWith({ ballots }), "c-001", null).means[0]?.mean).toBe(50);
  });

  it("is none where a criterion has no mark or there are no criteria", () => {
    const { criteria, ballots } = roundOf(80);
    const more = roundWith({ criteria: [...criteria, ...CRITERIA.slice(2)], ballots });
    expect(scoreCandidacy(more, "c-001", null).score).toBeNull();
    expect(scoreCandidacy(roundWith({ criteria: [] }), "c-001", null).score).toBeNull();
  });

  it("does not hang on the order of the ballots, and lies between 0 and 100", () => {
    const points = array(double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 });
    const given = points.chain((own) =>
      tuple(shuffledSubarray(own, { minLength: own.length }), integer({ min: 3, max: 9 })).map(
        ([shuffled, trimFrom]) => ({ own, shuffled, trimFrom }),
      ),
    );
    assert(
      property(given, ({ own, shuffled, trimFrom }) => {
        const { score } = scoreCandidacy(roundOf(...own), "c-001", trimFrom);
        expect(scoreCandidacy(roundOf(...shuffled), "c-001", trimFrom).score).toBe(score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe("a ballot's score", () => {
  const ballots = [
    ballotWith("b-1", { "c-001": 60 }, { reviewerId: "r-1" }),
    ballotWith("b-2", { "c-001": 100 }, { reviewerId: "r-2" }),
    ballotWith("b-3", {}, { reviewerId: "r-3", recusals: ["c-001"] }),
  ];

  it("bears its reviewer's name where the review is open", () => {
    const round = roundWith({ ballots, reviewers: [...REVIEWERS], isSecret: false });
    expect(scoreBallots(round, "c-001")).toEqual([
      { reviewer: "评议人r-1", score: 68 },
      { reviewer: "评议人r-2", score: 100 },
      { reviewer: "评议人r-3", score: null },
    ]);
  });

  it("bears no name and no place in the pile where it is secret", () => {
    const round = roundWith({ ballots, reviewers: [...REVIEWERS], isSecret: true });
    expect(scoreBallots(round, "c-001")).toEqual([
      { reviewer: null, score: 100 },
      { reviewer: null, score: 68 },
      { reviewer: null, score: null },
    ]);
  });
});

describe("points for township years", () => {
  const years = { ...CRITERIA[2], most: 20 } as (typeof CRITERIA)[number];

  it("are proposed for each full year, up to the most", () => {
    // From 2004-08 to the end of 2026: 22 years and 5 months.
    const facts = readPerson(doctorWith());
    expect(proposePoints({ ...years, most: 25 }, facts, CUT_OFF, SHANDONG_2020)).toBe(22);
    expect(proposePoints(years, facts, CUT_OFF, SHANDONG_2020)).toBe(20);
    expect(townshipDays(facts, CUT_OFF)).toBe(8_188);
  });

  it("are none for who never worked there, and nothing for what reviewers judge", () => {
    const facts = readPerson(doctorWith({ postings: [postingWith({ setting: "county" })] }));
    expect(proposePoints(years, facts, CUT_OFF, SHANDONG_2020)).toBe(0);
    const [virtue] = CRITERIA;
    if (virtue === undefined) throw new Error("a criterion is needed");
    expect(proposePoints(virtue, facts, CUT_OFF, SHANDONG_2020)).toBeNull();
  });
});
