import type { ReactNode } from "react";
import type { Assessment } from "../../shared/policy/assessment.ts";
import type { Status } from "../../shared/policy/outcome.ts";
import type { Requirement, RequirementId } from "../../shared/policy/requirement.ts";
import { sayRequirement, STATUS_LABELS } from "../../shared/policy/sentences.ts";
import { useMessages } from "../i18n/messages.ts";
import { ClauseText } from "./clause-text.tsx";
import { widgetMessages } from "./messages.ts";
import { StatusTag, type TagState } from "./status-tag.tsx";
import "./requirement-list.css";

const STATES = { met: "good", unmet: "bad", unknown: "unknown" } as const satisfies Record<
  Status,
  TagState
>;

interface RequirementListProps {
  readonly assessment: Pick<Assessment, "requirements">;
  /** What stands under a requirement: where its records and its clause are. */
  readonly renderExtra?: (requirement: Requirement) => ReactNode;
  /** Those that are told apart, with the words that say why. */
  readonly marked?: { readonly ids: ReadonlySet<RequirementId>; readonly label: string };
}

/** Each requirement of an answer: its state, the core's sentence with the expected date, its clause. */
export function RequirementList({ assessment, renderExtra, marked }: RequirementListProps) {
  const say = useMessages(widgetMessages);
  if (assessment.requirements.length === 0) return <p>{say("requirements.empty")}</p>;
  return (
    <ul className="requirement-list">
      {assessment.requirements.map((requirement) => (
        <li
          key={requirement.id}
          className={`requirement ${marked?.ids.has(requirement.id) === true ? "requirement-marked" : ""}`}
        >
          <StatusTag state={STATES[requirement.status]} label={STATUS_LABELS[requirement.status]} />
          <div>
            <div>
              {marked?.ids.has(requirement.id) === true ? <strong>{marked.label}</strong> : null}
              {sayRequirement(requirement)}
            </div>
            <div className="requirement-clause">
              {say("requirements.clause", { clause: requirement.clause })}
            </div>
            {renderExtra?.(requirement)}
            <ClauseText citation={requirement.clause} />
          </div>
        </li>
      ))}
    </ul>
  );
}
