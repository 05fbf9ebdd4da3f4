import { describe, expect, it } from "vitest";
import {
  acceptedPackages,
  countOpen,
  resultsState,
} from "../../../renderer/bureau-reports/results-list.ts";
import type { InboxPackage } from "../../../shared/bridge/desk-schemas.ts";

function inboxPackage(packageId: string, part: Partial<InboxPackage> = {}): InboxPackage {
  return {
    packageId,
    unitId: "u-001",
    unitName: "示例镇卫生院",
    year: 2026,
    revision: 1,
    isNewest: true,
    receivedAt: "2026-11-23T08:00:00Z",
    status: "accepted",
    people: 3,
    candidacies: 3,
    attachments: 0,
    fileBytes: 1,
    decisions: { undecided: 0, accepted: 3, returned: 0, rejected: 0 },
    hasUntold: false,
    results: { passed: 0, failed: 0 },
    checks: { conflict: 0, notice: 0 },
    ...part,
  };
}

describe("the units whose results can be noted", () => {
  it("are those with a newest package that was accepted, with somebody accepted", () => {
    const all = [
      inboxPackage("yes"),
      inboxPackage("older", { isNewest: false }),
      inboxPackage("returned", { status: "returned" }),
      inboxPackage("nobody", {
        decisions: { undecided: 0, accepted: 0, returned: 0, rejected: 3 },
      }),
    ];
    expect(acceptedPackages(all).map(({ packageId }) => packageId)).toEqual(["yes"]);
  });

  it("are complete once every accepted candidacy has a result", () => {
    const withResults = (passed: number, failed: number) =>
      inboxPackage("x", { results: { passed, failed } });
    const some = [withResults(0, 0), withResults(1, 1), withResults(2, 1)];
    expect(some.map(resultsState)).toEqual(["nothing", "partly", "complete"]);
    expect(some.map(countOpen)).toEqual([3, 1, 0]);
  });
});
