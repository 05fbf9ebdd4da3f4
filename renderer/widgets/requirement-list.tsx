import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Status } from "../../shared/policy/outcome.ts";
import { sayRequirement, STATUS_LABELS } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { StatusTag, type TagState } from "./status-tag.tsx";
import "./requirement-list.css";

const STATES = { met: "good", unmet: "bad", unknown: "unknown" } as const satisfies Record<
  Status,
  TagState
>;

interface RequirementListProps {
  readonly assessment: Pick<Assessment, "requirements">;
}

/** Each requirement of an answer: its state, the core's sentence with the expected date, its clause. */
export function RequirementList({ assessment }: RequirementListProps) {
  const say = useMessages(widgetMessages);
  if (assessment.requirements.length === 0) return <p>{say("requirements.empty")}</p>;
  return (
    <ul className="requirement-list">
      {assessment.requirements.map((requirement) => (
        <li key={requirement.id} className="requirement">
          <StatusTag state={STATES[requirement.status]} label={STATUS_LABELS[requirement.status]} />
          <div>
            <div>{sayRequirement(requirement)}</div>
            <div className="requirement-clause">
              {say("requirements.clause", { clause: requirement.clause })}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
