import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";
import type { TagState } from "../widgets/status-tag.tsx";

/** What is to be done with a package next: decide, answer, or nothing more than the answer that was given. */
export const STAGES = ["deciding", "ready", "accepted", "returned", "refused"] as const;
export type Stage = (typeof STAGES)[number];

type Standing = Pick<InboxPackage, "status" | "decisions" | "hasUntold">;

/** The stage of a package by its latest answer and the decisions since. */
export function stageOf({ status, decisions, hasUntold }: Standing): Stage {
  if (status !== "received" && !hasUntold) return status;
  return decisions.undecided > 0 ? "deciding" : "ready";
}

export const STAGE_TAGS = {
  deciding: "unknown",
  ready: "warn",
  accepted: "good",
  returned: "bad",
  refused: "bad",
} as const satisfies Record<Stage, TagState>;
