import { Checkbox } from "antd";
import { RETURN_REASON_CODES, RETURN_REASONS } from "../../shared/submission/return-reasons.ts";
import { useMessages } from "../i18n/messages.ts";
import { toggleReason } from "./decision-draft.ts";
import { packageMessages } from "./package-messages.ts";

interface ReasonListProps {
  readonly reasons: readonly string[];
  readonly onChange: (reasons: readonly string[]) => void;
}

/** 退回原因: each says what the unit is to do. */
export function ReasonList({ reasons, onChange }: ReasonListProps) {
  const say = useMessages(packageMessages);
  return (
    <fieldset className="bureau-reasons">
      <legend className="visually-hidden">{say("decision.reasons")}</legend>
      {RETURN_REASONS.map(({ code, text }) => (
        <Checkbox
          key={code}
          checked={reasons.includes(code)}
          onChange={() => onChange(toggleReason(reasons, code, RETURN_REASON_CODES))}
        >
          {text}
        </Checkbox>
      ))}
    </fieldset>
  );
}
