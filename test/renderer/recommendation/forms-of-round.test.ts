import { SHIPPED_PACKS } from "../../../shared/policy/pack-shelf.ts";
import { describe, expect, it } from "vitest";
import {
  checkMethod,
  criteriaOfForm,
  formOfMethod,
  sumWeights,
} from "../../../renderer/recommendation/method-form.ts";
import {
  checkObjection,
  formOfObjection,
  objectionOfForm,
  withObjection,
} from "../../../renderer/recommendation/objection-form.ts";
import {
  blankOpening,
  checkOpening,
  packOfForm,
  typeYear,
} from "../../../renderer/recommendation/opening.ts";
import {
  blankPublicity,
  calendarDays,
  checkPublicity,
  countHangingDays,
  formOfPublicity,
  placesOf,
  publicityOfForm,
  turnDay,
} from "../../../renderer/recommendation/publicity-form.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { newRound, type Round } from "../../../shared/recommendation/round.ts";

const ROUND: Round = newRound({
  year: 2026,
  applyOn: "2026-09-01",
  cutOff: "2026-12-31",
  packId: SHANDONG_2020.id,
  criteria: SHANDONG_2020.parameters["review.criteria"].value,
  by: "王会计",
  at: "2026-03-02T01:15:30Z",
});
const RECORDS = {
  rounds: new Map([[ROUND.id, ROUND]]),
  settings: {
    cycle: { year: 2026, applyOn: "2026-09-01", cutOff: "2026-12-31" },
    operators: [],
    operatorId: null,
  },
};
const LEAST = 5;

describe("opening a year", () => {
  it("begins with the year after the last round, its days moved on", () => {
    expect(blankOpening(RECORDS)).toEqual({
      year: "2027",
      applyOn: "2027-09-01",
      cutOff: "2027-12-31",
    });
    expect(blankOpening({ ...RECORDS, rounds: new Map() }).year).toBe("2026");
  });

  it("moves the days with the year as it is typed, and leaves them while it is half typed", () => {
    const half = typeYear(blankOpening(RECORDS), "202");
    expect(half).toEqual({ year: "202", applyOn: "2027-09-01", cutOff: "2027-12-31" });
    expect(typeYear(blankOpening(RECORDS), "2028").applyOn).toBe("2028-09-01");
  });

  it("refuses a year that has a round, but for that round itself", () => {
    const same = { year: "2026", applyOn: "2026-09-01", cutOff: "2026-12-31" };
    expect(checkOpening(same, RECORDS, SHIPPED_PACKS)).toEqual(["taken"]);
    expect(checkOpening(same, RECORDS, SHIPPED_PACKS, 2026)).toEqual([]);
    expect(checkOpening({ ...same, year: "26" }, RECORDS, SHIPPED_PACKS)).toEqual(["year"]);
  });

  it("goes by the pack in force on the day of application", () => {
    expect(packOfForm(blankOpening(RECORDS), SHIPPED_PACKS)?.id).toBe(SHANDONG_2020.id);
    expect(
      packOfForm({ year: "2019", applyOn: "2019-09-01", cutOff: "" }, SHIPPED_PACKS),
    ).toBeNull();
  });
});

describe("the method of review", () => {
  it("comes back from its form as it was", () => {
    const form = formOfMethod(ROUND);
    expect(checkMethod(form)).toEqual([]);
    expect(criteriaOfForm(form, ROUND.criteria)).toEqual(ROUND.criteria);
    expect(sumWeights(form)).toBe(100);
  });

  it("asks weights that add up to 100, figures, and names", () => {
    const form = formOfMethod(ROUND);
    const put = (part: Partial<(typeof form.criteria)[number]>) => ({
      ...form,
      criteria: form.criteria.map((one, index) => (index === 0 ? { ...one, ...part } : one)),
    });
    expect(checkMethod(put({ weight: "21" }))).toEqual(["sum"]);
    expect(checkMethod(put({ weight: "many" }))).toEqual(["weight"]);
    expect(checkMethod(put({ most: "0" }))).toEqual(["most"]);
    expect(checkMethod(put({ name: " " }))).toEqual(["name"]);
  });
});

