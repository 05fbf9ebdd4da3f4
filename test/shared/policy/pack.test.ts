import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { citeBasis, isInEffect, type Pack, packSchema } from "../../../shared/policy/pack.ts";
import {
  overlappingPacks,
  packInEffect,
  SHIPPED_PACKS,
} from "../../../shared/policy/pack-shelf.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { day } from "../../support/answers.ts";

const LADDERS = new URL("../../../../shared/policy/ladders.json", import.meta.url);

interface LadderFile {
  readonly tenureBasis: unknown;
  readonly examBased: unknown;
  readonly grassrootsSeries: unknown;
  readonly titleNames: unknown;
  readonly ladders: Readonly<Record<string, Readonly<Record<string, readonly LadderRung[]>>>>;
}

interface LadderRung {
  readonly education: string;
  readonly from: string | null;
  readonly years: number;
  readonly trust: string;
  readonly note?: string;
}

describe("the shipped pack", () => {
  it("follows the schema, every parameter and rung with its basis", () => {
    expect(packSchema.safeParse(SHANDONG_2020).error?.issues).toBeUndefined();
  });

  it("holds the notice's own figures", () => {
    const { parameters } = SHANDONG_2020;
    expect(parameters["training.totalHours"].value).toBe(90);
    expect(parameters["township.years"].value).toEqual({
      intermediate: 10,
      associateSenior: 20,
      senior: 30,
    });
    for (const id of ["line.lockoutYears", "conversion.years", "directHire.years"] as const) {
      expect(parameters[id].value).toBe(5);
    }
    expect(parameters["exam.margin"].value).toBe(5);
  });

  it.runIf(existsSync(LADDERS))("holds the ladders as they were gathered", () => {
    const gathered = JSON.parse(readFileSync(LADDERS, "utf8")) as LadderFile;
    expect(SHANDONG_2020.tenureBasis).toEqual(gathered.tenureBasis);
    expect(SHANDONG_2020.examBased).toEqual(gathered.examBased);
    expect(SHANDONG_2020.grassrootsSeries).toEqual(gathered.grassrootsSeries);
    expect(SHANDONG_2020.titleNames).toEqual(gathered.titleNames);
    const rungs = Object.entries(SHANDONG_2020.ladders).flatMap(([series, levels]) =>
      Object.entries(levels).flatMap(([level, list]) =>
        list.map(({ education, from, years, note, assumption }) => ({
          series,
          level,
          education,
          from,
          years,
          note,
          isOfficial: assumption === undefined,
        })),
      ),
    );
    const expected = Object.entries(gathered.ladders).flatMap(([series, levels]) =>
      Object.entries(levels).flatMap(([level, list]) =>
        list.map(({ education, from, years, note, trust }) => ({
          series,
          level,
          education,
          from,
          years,
          note,
          isOfficial: trust === "official",
        })),
      ),
    );
    expect(rungs).toEqual(expected);
  });

  it("is in effect from the notice's printing on", () => {
    expect(isInEffect(SHANDONG_2020, day("2020-04-21"))).toBe(false);
    expect(isInEffect(SHANDONG_2020, day("2020-04-22"))).toBe(true);
    expect(isInEffect({ ...SHANDONG_2020, effectiveTo: "2026-08-31" }, day("2026-08-31"))).toBe(
      true,
    );
    expect(isInEffect({ ...SHANDONG_2020, effectiveTo: "2026-08-31" }, day("2026-09-01"))).toBe(
      false,
    );
  });
});

describe("a pack", () => {
  const refusal = (change: Record<string, unknown>) =>
    packSchema.safeParse({ ...SHANDONG_2020, ...change }).success;

  it("is refused where a value names no basis or an unknown source", () => {
    const withParameter = (basis: Record<string, unknown>) => ({
      parameters: { ...SHANDONG_2020.parameters, "exam.margin": { value: 5, ...basis } },
    });
    expect(refusal(withParameter({ assumption: "须确认" }))).toBe(true);
    expect(refusal(withParameter({ source: "notice-42" }))).toBe(true);
    expect(refusal(withParameter({}))).toBe(false);
    expect(refusal(withParameter({ assumption: "" }))).toBe(false);
    expect(refusal(withParameter({ source: "rumour" }))).toBe(false);
  });

  it("is refused where a rung names no basis or an unknown source", () => {
    const withRung = (basis: Record<string, unknown>) => ({
      ladders: { health: { senior: [{ education: "bachelor", from: null, years: 1, ...basis }] } },
    });
    expect(refusal(withRung({ assumption: "须确认" }))).toBe(true);
    expect(refusal(withRung({}))).toBe(false);
    expect(refusal(withRung({ source: "rumour" }))).toBe(false);
  });

  it.each([
    ["an unknown key", { colour: 1 }],
    ["a day that does not exist", { effectiveFrom: "2020-02-30" }],
    ["a month for a day", { effectiveFrom: "2020-02" }],
    ["an id with capitals", { id: "Shandong" }],
    ["an id with a space", { id: "shandong 2020" }],
    ["an empty ladder", { ladders: { health: { senior: [] } } }],
  ])("is refused with %s", (_, change) => {
    expect(refusal(change)).toBe(false);
  });
});

