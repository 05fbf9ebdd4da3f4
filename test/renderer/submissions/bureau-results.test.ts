import { describe, expect, it } from "vitest";
import { offeredResults, takeResults } from "../../../renderer/submissions/bureau-results.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { writeResult } from "../../../shared/submission/desk-remarks.ts";
import { doctorWith, recommendedWith, roundWith } from "../../shared/recommendation/rounds.ts";
import { itemWith, receiptWith, remarkWith } from "./items.ts";

const ROUND = roundWith({ state: "recording" });
const CANDIDACY = recommendedWith();
const DOCTOR = doctorWith();
const RECORDS = {
  candidacies: new Map([[CANDIDACY.id, CANDIDACY]]),
  people: new Map([[DOCTOR.id, DOCTOR]]),
};
const PASSED = { outcome: "passed", on: "2026-12-20", certificate: "鲁2026001" } as const;
const FAILED = { outcome: "failed", on: "2026-12-18", certificate: null } as const;

function itemTelling(...results: readonly (typeof PASSED | typeof FAILED)[]) {
  const receipts = results.map((result, index) =>
    receiptWith({
      serial: index + 2,
      status: "accepted",
      remarks: [remarkWith({ personId: DOCTOR.id, ...writeResult(CANDIDACY, result) })],
    }),
  );
  return itemWith({ step: "accepted", receipts });
}

describe("a result in a receipt", () => {
  it("is offered with the names that the pack knows for the title", () => {
    const [offered] = offeredResults(itemTelling(PASSED), ROUND, RECORDS, SHANDONG_2020);
    expect(offered).toMatchObject({ result: PASSED, hasTitle: true, isOnFile: false });
    expect(offered?.titleNames).toContain("副主任医师");
  });

  it("counts as the last receipt tells it", () => {
    const offered = offeredResults(itemTelling(FAILED, PASSED), ROUND, RECORDS, SHANDONG_2020);
    expect(offered.map(({ result }) => result.outcome)).toEqual(["passed"]);
  });

  it("puts title and application record on file in one edit", () => {
    const offered = offeredResults(itemTelling(PASSED), ROUND, RECORDS, SHANDONG_2020);
    const chosen = offered.map((one) => ({
      offered: one,
      titleName: "副主任医师",
      titleId: "t-new",
    }));
    const signed = { by: "王审核", at: "2026-12-21T01:00:00Z" };
    const { putPeople, putCandidacies } = takeResults(ROUND, chosen, signed);
    expect(putPeople).toHaveLength(1);
    expect(putPeople[0]?.titles.at(-1)).toMatchObject({
      id: "t-new",
      name: "副主任医师",
      level: "associateSenior",
      obtainedOn: "2026-12-20",
    });
    expect(putPeople[0]?.applications.at(-1)).toMatchObject({ year: 2026, outcome: "passed" });
    expect(putCandidacies[0]?.result).toMatchObject({ outcome: "passed", titleId: "t-new" });
    const after = {
      candidacies: new Map(putCandidacies.map((one) => [one.id, one])),
      people: new Map(putPeople.map((one) => [one.id, one])),
    };
    expect(offeredResults(itemTelling(PASSED), ROUND, after, SHANDONG_2020)[0]?.isOnFile).toBe(
      true,
    );
  });

  it("is not offered for somebody who was not put forward", () => {
    const waiting = recommendedWith({ outcome: null });
    const records = { ...RECORDS, candidacies: new Map([[waiting.id, waiting]]) };
    expect(offeredResults(itemTelling(PASSED), ROUND, records, SHANDONG_2020)).toEqual([]);
  });
});
