import { describe, expect, test } from "vitest";
import { searchPeople } from "../../../renderer/app/frame/search-people.ts";
import type { RosterRow } from "../../../renderer/store/types.ts";

const row = (id: string, name: string, initials: string, idTail: string | null): RosterRow => ({
  id,
  name,
  initials,
  idTail,
  nameRank: Number(id),
  sex: "female",
  birthDate: "1980-01",
  titleName: null,
  titleLevel: null,
  series: null,
  employer: null,
  isManaging: false,
});

const rows = [
  row("3", "王丽华", "wlh", "002X"),
  row("1", "李华", "lh", "1234"),
  row("2", "单雄", "sx dx cx", null),
];
const idsOf = (query: string, limit = 10) =>
  searchPeople(rows, query, limit).rows.map(({ id }) => id);

describe("finding people from anywhere", () => {
  test("by the name's beginning first, then by any part of it", () => {
    expect(idsOf("李")).toEqual(["1"]);
    expect(idsOf("华")).toEqual(["1", "3"]);
  });

  test("by initials, those that begin so first", () => {
    expect(idsOf("LH")).toEqual(["1", "3"]);
  });

  test("by any reading of a name with several", () => {
    expect(idsOf("sx")).toEqual(["2"]);
    expect(idsOf("dx")).toEqual(["2"]);
  });

  test("by the last four of the ID number, X in either case and full-width digits too", () => {
    expect(idsOf("002x")).toEqual(["3"]);
    expect(idsOf("１２３４")).toEqual(["1"]);
    expect(idsOf("123")).toEqual([]);
  });

  test("nothing typed finds nobody", () => {
    expect(idsOf(" ")).toEqual([]);
  });

  test("what does not fit the list is counted", () => {
    expect(searchPeople(rows, "h", 1)).toMatchObject({ more: 1 });
  });
});
