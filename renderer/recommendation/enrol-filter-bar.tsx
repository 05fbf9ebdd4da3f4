import { Input } from "antd";
import type { Decision } from "../../shared/policy/outcome.ts";
import { PATHWAY_LABELS, PATHWAYS } from "../../shared/policy/pathway-names.ts";
import { DECISION_LABELS } from "../../shared/policy/sentences.ts";
import { LINE_LABELS, LINES } from "../../shared/records/title.ts";
import { useMessages } from "../i18n/messages.ts";
import type { EnrolFilter } from "./enrol-lines.ts";
import { enrolMessages } from "./enrol-messages.ts";

const DECISIONS: readonly Decision[] = ["eligible", "undetermined", "ineligible"];

interface EnrolFilterBarProps {
  readonly filter: EnrolFilter;
  readonly shown: number;
  /** How many people are still worked out; null where the program is set to other days. */
  readonly pending: number | null;
  readonly onChange: (filter: EnrolFilter) => void;
}

/** Whom the list shows: by answer, pathway, line and name. */
export function EnrolFilterBar({ filter, shown, pending, onChange }: EnrolFilterBarProps) {
  const say = useMessages(enrolMessages);
  return (
    <div className="round-filter" role="search">
      <select
        className="round-select"
        aria-label={say("filter.decision")}
        value={filter.decision ?? "all"}
        onChange={({ target }) =>
          onChange({
            ...filter,
            decision: DECISIONS.find((one) => one === target.value) ?? null,
          })
        }
      >
        {DECISIONS.map((one) => (
          <option key={one} value={one}>
            {DECISION_LABELS[one]}
          </option>
        ))}
        <option value="all">{say("filter.all")}</option>
      </select>
      <select
        className="round-select"
        aria-label={say("filter.pathway")}
        value={filter.pathway ?? ""}
        onChange={({ target }) =>
          onChange({ ...filter, pathway: PATHWAYS.find((one) => one === target.value) ?? null })
        }
      >
        <option value="">{say("filter.anyPathway")}</option>
        {PATHWAYS.map((one) => (
          <option key={one} value={one}>
            {PATHWAY_LABELS[one]}
          </option>
        ))}
      </select>
      <select
        className="round-select"
        aria-label={say("filter.line")}
        value={filter.line ?? ""}
        onChange={({ target }) =>
          onChange({ ...filter, line: LINES.find((one) => one === target.value) ?? null })
        }
      >
        <option value="">{say("filter.anyLine")}</option>
        {LINES.map((one) => (
          <option key={one} value={one}>
            {LINE_LABELS[one]}
          </option>
        ))}
      </select>
      <Input
        className="round-search"
        allowClear
        aria-label={say("filter.name")}
        placeholder={say("filter.name")}
        value={filter.text}
        onChange={({ target }) => onChange({ ...filter, text: target.value })}
      />
      <span role="status">
        {pending === null
          ? say("filter.otherDays")
          : pending > 0
            ? say("filter.pending", { count: pending })
            : say("filter.shown", { count: shown })}
      </span>
    </div>
  );
}
