import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  openTies,
  type Pool,
  type Ranked,
  rankCandidacies,
  tiesAcross,
} from "../../../shared/recommendation/ranking.ts";
import { candidacyWith, SIGNED } from "./rounds.ts";

function rankedWith(id: string, score: number, townshipDays = 100): Ranked {
  return { candidacy: candidacyWith({ id, personId: `p-${id}` }), score, townshipDays };
}

function poolOf(...ranked: readonly Ranked[]): Pool {
  const [pool] = rankCandidacies(ranked, []);
  if (pool === undefined) throw new Error("a pool is needed");
  return pool;
}

const shown = ({ places }: Pool) =>
  places.map(({ candidacyId, rank, by }) => `${rank} ${candidacyId} ${by ?? "-"}`);

describe("a ranking", () => {
  it("goes by score, then by township years, and says by what", () => {
    const pool = poolOf(rankedWith("a", 80), rankedWith("b", 90, 50), rankedWith("c", 90, 70));
    expect(shown(pool)).toEqual(["1 c -", "2 b townshipYears", "3 a score"]);
  });

  it("shares a rank where nothing tells people apart, and leaves out the ranks behind", () => {
    const pool = poolOf(rankedWith("a", 90), rankedWith("b", 90), rankedWith("c", 80));
    expect(shown(pool)).toEqual(["1 a -", "1 b -", "3 c score"]);
    expect(openTies(pool)).toHaveLength(1);
  });

  it("takes the unit's word for equals where it puts all of them in order", () => {
    const equals = [rankedWith("a", 90), rankedWith("b", 90), rankedWith("c", 90)];
    const decided = (...order: string[]) => ({ order, reason: "集体研究", ...SIGNED });
    const [partly] = rankCandidacies(equals, [decided("b", "a")]);
    expect(partly?.places.map(({ rank }) => rank)).toEqual([1, 1, 1]);
    const [wholly] = rankCandidacies(equals, [decided("a", "b", "c"), decided("c", "a", "x", "b")]);
    expect(wholly === undefined ? [] : shown(wholly)).toEqual([
      "1 c -",
      "2 a tieBreak",
      "3 b tieBreak",
    ]);
  });

  it("never lets the unit's word stand against the figures", () => {
    const [pool] = rankCandidacies(
      [rankedWith("a", 90), rankedWith("b", 80)],
      [{ order: ["b", "a"], reason: "集体研究", ...SIGNED }],
    );
    expect(pool?.places.map(({ candidacyId }) => candidacyId)).toEqual(["a", "b"]);
  });

  it("compares people of one group of posts, inside and outside the quota apart", () => {
    const of = (id: string, given: Parameters<typeof candidacyWith>[0]): Ranked => ({
      candidacy: candidacyWith({ id, ...given }),
      score: 80,
      townshipDays: 1,
    });
    const pools = rankCandidacies(
      [
        of("a", { level: "senior", pathway: "doctor" }),
        of("b", { pathway: "townshipTenure" }),
        of("c", {}),
        of("d", { line: "grassroots" }),
        of("e", { level: "technician" }),
        of("f", { level: "assistant" }),
        of("g", { level: null, pathway: "directHire" }),
      ],
      [],
    );
    expect(pools.map(({ group, quota, places }) => [group, quota, places.length])).toEqual([
      ["junior", "counts", 2],
      ["associateSenior", "counts", 2],
      ["associateSenior", "exempt", 1],
      ["senior", "counts", 1],
    ]);
  });

  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [3, 0],
    [4, 0],
  ])("with %i free posts, %i ties of the second and third stand across them", (free, expected) => {
    const pool = poolOf(
      rankedWith("a", 95),
      rankedWith("b", 90),
      rankedWith("c", 90),
      rankedWith("d", 80),
    );
    expect(tiesAcross(pool, free)).toHaveLength(expected);
  });
});

describe("whatever the figures", () => {
  const people = array(
    record({ score: integer({ min: 0, max: 5 }), days: integer({ min: 0, max: 3 }) }),
    { minLength: 1, maxLength: 12 },
  ).map((figures) =>
    figures.map(({ score, days }, index) => rankedWith(`c-${index}`, score, days)),
  );

  it("everybody is ranked once, nobody before a better one, and equals alike", () => {
    assert(
      property(people, (ranked) => {
        const { places } = poolOf(...ranked);
        const figures = new Map(ranked.map((one) => [one.candidacy.id, one]));
        expect(places.map(({ candidacyId }) => candidacyId).toSorted()).toEqual(
          [...figures.keys()].toSorted(),
        );
        for (const [index, place] of places.entries()) {
          const better = ranked.filter(
            ({ score, townshipDays }) =>
              score > place.score || (score === place.score && townshipDays > place.townshipDays),
          );
          expect(place.rank).toBe(better.length + 1);
          expect(place.rank).toBeLessThanOrEqual(index + 1);
        }
      }),
    );
  });

  it("the order in which people are given does not matter", () => {
    assert(
      property(people, constantFrom(1, 2, 3, 5), (ranked, step) => {
        const turned = [...ranked.slice(step), ...ranked.slice(0, step)].toReversed();
        expect(poolOf(...turned)).toEqual(poolOf(...ranked));
      }),
    );
  });
});
