import { Link } from "react-router";
import type { Requirement } from "../../shared/policy/requirement.ts";
import { useMessages } from "../i18n/messages.ts";
import { widgetMessages } from "./messages.ts";
import { clauseLink, RECORD_TABS, recordLink } from "./requirement-links.ts";
import "./requirement-list.css";

interface RequirementPlacesProps {
  readonly requirement: Requirement;
  readonly personId: string;
}

/** The ways from a requirement to the records that it looks at and to its clause. */
export function RequirementPlaces({
  requirement: { id, clause },
  personId,
}: RequirementPlacesProps) {
  const say = useMessages(widgetMessages);
  return (
    <div className="requirement-places no-print">
      <Link to={recordLink(personId, id)}>
        {RECORD_TABS[id] === null ? say("requirements.posts") : say("requirements.record")}
      </Link>
      <Link to={clauseLink(clause)}>{say("requirements.policy")}</Link>
    </div>
  );
}
