import type { OutboxItem, ReceiptFacts } from "../../../shared/bridge/outbox-methods.ts";
import type { Remark } from "../../../shared/submission/receipt.ts";

/** Packages of the outbox for tests to change. */

export const PACKAGE_ID = "019abcde-0000-7000-8000-000000000001";

export function itemWith(given: Partial<OutboxItem> = {}): OutboxItem {
  return {
    packageId: PACKAGE_ID,
    year: 2026,
    revision: 1,
    attempt: 1,
    tagmanifest: "0a".repeat(32),
    builtAt: "2026-09-15T02:30:00Z",
    bureauName: "示例县人力资源和社会保障局",
    fileName: "u-001-2026-r1.jcp",
    size: 1_000,
    people: 2,
    attachments: 3,
    step: "built",
    isReplaced: false,
    foreignRevision: null,
    sentBytes: 0,
    exportedAt: null,
    uploadedAt: null,
    fault: null,
    nextTryAt: null,
    receipts: [],
    ...given,
  };
}

export function receiptWith(given: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    serial: 1,
    status: "received",
    issuedAt: "2026-09-16T02:30:00Z",
    receivedAt: "2026-09-16T02:30:00Z",
    readAt: "2026-09-16T02:40:00Z",
    remarks: [],
    ...given,
  };
}

export function remarkWith(given: Partial<Remark> = {}): Remark {
  return { personId: "p-001", code: "return.education", text: "请核对学历", ...given };
}
