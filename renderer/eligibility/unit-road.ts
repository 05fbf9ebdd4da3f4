import { PATHWAYS, type PathwayId } from "../../shared/policy/pathway-names.ts";
import { LINES, TITLE_LEVELS } from "../../shared/records/title.ts";
import { type PersonRoad, type RoadQuestion, roadKey } from "./road-map.ts";

/** The road map of a unit: for each question and year, who can apply from that year on. */

export interface UnitLane {
  readonly key: string;
  readonly question: RoadQuestion;
  /** By year of the map: the people for whom it opens in that year. */
  readonly opening: readonly (readonly string[])[];
}

export interface UnitRoad {
  readonly years: readonly number[];
  readonly lanes: readonly UnitLane[];
  /** By pathway that opens for anybody, and by year: how many people, each once a pathway, in the year it opens first. */
  readonly series: readonly { readonly pathway: PathwayId; readonly counts: readonly number[] }[];
}

/** Sums up the roads of people. */
export function unitRoad(roads: readonly PersonRoad[], years: readonly number[]): UnitRoad {
  const lanes = new Map<string, { question: RoadQuestion; opening: string[][] }>();
  const counts = new Map<PathwayId, number[]>();
  for (const { personId, lanes: own } of roads) {
    const firsts = new Map<PathwayId, number>();
    for (const { firstYear, pathway, line, series, level } of own) {
      if (firstYear === null) continue;
      const question = { pathway, line, series, level };
      const key = roadKey(question);
      const lane = lanes.get(key) ?? { question, opening: years.map((): string[] => []) };
      lanes.set(key, lane);
      lane.opening[years.indexOf(firstYear)]?.push(personId);
      firsts.set(pathway, Math.min(firsts.get(pathway) ?? firstYear, firstYear));
    }
    for (const [pathway, year] of firsts) {
      const sums = counts.get(pathway) ?? years.map(() => 0);
      counts.set(pathway, sums);
      const index = years.indexOf(year);
      sums[index] = (sums[index] ?? 0) + 1;
    }
  }
  return {
    years,
    lanes: [...lanes]
      .map(([key, lane]) => ({ key, ...lane }))
      .toSorted((a, b) => orderOf(a.question) - orderOf(b.question)),
    series: PATHWAYS.flatMap((pathway) => {
      const sums = counts.get(pathway);
      return sums === undefined ? [] : [{ pathway, counts: sums }];
    }),
  };
}

/** By pathway, line and level, as the matrix has them. */
function orderOf({ pathway, line, level }: RoadQuestion): number {
  const lineAt = line === null ? 0 : LINES.indexOf(line) + 1;
  const levelAt = level === null ? 0 : TITLE_LEVELS.indexOf(level) + 1;
  return (PATHWAYS.indexOf(pathway) * 10 + lineAt) * 10 + levelAt;
}
