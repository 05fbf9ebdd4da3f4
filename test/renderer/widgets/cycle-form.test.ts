import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import { describe, expect, it } from "vitest";
import { checkCycle, moveCycle } from "../../../renderer/widgets/cycle-form.ts";
import type { Settings } from "../../../renderer/store/types.ts";

const CYCLE: Settings["cycle"] = { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" };

describe("the days of a round", () => {
  const faults = (given: Partial<Settings["cycle"]>) =>
    checkCycle({ ...CYCLE, ...given }, SHIPPED_PACKS);

  it("pass as the province has them, counted to the end of this year or of the last", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ cutOff: "2025-12-31" })).toEqual([]);
  });

  it("are refused where they do not exist or lie in another year", () => {
    expect(faults({ applyOn: "2026-02-30" })).toEqual(["applyOn"]);
    expect(faults({ applyOn: "2026-09" })).toEqual(["applyOn"]);
    expect(faults({ applyOn: "2025-09-01" })).toEqual(["applyOnYear"]);
    expect(faults({ cutOff: "2026-13-01" })).toEqual(["cutOff"]);
    expect(faults({ cutOff: "2027-01-01" })).toEqual(["cutOffYear"]);
    expect(faults({ year: 26 })).toEqual(["year"]);
  });

  it("are refused where no policy pack was in force yet", () => {
    expect(faults({ year: 2020, applyOn: "2020-04-21", cutOff: "2020-12-31" })).toEqual(["pack"]);
  });
});

describe("another year's round", () => {
  it("has the same days of the year, and counts on from the year before where this one did", () => {
    const cycle = { year: 2026, applyOn: "2026-09-01", cutOff: "2025-12-31" };
    expect(moveCycle(cycle, 2028)).toEqual({
      year: 2028,
      applyOn: "2028-09-01",
      cutOff: "2027-12-31",
    });
  });

  it("leaves alone what is no date", () => {
    expect(moveCycle({ ...CYCLE, applyOn: "" }, 2027).applyOn).toBe("");
  });
});