describe("the plan of the notice", () => {
  const form = {
    ...blankPublicity("2026-09-30", LEAST),
    places: "院务公开栏\n\n 门诊大厅 ",
  };

  it("ends at the earliest after five working days, holidays left out and make-up days counted in", () => {
    // 国庆 1–7 October is off, Saturday the 10th is worked: 8, 9, 10, 12, 13.
    expect(form.to).toBe("2026-10-13");
    expect(countHangingDays(form)).toBe(LEAST);
    expect(checkPublicity(form, LEAST)).toEqual([]);
  });

  it("is refused where it hangs too short, backwards, or nowhere", () => {
    expect(checkPublicity({ ...form, to: "2026-10-12" }, LEAST)).toEqual(["short"]);
    expect(checkPublicity({ ...form, to: "2026-09-29" }, LEAST)).toEqual(["reversed"]);
    expect(checkPublicity({ ...form, places: " \n" }, LEAST)).toEqual(["places"]);
    expect(checkPublicity({ ...form, from: "" }, LEAST)).toEqual(["from"]);
  });

  it("shows each day with why it counts or not", () => {
    const days = calendarDays(form);
    expect(days[0]).toMatchObject({ day: "2026-09-30", isWorking: true, isCounted: false });
    expect(days[1]).toMatchObject({ holiday: "国庆节", isWorking: false, isMakeUp: false });
    expect(days.find(({ day }) => day === "2026-10-10")).toMatchObject({
      isWorking: true,
      isMakeUp: true,
      isCounted: true,
    });
    expect(calendarDays({ ...form, to: "2062-10-13" })).toEqual([]);
  });

  it("counts a day as it was corrected, and puts it back", () => {
    const day = calendarDays(form).find((one) => one.day === "2026-10-10");
    if (day === undefined) throw new Error("no such day");
    const turned = turnDay(form, day);
    expect(turned.corrections).toEqual([{ day: "2026-10-10", isWorking: false }]);
    expect(countHangingDays(turned)).toBe(LEAST - 1);
    const back = calendarDays(turned).find((one) => one.day === "2026-10-10");
    if (back === undefined) throw new Error("no such day");
    expect(turnDay(turned, back)).toEqual(form);
  });

  it("keeps what came in when it is changed", () => {
    const first = publicityOfForm(form, null);
    expect(first.places).toEqual(placesOf(form));
    const objection = objectionOfForm("o-1", {
      ...formOfObjection(null, "2026-10-08"),
      text: "材料不实",
    });
    const hung = { ...first, objections: [objection], certifiedBy: "王院长" };
    expect(formOfPublicity(first)).toEqual({ ...form, places: "院务公开栏\n门诊大厅" });
    const changed = publicityOfForm({ ...form, contact: "办公室" }, hung);
    expect(changed).toMatchObject({
      contact: "办公室",
      objections: [objection],
      certifiedBy: "王院长",
    });
  });
});

describe("an objection", () => {
  const form = { ...formOfObjection(null, "2026-10-08"), text: "材料不实" };

  it("asks how it was handled and when, once it is decided", () => {
    expect(checkObjection(form)).toEqual([]);
    expect(checkObjection({ ...form, text: "" })).toEqual(["text"]);
    const decided = { ...form, outcome: "dismissed" as const };
    expect(checkObjection(decided)).toEqual(["handling", "closedOn"]);
    const early = { ...decided, handling: "核对原件", closedOn: "2026-10-07" };
    expect(checkObjection(early)).toEqual(["closedOn"]);
    expect(checkObjection({ ...early, closedOn: "2026-10-08" })).toEqual([]);
  });

  it("without a name is nameless, and takes its own place in the list", () => {
    const one = objectionOfForm("o-1", form);
    expect(one).toMatchObject({ from: null, candidacyId: null, closedOn: null, outcome: null });
    const two = objectionOfForm("o-2", { ...form, from: " 张三 " });
    expect(two.from).toBe("张三");
    const changed = { ...one, handling: "已答复" };
    expect(withObjection([one, two], changed)).toEqual([changed, two]);
    expect(withObjection([one], two)).toEqual([one, two]);
  });
});
