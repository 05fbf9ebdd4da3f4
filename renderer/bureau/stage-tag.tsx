import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { type InboxKey, inboxMessages } from "./inbox-messages.ts";
import { type Stage, STAGE_TAGS, stageOf } from "./stage.ts";

const WORDS = {
  deciding: "stage.deciding",
  ready: "stage.ready",
  accepted: "stage.accepted",
  returned: "stage.returned",
  refused: "stage.refused",
} as const satisfies Record<Stage, InboxKey>;

/** What is to be done with a package, in a word. */
export function StageTag({
  of,
}: {
  readonly of: Pick<InboxPackage, "status" | "decisions" | "hasUntold">;
}) {
  const say = useMessages(inboxMessages);
  const stage = stageOf(of);
  return (
    <StatusTag
      state={STAGE_TAGS[stage]}
      label={say(WORDS[stage], { count: of.decisions.undecided })}
    />
  );
}
