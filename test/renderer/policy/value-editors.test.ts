import { describe, expect, it } from "vitest";
import {
  copyPack,
  freePackId,
  VALUE_EDITORS,
  withParameter,
  withRungYears,
} from "../../../renderer/policy/value-editors.ts";
import { readNumber } from "../../../renderer/policy/read-number.ts";
import { packSchema } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";

describe("a pack that is worked on", () => {
  it("takes a value with the county's reason", () => {
    const changed = withParameter(SHANDONG_2020, "exam.margin", 3, "县局会议确定");
    expect(changed?.parameters["exam.margin"]).toMatchObject({
      value: 3,
      assumption: "县局会议确定",
    });
    expect(SHANDONG_2020.parameters["exam.margin"].value).toBe(5);
  });

  it("takes nothing that its own checks refuse", () => {
    const criteria = SHANDONG_2020.parameters["review.criteria"].value.slice(1);
    expect(withParameter(SHANDONG_2020, "review.criteria", criteria, "理由")).toBeNull();
    expect(withParameter(SHANDONG_2020, "training.totalHours", -1, "理由")).toBeNull();
    expect(withParameter(SHANDONG_2020, "training.totalHours", 90, "")).toBeNull();
  });

  it("takes other years on one rung and leaves the others", () => {
    const place = { series: "health", level: "senior", index: 0 } as const;
    const changed = withRungYears(SHANDONG_2020, place, 9, "县局会议确定");
    const [first, ...rest] = changed?.ladders.health?.senior ?? [];
    expect(first).toMatchObject({ years: 9, assumption: "县局会议确定" });
    expect(rest).toEqual(SHANDONG_2020.ladders.health?.senior?.slice(1));
  });

  it("has a way to type every parameter in", () => {
    expect(Object.keys(VALUE_EDITORS).toSorted()).toEqual(
      Object.keys(SHANDONG_2020.parameters).toSorted(),
    );
  });

  it("begins as a copy under an id that no other bears", () => {
    const id = freePackId(2027, ["county-2027-1"]);
    expect(id).toBe("county-2027-2");
    const given = {
      id,
      title: "虚构县2027年政策包",
      publisher: "虚构县人社局",
      effectiveFrom: "2027-01-01",
      effectiveTo: null,
    };
    expect(packSchema.safeParse(copyPack(SHANDONG_2020, given)).success).toBe(true);
  });
});

describe("a number as it is typed", () => {
  it("is read, and what is none is not guessed", () => {
    expect([readNumber("5", false), readNumber("1.5", false)]).toEqual([5, 1.5]);
    expect([readNumber("", true), readNumber("", false), readNumber("五", false)]).toEqual([
      null,
      undefined,
      undefined,
    ]);
  });
});
