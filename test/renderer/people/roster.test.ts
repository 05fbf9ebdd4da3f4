import { describe, expect, test } from "vitest";
import {
  EMPTY_QUERY,
  isNarrowed,
  readQuery,
  type RosterQuery,
  writeQuery,
} from "../../../renderer/people/roster-query.ts";
import {
  gapsOf,
  groupRows,
  neighboursIn,
  selectRows,
} from "../../../renderer/people/roster-view.ts";
import type { RosterRow } from "../../../renderer/store/types.ts";
import { row } from "./support.ts";

const NONE: ReadonlySet<string> = new Set();
const WANG = row("wang", { nameRank: 3 });
const ZENG = row("zeng", {
  name: "曾·庆",
  initials: "zq cq",
  idTail: "004X",
  sex: "male",
  titleLevel: "senior",
  nameRank: 2,
});
const LI = row("li", {
  name: "李强",
  initials: "lq",
  nameRank: 1,
  idTail: null,
  series: null,
  titleLevel: null,
  titleName: null,
  employer: null,
  isManaging: true,
});
const ALL = [WANG, ZENG, LI];

function idsOf(rows: readonly RosterRow[]): readonly string[] {
  return rows.map(({ id }) => id);
}

function select(query: Partial<RosterQuery>): readonly string[] {
  return idsOf(selectRows(ALL, { ...EMPTY_QUERY, ...query }, NONE));
}

describe("a search", () => {
  test("finds by a part of the name, whatever the dot in it", () => {
    expect(select({ text: "秀" })).toEqual(["wang"]);
    expect(select({ text: "曾•庆" })).toEqual(["zeng"]);
  });

  test("finds by the initials of any reading, large or full-width", () => {
    expect(select({ text: "CQ" })).toEqual(["zeng"]);
    expect(select({ text: "ｗｘ" })).toEqual(["wang"]);
    expect(select({ text: "xl" })).toEqual([]);
  });

  test("finds by the last four of the ID number", () => {
    expect(select({ text: "004x" })).toEqual(["zeng"]);
    expect(select({ text: "1227" })).toEqual(["wang"]);
  });

  test("asks every word to match", () => {
    expect(select({ text: "王 1227" })).toEqual(["wang"]);
    expect(select({ text: "王 004x" })).toEqual([]);
  });

  test("that is empty leaves the very same list", () => {
    expect(selectRows(ALL, { ...EMPTY_QUERY, text: "  " }, NONE)).toBe(ALL);
  });
});

describe("a filter", () => {
  test("tells people with something from those with nothing on file", () => {
    expect(select({ series: "none" })).toEqual(["li"]);
    expect(select({ level: "senior" })).toEqual(["zeng"]);
    expect(select({ level: "none" })).toEqual(["li"]);
    expect(select({ posting: "none" })).toEqual(["li"]);
    expect(select({ posting: "running" })).toEqual(["wang", "zeng"]);
    expect(select({ isManaging: true })).toEqual(["li"]);
    expect(select({ isManaging: false })).toEqual(["wang", "zeng"]);
    expect(select({ sex: "male" })).toEqual(["zeng"]);
  });

  test("by an explicit list keeps exactly its members, and an empty list keeps none", () => {
    expect(select({ ids: ["li", "gone"] })).toEqual(["li"]);
    expect(select({ ids: [] })).toEqual([]);
  });

  test("for gaps finds missing facts and answers that no rule could give", () => {
    expect(gapsOf(LI, NONE)).toEqual(["idNumber", "posting"]);
    expect(gapsOf(WANG, new Set(["wang"]))).toEqual(["undetermined"]);
    const query = { ...EMPTY_QUERY, hasGap: true };
    expect(idsOf(selectRows(ALL, query, new Set(["zeng"])))).toEqual(["zeng", "li"]);
  });
});

describe("the address of a roster", () => {
  test("says all that the query says", () => {
    const query: RosterQuery = {
      text: "王 & 李",
      series: "none",
      level: "senior",
      posting: "running",
      sex: "male",
      isManaging: false,
      hasGap: true,
      ids: ["a", "b"],
      why: "学时不足",
      groupBy: "level",
    };
    expect(readQuery(new URLSearchParams(writeQuery(query).toString()))).toEqual(query);
  });

  test("is empty for everybody, and words that it does not know are left out", () => {
    expect(writeQuery(EMPTY_QUERY).toString()).toBe("");
    expect(readQuery(new URLSearchParams("series=law&sex=x&group=age"))).toEqual(EMPTY_QUERY);
  });

  test("narrows by filters, not by grouping", () => {
    expect(isNarrowed({ ...EMPTY_QUERY, groupBy: "series" })).toBe(false);
    expect(isNarrowed({ ...EMPTY_QUERY, isManaging: false })).toBe(true);
    expect(isNarrowed({ ...EMPTY_QUERY, ids: [] })).toBe(true);
  });
});

describe("groups", () => {
  test("stand from the highest title down, names in order, those without a title last", () => {
    const groups = groupRows([WANG, LI, ZENG, row("an", { nameRank: 0 })], "level");
    expect(groups.map(({ key, rows }) => [key, idsOf(rows)])).toEqual([
      ["senior", ["zeng"]],
      ["intermediate", ["an", "wang"]],
      ["none", ["li"]],
    ]);
  });

  test("by series follow the order of the series, people without one last", () => {
    const groups = groupRows([LI, row("teacher", { series: "education" }), WANG], "series");
    expect(groups.map(({ key }) => key)).toEqual(["health", "education", "none"]);
  });
});

describe("a person's neighbours", () => {
  const namesOf = (listed: readonly string[], id: string) => {
    const { previous, next, place, count } = neighboursIn(ALL, listed, id);
    return [previous?.id, next?.id, place, count];
  };

  test("are those before and after in the list last shown, and none beyond its ends", () => {
    expect(namesOf(["li", "wang", "zeng"], "wang")).toEqual(["li", "zeng", 2, 3]);
    expect(namesOf(["li", "wang"], "li")).toEqual([undefined, "wang", 1, 2]);
    expect(namesOf(["li", "wang"], "wang")).toEqual(["li", undefined, 2, 2]);
  });

  test("leave out who was removed since", () => {
    expect(namesOf(["li", "gone", "wang"], "li")).toEqual([undefined, "wang", 1, 2]);
  });

  test("are those by name where the person is in no list", () => {
    expect(namesOf([], "zeng")).toEqual(["li", "wang", 2, 3]);
  });
});

test("ten thousand people are searched and grouped within a second", () => {
  const many = Array.from({ length: 10_000 }, (_, at) =>
    row(`p${at}`, { nameRank: at % 4_000, idTail: String(at).padStart(4, "0").slice(-4) }),
  );
  const start = performance.now();
  const found = selectRows(many, { ...EMPTY_QUERY, text: "wx 12", hasGap: false }, NONE);
  groupRows(many, "level");
  expect(performance.now() - start).toBeLessThan(1_000);
  expect(found.length).toBe(100);
});
