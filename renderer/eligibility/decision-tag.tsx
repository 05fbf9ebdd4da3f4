import type { Assessment } from "../../shared/policy/assessment.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { DECISION_KEYS, TAG_STATES, wordOf } from "./decision-words.ts";
import { eligibilityMessages } from "./messages.ts";

/** The answer as a sign with words. */
export function DecisionTag({
  assessment,
}: {
  readonly assessment: Pick<Assessment, "decision" | "eligibleOn">;
}) {
  const say = useMessages(eligibilityMessages);
  const word = wordOf(assessment);
  return <StatusTag state={TAG_STATES[word]} label={say(DECISION_KEYS[word])} />;
}
