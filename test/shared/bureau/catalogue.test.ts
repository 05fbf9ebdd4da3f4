import { describe, expect, it } from "vitest";
import {
  type CatalogueUnit,
  changesOf,
  checkCatalogueUnits,
  findInCatalogue,
  nextCatalogue,
} from "../../../shared/bureau/catalogue.ts";
import type { Issue } from "../../../shared/records/issue.ts";

const CODE = "12371082MB2858453T";

function unit(given: Partial<CatalogueUnit>): CatalogueUnit {
  return {
    id: "u-001",
    name: "甲镇卫生院",
    creditCode: null,
    address: "甲镇一街1号",
    township: "甲镇",
    townshipAllowance: true,
    posts: null,
    note: "",
    ...given,
  };
}

describe("a unit in the catalogue", () => {
  const units = [
    unit({ id: "u-001", creditCode: CODE }),
    unit({ id: "u-002", name: "乙镇 中心小学" }),
  ];

  it("is found by its credit code, whatever its id and name", () => {
    const found = findInCatalogue(units, { id: "x", name: "甲镇中心卫生院", creditCode: CODE });
    expect(found?.id).toBe("u-001");
  });

  it("is found by its id, else by its name without blanks and widths", () => {
    expect(findInCatalogue(units, { id: "u-002", name: "", creditCode: null })?.id).toBe("u-002");
    const named = { id: "y", name: "乙镇中心小学", creditCode: CODE.replace("MB", "MA") };
    expect(findInCatalogue(units, named)?.id).toBe("u-002");
  });

  it("is not taken for one of the same name with another credit code", () => {
    const other = { id: "z", name: "甲镇卫生院", creditCode: "123710820000000000" };
    expect(findInCatalogue(units, other)).toBeNull();
  });
});

describe("the changes since last year", () => {
  it("name who came and went, new names, places, allowances and posts", () => {
    const before = [
      unit({ id: "a" }),
      unit({ id: "b", name: "乙" }),
      unit({ id: "c", name: "丙" }),
    ];
    const posts = { junior: 3, intermediate: 2, associateSenior: 1, senior: 0 };
    const after = [
      unit({ id: "a", name: "甲镇中心卫生院", address: "甲镇二街2号" }),
      unit({ id: "b", name: "乙", townshipAllowance: null, posts }),
      unit({ id: "d", name: "丁" }),
    ];
    const told = changesOf(before, after).map((change) => `${change.kind} ${change.unit.id}`);
    expect(told).toEqual([
      "renamed a",
      "moved a",
      "allowance b",
      "posts b",
      "added d",
      "removed c",
    ]);
  });

  it("are none in a version that was only carried over", () => {
    const units = [unit({})];
    const draft = { year: 2026, county: "虚构县", filedOn: "2026-06-20", units };
    const next = nextCatalogue(draft, 2027);
    expect(next).toMatchObject({ year: 2027, filedOn: null });
    expect(changesOf(units, next.units)).toEqual([]);
  });
});

describe("a catalogue", () => {
  it("refuses a unit twice and a wrong credit code, and says where", () => {
    const issues: Issue[] = [];
    const units = [unit({}), unit({}), unit({ id: "u-9", creditCode: "1" })];
    checkCatalogueUnits({ units }, (issue) => issues.push(issue));
    expect(issues.map(({ code, path }) => [code, path.join(".")])).toEqual([
      ["creditCode.form", "units.2.creditCode"],
      ["catalogue.duplicate", "units.1.id"],
    ]);
  });
});
