import { useMemo } from "react";
import { Link } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { Loading } from "../widgets/states.tsx";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { type CandidateOption, oneEach } from "./candidate-options.ts";
import { exportMessages } from "./export-messages.ts";
import type { PickedCandidates } from "./use-candidates.ts";

interface CandidatePickerProps {
  readonly picked: PickedCandidates;
  readonly year: number;
}

const HEIGHT = 240;

/** Who is put forward and for what, out of those who can apply. */
export function CandidatePicker({ picked, year }: CandidatePickerProps) {
  const { options, chosen, onChange, isPending } = picked;
  const say = useMessages(exportMessages);
  const columns = useMemo(
    (): readonly TableColumn<CandidateOption>[] => [
      {
        id: "name",
        title: say("candidates.name"),
        width: 100,
        render: ({ name, choice }) => <Link to={`/eligibility/${choice.personId}`}>{name}</Link>,
        sortKey: ({ name }) => name,
      },
      {
        id: "question",
        title: say("candidates.question"),
        width: 320,
        render: ({ question }) => question,
        sortKey: ({ question }) => question,
      },
    ],
    [say],
  );
  if (isPending) return <Loading label={say("candidates.pending")} />;
  if (options.length === 0) {
    return <p className="exchange-sentence">{say("candidates.none", { year })}</p>;
  }
  return (
    <section className="exchange-panel">
      <div className="exchange-head">
        <h2 className="exchange-heading">{say("candidates")}</h2>
        <strong role="status">{say("candidates.chosen", { count: chosen.size })}</strong>
      </div>
      <p className="exchange-note">{say("candidates.hint")}</p>
      <VirtualTable
        rows={options}
        columns={columns}
        rowKey={({ key }) => key}
        selection={{
          selected: chosen,
          onChange: (after) => onChange(oneEach(options, chosen, after)),
        }}
        height={HEIGHT}
        label={say("candidates.label")}
      />
    </section>
  );
}
