import { describe, expect, it } from "vitest";
import { headerStatusOf } from "../../../renderer/submissions/header-status.ts";
import {
  actionsOf,
  fateOf,
  lookOf,
  percentOf,
  wasGiven,
} from "../../../renderer/submissions/item-words.ts";
import { itemWith, receiptWith } from "./items.ts";

const FAULT = { code: "offline", message: "没有网络", at: "2026-09-16T02:30:00Z" };
const NOTHING = { canSend: false, canRetry: false, canPause: false };

describe("a package can be", () => {
  it("sent while it rests, where the bureau has an address", () => {
    expect(actionsOf(itemWith(), true).canSend).toBe(true);
    expect(actionsOf(itemWith({ step: "paused" }), true).canSend).toBe(true);
    expect(actionsOf(itemWith(), false)).toMatchObject({ canSend: false, canExport: true });
  });

  it("paused while it waits or moves, tried at once after a fault", () => {
    expect(actionsOf(itemWith({ step: "uploading" }), true)).toMatchObject({ canPause: true });
    expect(actionsOf(itemWith({ step: "waiting", fault: FAULT }), true)).toMatchObject({
      canPause: true,
      canRetry: true,
    });
  });

  it("exported to a stick at every step, but for one that was replaced", () => {
    expect(actionsOf(itemWith({ step: "uploading" }), true).canExport).toBe(true);
    expect(actionsOf(itemWith({ isReplaced: true }), true)).toEqual({
      ...NOTHING,
      canExport: false,
    });
  });

  it("sent no more once the bureau has it, but again where it was refused at the door", () => {
    const received = itemWith({ step: "returned", receipts: [receiptWith()] });
    expect(actionsOf(received, true)).toMatchObject(NOTHING);
    const atDoor = receiptWith({ serial: 0, status: "refused" });
    expect(actionsOf(itemWith({ step: "refused", receipts: [atDoor] }), true).canSend).toBe(true);
  });
});

describe("a package without a receipt", () => {
  it("may be at the bureau once a byte of it has gone or it lies on a stick, but not where it was refused", () => {
    expect(wasGiven(itemWith())).toBe(false);
    expect(wasGiven(itemWith({ exportedAt: "2026-09-16T02:30:00Z" }))).toBe(true);
    expect(wasGiven(itemWith({ step: "paused", sentBytes: 400 }))).toBe(true);
    expect(wasGiven(itemWith({ step: "uploading" }))).toBe(true);
    expect(wasGiven(itemWith({ step: "refused", sentBytes: 1_000 }))).toBe(false);
  });
});

describe("building another package", () => {
  it("follows on one that the bureau has, and replaces one that it has not", () => {
    expect(fateOf(itemWith({ receipts: [receiptWith()] }))).toBe("follows");
    expect(fateOf(itemWith())).toBe("replaces");
    expect(fateOf(itemWith({ sentBytes: 400 }))).toBe("replacesGiven");
  });

  it("follows on the bureau's last one where that was built elsewhere, and on our own from then on", () => {
    expect(fateOf(itemWith({ step: "refused", foreignRevision: 2 }))).toBe("followsForeign");
    expect(fateOf(itemWith({ revision: 3, foreignRevision: 2 }))).toBe("replaces");
  });
});

describe("what is shown of a package", () => {
  it("is its step, and that it lies on a stick", () => {
    expect(lookOf(itemWith({ step: "uploaded" })).key).toBe("step.uploaded");
    expect(lookOf(itemWith({ exportedAt: "2026-09-16T02:30:00Z" })).key).toBe("step.exported");
    expect(lookOf(itemWith({ isReplaced: true })).key).toBe("step.replaced");
  });

  it("is how much has gone, as long as it is on its way", () => {
    expect(percentOf(itemWith({ step: "uploading", sentBytes: 505 }))).toBe(50);
    expect(percentOf(itemWith({ step: "waiting", sentBytes: 400 }))).toBe(40);
    expect(percentOf(itemWith({ step: "waiting" }))).toBeNull();
    expect(percentOf(itemWith({ step: "uploaded", sentBytes: 1_000 }))).toBeNull();
  });
});

describe("the head of the window says", () => {
  it("nothing while nothing is under way", () => {
    expect(headerStatusOf([], 0)).toBeNull();
    expect(headerStatusOf([itemWith()], 0)).toBeNull();
  });

  it("first that a receipt has come that nobody has seen", () => {
    const item = itemWith({ step: "returned", receipts: [receiptWith()] });
    expect(headerStatusOf([item], 0)?.key).toBe("head.newReceipt");
    expect(headerStatusOf([item], 1)?.key).toBe("head.returned");
  });

  it("what is stuck, what moves, what waits, and what is not answered", () => {
    expect(headerStatusOf([itemWith({ step: "waiting", fault: FAULT })], 0)?.key).toBe(
      "head.stuck",
    );
    expect(headerStatusOf([itemWith({ step: "uploading", sentBytes: 300 })], 0)).toEqual({
      key: "head.uploading",
      params: { percent: 30 },
    });
    expect(headerStatusOf([itemWith({ step: "paused" })], 0)?.key).toBe("head.waiting");
    expect(headerStatusOf([itemWith({ step: "uploaded" })], 0)?.key).toBe("head.uploaded");
  });
});
