import type { InboxPackage } from "../../../shared/bridge/desk-schemas.ts";

/** A package in the inbox; what a test is not about is as usual. */
export function inboxWith(given: Partial<InboxPackage> = {}): InboxPackage {
  return {
    packageId: "p-1",
    unitId: "u-001",
    unitName: "甲镇卫生院",
    year: 2026,
    revision: 1,
    isNewest: true,
    receivedAt: "2026-09-10T02:30:00Z",
    status: "received",
    people: 2,
    candidacies: 2,
    attachments: 0,
    fileBytes: 1_000,
    decisions: { undecided: 2, accepted: 0, returned: 0, rejected: 0 },
    hasUntold: false,
    results: { passed: 0, failed: 0 },
    checks: { conflict: 0, notice: 0 },
    ...given,
  };
}

export const DECIDED = { undecided: 0, accepted: 2, returned: 0, rejected: 0 };
