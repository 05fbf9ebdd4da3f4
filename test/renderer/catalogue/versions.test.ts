import { describe, expect, it } from "vitest";
import {
  beginVersion,
  mergeUnits,
  removeUnit,
  versionOf,
  yearsOf,
} from "../../../renderer/catalogue/versions.ts";
import type { Catalogue, CatalogueUnit } from "../../../shared/bureau/catalogue.ts";

function unit(given: Partial<CatalogueUnit> = {}): CatalogueUnit {
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

function issued(year: number, serial: number, units: CatalogueUnit[]): Catalogue {
  return {
    format: "jiceng.catalogue/1",
    bureau: { id: "b-1", name: "虚构县人社局" },
    serial,
    issuedAt: `${year}-06-20T00:00:00Z`,
    year,
    county: "虚构县",
    filedOn: `${year}-06-20`,
    units,
  };
}

describe("the versions of the catalogue", () => {
  const state = { drafts: [], issued: [issued(2025, 1, [unit()]), issued(2025, 2, [])] };

  it("are those issued and those worked on, and this year's to begin with", () => {
    expect(yearsOf(state, 2026)).toEqual([2026, 2025]);
    expect(versionOf(state, 2026)).toBeNull();
    expect(versionOf(state, 2025)).toMatchObject({ isOpen: false, issued: { serial: 2 } });
  });

  it("begin with last year's units, and are compared with them", () => {
    const first = { drafts: [], issued: [issued(2025, 1, [unit()])] };
    const draft = beginVersion(first, 2026, "");
    expect(draft).toEqual({ year: 2026, county: "虚构县", filedOn: null, units: [unit()] });
    const worked = { ...first, drafts: [removeUnit(draft, "u-001")] };
    const version = versionOf(worked, 2026);
    expect(version).toMatchObject({ isOpen: true, issued: null, before: { units: [unit()] } });
    expect(beginVersion({ drafts: [], issued: [] }, 2026, "虚构县").units).toEqual([]);
  });
});

describe("a list put into a version", () => {
  const draft = { year: 2026, county: "虚构县", filedOn: null, units: [unit()] };

  it("brings known units up to date, adds new ones and removes none", () => {
    const { id: _, ...known } = unit({ address: "甲镇二街2号", townshipAllowance: null });
    const { id: __, ...fresh } = unit({ name: "乙镇中心小学" });
    const merged = mergeUnits(draft, [known, fresh], () => "c-1");
    expect([merged.added, merged.changed]).toEqual([1, 1]);
    expect(merged.draft.units).toEqual([
      unit({ address: "甲镇二街2号" }),
      unit({ id: "c-1", name: "乙镇中心小学" }),
    ]);
  });

  it("changes nothing the second time", () => {
    const { id: _, ...same } = unit();
    const merged = mergeUnits(draft, [same], () => "c-1");
    expect(merged).toEqual({ draft, added: 0, changed: 0 });
  });
});
