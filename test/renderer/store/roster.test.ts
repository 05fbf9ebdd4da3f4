import * as fc from "fast-check";
import { expect, test } from "vitest";
import { loadInitials } from "../../../renderer/store/roster/initials.ts";
import { NameRanks } from "../../../renderer/store/roster/name-ranks.ts";
import { RosterIndex } from "../../../renderer/store/roster/roster-index.ts";
import { makeRosterRow } from "../../../renderer/store/roster/roster-row.ts";
import { inventUnit } from "../../../shared/demo/fictitious-unit.ts";
import type { Person } from "../../../shared/records/person.ts";

const collator = new Intl.Collator("zh-CN");
const { people } = inventUnit(30);
const [someone] = people;
if (someone === undefined) throw new Error("nobody");

test("ranks put names in the collator's order, however they come in", () => {
  const name = fc.string({
    unit: fc.constantFrom("王", "李", "张", "安", "阿", "a", "B", "1"),
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(fc.array(name, { maxLength: 80 }), { maxLength: 6 }), (batches) => {
      const ranks = new NameRanks();
      for (const batch of batches) ranks.take(batch);
      const names = [...new Set(batches.flat())];
      for (const [index, one] of names.entries()) {
        const other = names[(index * 7 + 3) % names.length] ?? one;
        const difference = Math.sign(ranks.rankOf(one) - ranks.rankOf(other));
        expect(difference).toBe(Math.sign(collator.compare(one, other)));
      }
    }),
    { numRuns: 100 },
  );
});

test("a new name between two others leaves their ranks alone; after many everybody is numbered again", () => {
  const ranks = new NameRanks();
  ranks.take(["安", "张"]);
  const before = [ranks.rankOf("安"), ranks.rankOf("张")];
  expect(ranks.take(["李"])).toBe(false);
  expect([ranks.rankOf("安"), ranks.rankOf("张")]).toEqual(before);
  let renumbered = 0;
  // Always right behind the first: no number is left there after some fifty.
  for (let length = 90; length > 1; length -= 1)
    if (ranks.take(["安" + "a".repeat(length)])) renumbered += 1;
  expect(renumbered).toBeGreaterThan(0);
  expect(ranks.rankOf("安aa")).toBeLessThan(ranks.rankOf("安aaa"));
  expect(ranks.rankOf("安")).toBeLessThan(ranks.rankOf("安aa"));
});

test("initials know surnames and several readings, and pass letters through", async () => {
  const initialsOf = await loadInitials();
  expect(initialsOf("王小明").split(" ")[0]).toBe("wxm");
  expect(initialsOf("单雄信").split(" ")).toContain("sxx");
  expect(initialsOf("单雄信").split(" ")[0]).toBe("sxx");
  expect(initialsOf("曾国").split(" ")).toEqual(expect.arrayContaining(["zg", "cg"]));
  expect(initialsOf("买买提·艾力").split(" ")[0]).toBe("mmtal");
  expect(initialsOf("Li Lei")).toBe("lilei");
  expect(initialsOf("𠮷野").length).toBeGreaterThan(0);
});

test("a row shows the highest title, the running posting and the end of the ID number", () => {
  const base: Person = {
    ...someone,
    idNumber: "11010519491231002X",
    titles: [
      {
        id: "1",
        series: "health",
        level: "intermediate",
        line: "provincial",
        name: "主治医师",
        obtainedOn: "2010-01",
      },
      {
        id: "2",
        series: "health",
        level: "assistant",
        line: "provincial",
        name: "医师",
        obtainedOn: "2015-01",
      },
      {
        id: "3",
        series: "education",
        level: "intermediate",
        line: "provincial",
        name: "一级教师",
        obtainedOn: "2012-01",
      },
    ],
    postings: [
      {
        from: "2000-01",
        to: null,
        employer: "旧单位",
        setting: "township",
        kind: "regular",
        professional: true,
        series: "health",
      },
      {
        from: "2010-01",
        to: "2012-01",
        employer: "去过的单位",
        setting: "county",
        kind: "exchange",
        professional: true,
        series: "health",
      },
      {
        from: "2012-02",
        to: null,
        employer: "现单位",
        setting: "township",
        kind: "regular",
        professional: true,
        series: "health",
        management: true,
      },
    ],
  };
  expect(makeRosterRow(base, 3, "x")).toMatchObject({
    idTail: "002X",
    titleName: "一级教师",
    titleLevel: "intermediate",
    series: "education",
    employer: "现单位",
    isManaging: true,
    nameRank: 3,
  });
  const bare = { ...base, idNumber: null, titles: [], postings: [] };
  expect(makeRosterRow(bare, 1, "")).toMatchObject({
    idTail: null,
    titleName: null,
    titleLevel: null,
    series: null,
    employer: null,
    isManaging: false,
  });
});

test("only rows of changed people are new objects, and rows stand by name", () => {
  const index = new RosterIndex(() => "x");
  const all = new Map(people.map((person) => [person.id, person]));
  const before = index.update(all, all.keys());
  const names = before.map(({ name }) => name);
  expect(names).toEqual(names.toSorted(collator.compare));
  const renamed = { ...someone, name: "阿甲" };
  all.set(someone.id, renamed);
  const after = index.update(all, [someone.id]);
  expect(after.find(({ id }) => id === someone.id)?.name).toBe("阿甲");
  const kept = new Set(before);
  expect(after.filter((row) => !kept.has(row)).map(({ id }) => id)).toEqual([someone.id]);
  all.delete(someone.id);
  expect(index.update(all, [someone.id])).toHaveLength(29);
});
