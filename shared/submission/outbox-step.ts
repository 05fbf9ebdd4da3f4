import type { SentState } from "./sent-package.ts";

/** 报送进度: how far a package has come. Everything before the bureau's receipt is only on its way. */

export const OUTBOX_STEPS = [
  "built",
  "waiting",
  "paused",
  "uploading",
  "uploaded",
  "received",
  "accepted",
  "returned",
  "refused",
] as const;
export type OutboxStep = (typeof OUTBOX_STEPS)[number];

/** What the unit does with a package, and how far that has come. */
export interface Errand {
  /** It is to be uploaded. */
  readonly isToSend: boolean;
  readonly isPaused: boolean;
  /** All of its bytes have been taken by the bureau's receiver. */
  readonly isUploaded: boolean;
  /** Bytes are on their way just now. */
  readonly isUnderWay: boolean;
}

/**
 * The step of a package: what the bureau's receipts say goes before everything that we did (promise 9). Only
 * what was refused at the door may be on its way again.
 */
export function outboxStepOf(state: SentState, isReceived: boolean, errand: Errand): OutboxStep {
  const isAgain = !isReceived && errand.isToSend && !errand.isUploaded;
  if (state !== "packed" && !isAgain) return state;
  if (errand.isUploaded) return "uploaded";
  if (!errand.isToSend) return "built";
  if (errand.isPaused) return "paused";
  return errand.isUnderWay ? "uploading" : "waiting";
}
