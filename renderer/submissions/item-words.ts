import type { OutboxItem } from "../../shared/bridge/outbox-methods.ts";
import type { OutboxStep } from "../../shared/submission/outbox-step.ts";
import type { TagState } from "../widgets/status-tag.tsx";
import type { SubmissionsKey } from "./messages.ts";

/** What the list says of a package and offers to do with it. */

const LOOKS = {
  built: { tag: "plain", key: "step.built" },
  waiting: { tag: "warn", key: "step.waiting" },
  paused: { tag: "warn", key: "step.paused" },
  uploading: { tag: "plain", key: "step.uploading" },
  uploaded: { tag: "plain", key: "step.uploaded" },
  received: { tag: "good", key: "step.received" },
  accepted: { tag: "good", key: "step.accepted" },
  returned: { tag: "bad", key: "step.returned" },
  refused: { tag: "bad", key: "step.refused" },
} as const satisfies Record<OutboxStep, { tag: TagState; key: SubmissionsKey }>;

/** How the step of a package is shown. One that lies on a stick is on its way too. */
export function lookOf({
  step,
  exportedAt,
  isReplaced,
}: Pick<OutboxItem, "step" | "exportedAt" | "isReplaced">): {
  readonly tag: TagState;
  readonly key: SubmissionsKey;
} {
  if (isReplaced) return { tag: "plain", key: "step.replaced" };
  if (step === "built" && exportedAt !== null) return { tag: "warn", key: "step.exported" };
  return LOOKS[step];
}

/** What can be done with a package. */
export interface ItemActions {
  readonly canSend: boolean;
  readonly canRetry: boolean;
  readonly canPause: boolean;
  readonly canExport: boolean;
}

/** True where the bureau has the package. */
export function wasReceived({ receipts }: Pick<OutboxItem, "receipts">): boolean {
  return receipts.some(({ serial }) => serial > 0);
}

/** True where the bureau may have the package, though no receipt says so. */
export function wasGiven({
  step,
  exportedAt,
  sentBytes,
}: Pick<OutboxItem, "step" | "exportedAt" | "sentBytes">): boolean {
  if (step === "refused") return false;
  return exportedAt !== null || sentBytes > 0 || step === "uploading" || step === "uploaded";
}

/** What building another package means for the last one. */
export type Fate = "follows" | "followsForeign" | "replaces" | "replacesGiven";

/** `followsForeign`: the bureau has a later one, which was not built on this computer; `replacesGiven`: it may have this one. */
export function fateOf(last: OutboxItem): Fate {
  const { foreignRevision, revision } = last;
  if (foreignRevision !== null && revision <= foreignRevision) return "followsForeign";
  if (wasReceived(last)) return "follows";
  return wasGiven(last) ? "replacesGiven" : "replaces";
}

/** The actions that a package's step allows. */
export function actionsOf(item: OutboxItem, hasAddress: boolean): ItemActions {
  const { step, isReplaced, fault } = item;
  const isOpen = !isReplaced && !wasReceived(item);
  const isAtRest = step === "built" || step === "paused" || step === "refused";
  return {
    canSend: isOpen && hasAddress && isAtRest,
    canRetry: isOpen && fault !== null && (step === "waiting" || step === "uploaded"),
    canPause: isOpen && (step === "waiting" || step === "uploading"),
    canExport: !isReplaced,
  };
}

/** How much of a package the receiver has, in whole per cent; null where nothing moves. */
export function percentOf({ step, sentBytes, size }: OutboxItem): number | null {
  const isMoving = step === "uploading" || step === "waiting" || step === "paused";
  if (!isMoving || (step !== "uploading" && sentBytes === 0)) return null;
  return Math.min(100, Math.floor((sentBytes / size) * 100));
}
