import { describe, expect, it } from "vitest";
import type { Person } from "../../../shared/records/person.ts";
import { openYear } from "../../../renderer/eligibility/open-year.ts";
import {
  type Lane,
  type PersonRoad,
  roadKey,
  roadYears,
  walkRoads,
} from "../../../renderer/eligibility/road-map.ts";
import { unitRoad } from "../../../renderer/eligibility/unit-road.ts";
import { ANSWERS, CYCLE, nurse, PACK, UNIT_FILE } from "./sample.ts";

function roadsOf(people: readonly Person[], isChosen?: (person: Person) => boolean) {
  const source = { unit: UNIT_FILE.unit, people, cycle: CYCLE, pack: PACK };
  return [...walkRoads(source, isChosen)].filter((road): road is PersonRoad => road !== null);
}

function lane(person: Person, pathway: string, line: string): Lane | undefined {
  return roadsOf([person])[0]?.lanes.find(
    (one) => one.pathway === pathway && one.line === line && one.level === "associateSenior",
  );
}

const YEARS = roadYears(CYCLE);

describe("the road map", () => {
  it("begins with the year of the round and goes ten years on", () => {
    expect(YEARS).toEqual([2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035]);
  });

  it("says in its first year what the answers of the round say", () => {
    const roads = new Map(roadsOf(UNIT_FILE.people).map((road) => [road.personId, road.lanes]));
    for (const { personId, assessments } of ANSWERS) {
      const first = new Map(
        roads.get(personId)?.map((one) => [roadKey(one), one.decisions[0]]) ?? [],
      );
      for (const one of assessments) expect(first.get(roadKey(one))).toBe(one.decision);
    }
  });

  it("opens a length in the year whose cut-off it reaches", () => {
    const waiting = nurse({
      appointments: [{ titleId: "t1", from: "2024-05", to: null, post: "regular" }],
    });
    const decisions = lane(waiting, "regular", "provincial")?.decisions;
    expect(decisions?.slice(0, 4)).toEqual(["ineligible", "ineligible", "ineligible", "eligible"]);
    expect(lane(waiting, "regular", "provincial")?.firstYear).toBe(2029);
  });

  it("takes the coming years' hours and appraisals for granted, and mends nothing of the past", () => {
    const person = nurse({ training: nurse().training.filter(({ year }) => year !== 2025) });
    // 2025 lies in the window of five years until the round of 2030.
    expect(lane(person, "regular", "provincial")?.firstYear).toBe(2031);
    expect(lane(nurse(), "regular", "provincial")?.decisions).toEqual(YEARS.map(() => "eligible"));
  });

  it("keeps a bad result on file for a coming year", () => {
    const person = nurse({
      appraisals: [...nurse().appraisals, { year: 2026, result: "unqualified" }],
    });
    const decisions = lane(person, "regular", "provincial")?.decisions;
    expect(decisions?.[0]).toBe("eligible");
    expect(decisions?.[1]).toBe("ineligible");
  });

  it("ends the township's pathways with a posting that has an end", () => {
    const [posting] = nurse().postings;
    const leaving = nurse({
      postings: posting === undefined ? [] : [{ ...posting, to: "2028-03" }],
    });
    const decisions = lane(leaving, "regular", "grassroots")?.decisions;
    expect(decisions?.slice(0, 3)).toEqual(["eligible", "eligible", "ineligible"]);
  });

  it("never opens later than the day that the answer itself expects", () => {
    const roads = new Map(
      roadsOf(UNIT_FILE.people).map(({ personId, lanes }) => [
        personId,
        new Map(lanes.map((one) => [roadKey(one), one])),
      ]),
    );
    let compared = 0;
    for (const { personId, assessments } of ANSWERS) {
      for (const one of assessments) {
        const expected = openYear(one, CYCLE);
        if (expected === null || expected > 2035) continue;
        const firstYear = roads.get(personId)?.get(roadKey(one))?.firstYear;
        expect(firstYear, `${personId} ${roadKey(one)}`).toBeLessThanOrEqual(expected);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it("walks the people chosen with the posts of the whole staff, and rests on the way", () => {
    const chosen = UNIT_FILE.people[4];
    const all = roadsOf(UNIT_FILE.people).find(({ personId }) => personId === chosen?.id);
    expect(roadsOf(UNIT_FILE.people, ({ id }) => id === chosen?.id)).toEqual([all]);
    const source = { unit: UNIT_FILE.unit, people: UNIT_FILE.people, cycle: CYCLE, pack: PACK };
    const rests = [...walkRoads(source)].filter((road) => road === null);
    expect(rests.length).toBeGreaterThanOrEqual(UNIT_FILE.people.length);
  });
});

describe("the road map of the unit", () => {
  const roads = roadsOf(UNIT_FILE.people);
  const road = unitRoad(roads, YEARS);

  it("names everybody in the year in which a question opens for them, and nobody else", () => {
    const expected = roads.flatMap(({ personId, lanes }) =>
      lanes
        .filter(({ firstYear }) => firstYear !== null)
        .map((one) => `${personId} ${roadKey(one)} ${one.firstYear}`),
    );
    const shown = road.lanes.flatMap(({ key, opening }) =>
      opening.flatMap((ids, index) => ids.map((id) => `${id} ${key} ${YEARS[index]}`)),
    );
    expect(shown.length).toBeGreaterThan(50);
    expect(new Set(shown)).toEqual(new Set(expected));
    expect(shown).toHaveLength(expected.length);
  });

  it("counts each person once a pathway, in its first year, however many levels and lines open", () => {
    for (const { pathway, counts } of road.series) {
      const people = new Set(
        road.lanes
          .filter(({ question }) => question.pathway === pathway)
          .flatMap(({ opening }) => opening.flat()),
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people.size);
    }
  });

  it("goes by pathway, then line, then level", () => {
    expect(road.lanes.slice(0, 2).map(({ question }) => [question.pathway, question.line])).toEqual(
      [
        ["regular", "provincial"],
        ["regular", "provincial"],
      ],
    );
  });
});
