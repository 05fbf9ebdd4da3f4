import { z } from "zod";
import { OUTBOX_STEPS } from "../submission/outbox-step.ts";
import { packageDraftSchema } from "../submission/package-draft.ts";
import { RECEIPT_STATUSES, remarkSchema } from "../submission/receipt.ts";
import type { MethodSpec } from "./method.ts";

const nothing = z.strictObject({});
const count = z.number().int().nonnegative();
const jobId = z.string().regex(/^[0-9A-Za-z-]{1,64}$/);
const packageId = z.string().max(100);
const step = z.enum(OUTBOX_STEPS);
/** 128 MiB: the records of 10,000 people with all that belongs to them. */
const DRAFT_BYTES = 128 * 1024 * 1024;
const RECEIPT_BYTES = 64 * 1024 * 1024;

/** What went wrong last: a stable code, and one sentence for a clerk. */
const fault = z.object({ code: z.string(), message: z.string(), at: z.string() });
export type OutboxFaultFacts = z.infer<typeof fault>;

const receipt = z.object({
  serial: count,
  status: z.enum(RECEIPT_STATUSES),
  issuedAt: z.string(),
  receivedAt: z.string(),
  readAt: z.string(),
  remarks: z.array(remarkSchema),
});
export type ReceiptFacts = z.infer<typeof receipt>;

const item = z.object({
  packageId,
  year: z.number(),
  revision: count,
  attempt: count,
  tagmanifest: z.string(),
  builtAt: z.string(),
  bureauName: z.string(),
  fileName: z.string(),
  size: count,
  people: count,
  attachments: count,
  step,
  /** Another package was built in its stead: it is not to be sent any more. */
  isReplaced: z.boolean(),
  /**
   * The bureau's last revision of the year, where it was not built here (the unit was installed anew, or restored
   * from an older backup): the next package follows on it. Null: there is none.
   */
  foreignRevision: count.nullable(),
  /** Bytes that the bureau's receiver has. */
  sentBytes: count,
  /** When it was last copied to a stick, and when its last byte was uploaded. */
  exportedAt: z.string().nullable(),
  uploadedAt: z.string().nullable(),
  fault: fault.nullable(),
  /** When it is tried again; null where nothing waits. */
  nextTryAt: z.string().nullable(),
  /** Verified receipts, by their number. */
  receipts: z.array(receipt),
});
export type OutboxItem = z.infer<typeof item>;

/** The bureau's clock against ours at the last contact; null where they agree or nobody was asked. */
const clock = z.object({
  /** Seconds by which ours is ahead; negative: behind. */
  aheadSeconds: z.number(),
  bureauTime: z.string(),
});

/**
 * 报送, the unit's side. Nothing here waits for the network: what is to be sent is sent in the background
 * while the keys are unlocked, over restarts; the event `outbox` tells how it goes.
 */
export const OUTBOX_METHODS = {
  /** Builds a package and reads it back as a whole before it counts; `id` for progress and cancelling. */
  "outbox.build": {
    input: z.strictObject({ id: jobId, draft: packageDraftSchema }),
    output: z.object({ packageId, revision: count, tagmanifest: z.string(), builtAt: z.string() }),
    mostInputBytes: DRAFT_BYTES,
  },
  "outbox.cancel": { input: z.strictObject({ id: jobId }), output: z.object({}) },
  /** Every package of this unit, newest first. */
  "outbox.list": {
    input: nothing,
    output: z.object({
      items: z.array(item),
      /** Whether the bureau in force has an address to upload to. */
      hasAddress: z.boolean(),
      clock: clock.nullable(),
      /** The last time that the bureau answered, by our clock. */
      lastContactAt: z.string().nullable(),
    }),
  },
  /** Puts a package into the queue, or tries at once what waits. */
  "outbox.send": { input: z.strictObject({ packageId }), output: z.object({}) },
  "outbox.pause": { input: z.strictObject({ packageId }), output: z.object({}) },
  /** Asks the bureau for receipts and statements now. */
  "outbox.refresh": { input: nothing, output: z.object({}) },
  /**
   * Copies the package to where the user wants it; `browser`: the screen reads it by `spool.open`, and says
   * so with `outbox.exported` when it is done.
   */
  "outbox.export": {
    input: z.strictObject({ packageId }),
    output: z.object({
      how: z.enum(["saved", "cancelled", "browser"]),
      path: z.string().nullable(),
    }),
  },
  "outbox.exported": { input: z.strictObject({ packageId }), output: z.object({}) },
  /** The cover sheet, its bytes beside the output: a page (UTF-8 HTML), or a workbook for who prints from WPS. */
  "outbox.cover": {
    input: z.strictObject({ packageId, form: z.enum(["page", "workbook"]) }),
    output: z.object({ fileName: z.string() }),
  },
  /** Reads a receipt from a file (.jcr). */
  "outbox.takeReceipt": {
    input: nothing,
    output: z.object({ packageId, isNew: z.boolean(), step }),
    mostBytes: RECEIPT_BYTES,
  },
} as const satisfies Record<string, MethodSpec>;

/** How a package is getting on. */
export const outboxEvent = z.object({
  packageId,
  step,
  done: count,
  total: count,
  /** The code of what went wrong; null where nothing did. */
  error: z.string().nullable(),
});
export type OutboxEvent = z.infer<typeof outboxEvent>;