describe("the day by which the catalogue is due", () => {
  const isAccepted = (value: string) => {
    const due = { value, assumption: "试验" };
    const parameters = { ...SHANDONG_2020.parameters, "catalogue.dueOn": due };
    return packSchema.safeParse({ ...SHANDONG_2020, parameters }).success;
  };

  it.each([
    ["06-30", true],
    ["2026-06-30", false],
    ["06-30日", false],
    ["6-30", false],
    ["06-3", false],
  ])("is written as month and date: %s, %s", (value, accepted) => {
    expect(isAccepted(value)).toBe(accepted);
  });
});

describe("what a refusal of a pack says", () => {
  const refusalOf = (change: Record<string, unknown>) =>
    packSchema
      .safeParse({ ...SHANDONG_2020, ...change })
      .error?.issues.map(({ path, message }) => `${path.join(" ")}: ${message}`);
  const withParameter = (basis: Record<string, unknown>) => ({
    parameters: { ...SHANDONG_2020.parameters, "exam.margin": { value: 5, ...basis } },
  });

  it("names the place that has no basis", () => {
    expect(refusalOf(withParameter({}))).toEqual([
      "parameters exam.margin: a parameter names its basis",
    ]);
    const rung = { education: "bachelor", from: null, years: 1 };
    expect(refusalOf({ ladders: { health: { senior: [rung] } } })).toEqual([
      "ladders health senior 0: a rung names its basis",
    ]);
    expect(refusalOf({ tenureBasisNote: {} })).toEqual([
      "tenureBasisNote: the tenure basis names its basis",
    ]);
  });

  it("tells of a source that the pack does not list", () => {
    expect(refusalOf(withParameter({ source: "rumour" }))).toEqual([
      ": a basis names a source that the pack lists",
    ]);
  });
});

describe("the shelf of packs", () => {
  const pack = (id: string, from: string, to: string | null, publisher = "省厅"): Pack => ({
    ...SHANDONG_2020,
    id,
    publisher,
    effectiveFrom: from,
    effectiveTo: to,
  });

  it("gives the pack in effect on a day, or none", () => {
    const packs = [pack("a", "2020-01-01", "2022-12-31"), pack("b", "2023-01-01", null)];
    expect(packInEffect(packs, day("2022-12-31"))?.id).toBe("a");
    expect(packInEffect(packs, day("2023-01-01"))?.id).toBe("b");
    expect(packInEffect(packs, day("2019-12-31"))).toBeNull();
    expect(SHIPPED_PACKS).toEqual([SHANDONG_2020]);
  });

  it.each([
    ["one ends as the other begins", "2022-12-31", "2022-12-31", true],
    ["one ends the day before", "2022-12-30", "2022-12-31", false],
    ["one has no end", null, "2030-01-01", true],
  ])("finds an overlap where %s: %s", (_, to, from, doOverlap) => {
    const packs = [pack("a", "2020-01-01", to), pack("b", from, null)];
    expect(overlappingPacks(packs).map((pair) => pair.map(({ id }) => id))).toEqual(
      doOverlap ? [["a", "b"]] : [],
    );
    expect(overlappingPacks(packs.toReversed())).toHaveLength(doOverlap ? 1 : 0);
  });

  it("lets packs of two publishers stand beside each other", () => {
    const packs = [pack("a", "2020-01-01", null), pack("b", "2020-01-01", null, "市局")];
    expect(overlappingPacks(packs)).toEqual([]);
  });
});

describe("a clause", () => {
  it.each([
    [{ source: "notice-42", clause: "六" }, "鲁人社字〔2020〕42号 六"],
    [{ source: "notice-42" }, "鲁人社字〔2020〕42号"],
    [{ source: "health", assumption: "转载" }, "人社部发〔2021〕51号（县局口径）"],
    [{ assumption: "通行做法" }, "县局口径"],
    [{ source: "rumour", clause: "六" }, "六"],
  ])("is quoted with number and article, an assumption as such", (basis, text) => {
    expect(citeBasis(SHANDONG_2020, basis)).toBe(text);
  });
});
