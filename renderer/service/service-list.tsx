import { Button, Input, Tag } from "antd";
import { useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { formatDay } from "../../shared/calendar/text.ts";
import type { ServiceStep } from "../../shared/policy/service-record.ts";
import { useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { HelpTip } from "../widgets/help-tip.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { serviceMessages } from "./messages.ts";
import {
  filterServiceRows,
  readServiceFilter,
  type ServiceFilter,
  type ServiceRow,
} from "./service-view.ts";
import { useExportSheet } from "./sheet-view.tsx";

interface ServiceListProps {
  readonly rows: readonly ServiceRow[];
  readonly steps: readonly number[];
  /** Shows the form of some people for printing. */
  readonly onPrint: (ids: readonly string[]) => void;
}

/** Everybody with their years and the days of the steps; some or all of them to print and export. */
export function ServiceList({ rows, steps, onPrint }: ServiceListProps) {
  const say = useMessages(serviceMessages);
  const navigate = useNavigate();
  const [query, changeQuery] = useQuery();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const exportSheet = useExportSheet();
  const filter = useMemo(() => readServiceFilter(query, steps), [query, steps]);
  const shown = useMemo(() => filterServiceRows(rows, filter), [rows, filter]);
  const chosen = shown.filter(({ personId }) => selected.has(personId));
  const ids = (chosen.length > 0 ? chosen : shown).map(({ personId }) => personId);
  const put = (key: string, value: string | null) => {
    changeQuery(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === "") next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  };
  const columns: readonly TableColumn<ServiceRow>[] = [
    {
      id: "name",
      title: say("list.name"),
      width: 88,
      render: ({ name }) => <strong>{name}</strong>,
      sortKey: ({ nameRank }) => nameRank,
    },
    {
      id: "title",
      title: say("list.title"),
      width: 104,
      render: ({ titleName }) => titleName ?? "—",
      sortKey: ({ titleName }) => titleName,
    },
    {
      id: "sum",
      title: say("list.sum"),
      width: 136,
      align: "right",
      render: ({ length }) => say("length", { ...length }),
      sortKey: ({ days }) => days,
    },
    ...steps.map((years, index): TableColumn<ServiceRow> => ({
      id: `step-${years}`,
      title: say("list.step", { years }),
      width: 158,
      render: (row) => <Step step={row.steps[index]} />,
      sortKey: (row) => row.steps[index]?.reachedOn ?? null,
    })),
  ];
  return (
    <>
      <div className="service-bar no-print">
        <ServiceFilters filter={filter} steps={steps} onPut={put} />
        <span className="service-shown" role="status">
          {selected.size > 0 ? (
            <strong>{say("list.chosen", { count: chosen.length })}</strong>
          ) : null}
          <span>{say("list.shown", { shown: shown.length, all: rows.length })}</span>
        </span>
        <Button
          disabled={ids.length === 0 || exportSheet === null}
          onClick={() => exportSheet?.(ids)}
        >
          {say("export")}
        </Button>
        <Button type="primary" disabled={ids.length === 0} onClick={() => onPrint(ids)}>
          {say("print")}
        </Button>
        <HelpTip text={say("print.help")} />
      </div>
      <VirtualTable
        rows={shown}
        columns={columns}
        rowKey={({ personId }) => personId}
        onOpen={({ personId }) => {
          void navigate(`/service/${encodeURIComponent(personId)}`);
        }}
        selection={{ selected, onChange: setSelected }}
        sort={{ columnId: "sum", direction: "descending" }}
        stickyColumns={1}
        label={say("list.label")}
        emptyText={say("list.nobody")}
      />
    </>
  );
}

function Step({ step }: { readonly step: ServiceStep | undefined }) {
  const say = useMessages(serviceMessages);
  if (step === undefined || step.reachedOn === null) {
    return <span className="service-dim">{say("list.never")}</span>;
  }
  return (
    <>
      <span className="service-date">{formatDay(step.reachedOn)}</span>
      <StatusTag
        state={step.isReached ? "good" : "plain"}
        label={step.isReached ? say("list.reached") : say("list.expected")}
      />
    </>
  );
}

const ANY = "";

function ServiceFilters({
  filter,
  steps,
  onPut,
}: {
  readonly filter: ServiceFilter;
  readonly steps: readonly number[];
  readonly onPut: (key: string, value: string | null) => void;
}) {
  const say = useMessages(serviceMessages);
  const last = steps.at(-1);
  return (
    <>
      <Input
        className="service-search"
        allowClear
        aria-label={say("list.search")}
        placeholder={say("list.search")}
        value={filter.text}
        onChange={(event) => onPut("q", event.target.value)}
      />
      <Choice
        label={say("list.reachedLabel")}
        value={filter.reached === null ? ANY : String(filter.reached)}
        options={[
          { value: ANY, label: say("list.anyReached") },
          { value: "0", label: say("list.reachedNone", { years: steps[0] ?? 0 }) },
          ...steps.map((years) => ({
            value: String(years),
            label:
              years === last ? say("list.lastStep", { years }) : say("list.reachedStep", { years }),
          })),
        ]}
        onChange={(value) => onPut("reached", value)}
      />
      {filter.ids === null ? null : (
        <Tag closable={{ "aria-label": say("list.dropGiven") }} onClose={() => onPut("ids", null)}>
          {say("list.given", { count: filter.ids.size })}
        </Tag>
      )}
    </>
  );
}
