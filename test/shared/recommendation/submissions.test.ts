import { describe, expect, it } from "vitest";
import {
  addSubmission,
  latestSubmission,
  takeReceipts,
} from "../../../shared/recommendation/submissions.ts";
import type { Receipt } from "../../../shared/submission/receipt.ts";
import { roundWith, submissionWith } from "./rounds.ts";

const SENT = submissionWith();

function receiptWith(given: Partial<Receipt> = {}): Receipt {
  return {
    format: "jiceng.receipt/1",
    packageId: SENT.packageId,
    tagmanifest: SENT.tagmanifest,
    revision: 1,
    serial: 1,
    issuedAt: "2026-09-17T02:00:00Z",
    receivedAt: "2026-09-17T02:00:00Z",
    status: "received",
    remarks: [],
    ...given,
  };
}

describe("a package", () => {
  it("takes the place of one of its revision that nobody received", () => {
    const other = { ...SENT, packageId: "019abcde-0000-7000-8000-000000000009" };
    const round = addSubmission(addSubmission(roundWith(), SENT), other);
    expect(round.submissions.map(({ packageId }) => packageId)).toEqual([other.packageId]);
    const answered = roundWith({ submissions: [submissionWith({ status: "returned" })] });
    expect(addSubmission(answered, { ...other, revision: 2 }).submissions).toHaveLength(2);
    expect(latestSubmission(addSubmission(answered, { ...other, revision: 2 }))?.revision).toBe(2);
  });
});

describe("receipts", () => {
  const round = roundWith({ submissions: [SENT] });

  it("count by their number, whatever order they come in", () => {
    const remarks = [{ personId: "p-001", code: "return.material", text: "缺聘书" }];
    const receipts = [receiptWith({ serial: 2, status: "returned", remarks }), receiptWith()];
    const taken = takeReceipts(round, receipts);
    expect(taken.submissions).toEqual([{ ...SENT, status: "returned", serial: 2, remarks }]);
    expect(takeReceipts(taken, [receiptWith()])).toEqual(taken);
    expect(takeReceipts(round, receipts.toReversed())).toEqual(taken);
  });

  it("of a refusal at the door move nothing: the package was not taken in", () => {
    expect(takeReceipts(round, [receiptWith({ serial: 0, status: "refused" })])).toEqual(round);
  });

  it("for other bytes or another package change nothing", () => {
    const others = [
      receiptWith({ tagmanifest: "0b".repeat(32) }),
      receiptWith({ packageId: "019abcde-0000-7000-8000-000000000009" }),
    ];
    expect(takeReceipts(round, others)).toEqual(round);
  });
});
