import { Checkbox, Input } from "antd";
import { useMemo } from "react";
import { useNavigate } from "react-router";
import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";
import { formatBeijing } from "../../shared/calendar/instant.ts";
import { isTrialUnit } from "../../shared/demo/trial-county.ts";
import { type Say, useMessages } from "../i18n/messages.ts";
import { Choice } from "../widgets/choice.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import type { ChangeQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import {
  countShows,
  filterInbox,
  INBOX_SHOWS,
  type InboxShow,
  readFilter,
} from "./inbox-filter.ts";
import { type InboxKey, inboxMessages } from "./inbox-messages.ts";
import { packageLink } from "./links.ts";
import { STAGES, stageOf } from "./stage.ts";
import { StageTag } from "./stage-tag.tsx";

const SHOW_WORDS = {
  all: "filter.all",
  deciding: "filter.deciding",
  ready: "filter.ready",
  accepted: "filter.accepted",
  returned: "filter.returned",
  refused: "filter.refused",
  conflict: "filter.conflict",
} as const satisfies Record<InboxShow, InboxKey>;

interface InboxTableProps {
  readonly packages: readonly InboxPackage[];
  readonly query: URLSearchParams;
  readonly onChange: ChangeQuery;
}

/** The packages of a year with a filter that stands in the address. */
export function InboxTable({ packages, query, onChange }: InboxTableProps) {
  const say = useMessages(inboxMessages);
  const navigate = useNavigate();
  const filter = readFilter(query);
  const rows = filterInbox(packages, filter);
  const counts = countShows(packages, filter);
  const columns = useMemo(() => columnsOf(say), [say]);
  const set = (key: string, value: string) =>
    onChange(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === "") next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  return (
    <section aria-label={say("table.label")}>
      <div className="bureau-bar no-print">
        <Choice
          label={say("filter.label")}
          value={filter.show}
          options={INBOX_SHOWS.map((show) => ({
            value: show,
            label: say(SHOW_WORDS[show], { count: counts[show] }),
          }))}
          onChange={(show) => set("show", show === "all" ? "" : show)}
        />
        <Input
          className="bureau-search"
          aria-label={say("filter.search")}
          placeholder={say("filter.search")}
          allowClear
          value={filter.query}
          onChange={({ target }) => set("q", target.value)}
        />
        <Checkbox
          checked={filter.hasOlder}
          onChange={({ target }) => set("older", target.checked ? "1" : "")}
        >
          {say("filter.older")}
        </Checkbox>
        <span role="status" className="bureau-muted">
          {say("filter.count", { count: rows.length })}
        </span>
      </div>
      <VirtualTable
        label={say("table.label")}
        rows={rows}
        columns={columns}
        rowKey={({ packageId }) => packageId}
        onOpen={({ packageId }) => void navigate(packageLink(packageId))}
        emptyText={say("filter.none")}
        stickyColumns={1}
        height={heightFor(rows.length)}
      />
    </section>
  );
}

const ROW_HEIGHT = 36;

/** No higher than its rows, and never so high that what stands below is out of sight. */
function heightFor(rows: number): string {
  return `min(max(260px, 48vh), ${(rows + 3) * ROW_HEIGHT}px)`;
}

function columnsOf(say: Say<InboxKey>): readonly TableColumn<InboxPackage>[] {
  return [
    {
      id: "unit",
      title: say("table.unit"),
      width: 240,
      sortKey: ({ unitName }) => unitName,
      render: ({ unitId, unitName }) => (
        <>
          {unitName}{" "}
          {isTrialUnit(unitId) ? <StatusTag state="warn" label={say("trialMark")} /> : null}
        </>
      ),
    },
    {
      id: "stage",
      title: say("table.stage"),
      width: 140,
      sortKey: (one) => STAGES.indexOf(stageOf(one)),
      render: (one) => <StageTag of={one} />,
    },
    {
      id: "checks",
      title: say("table.checks"),
      width: 180,
      sortKey: ({ checks }) => -(checks.conflict * 1_000 + checks.notice),
      render: ({ checks }) => <Checks checks={checks} />,
    },
    {
      id: "people",
      title: say("table.people"),
      width: 70,
      align: "right",
      sortKey: ({ people }) => people,
      render: ({ people }) => people,
    },
    {
      id: "candidacies",
      title: say("table.candidacies"),
      width: 80,
      align: "right",
      sortKey: ({ candidacies }) => candidacies,
      render: ({ candidacies }) => candidacies,
    },
    {
      id: "revision",
      title: say("table.revision"),
      width: 110,
      sortKey: ({ revision }) => revision,
      render: ({ revision, isNewest }) =>
        isNewest ? say("table.revisionOf", { revision }) : say("table.older", { revision }),
    },
    {
      id: "received",
      title: say("table.received"),
      width: 150,
      sortKey: ({ receivedAt }) => receivedAt,
      render: ({ receivedAt }) => formatBeijing(receivedAt),
    },
    {
      id: "results",
      title: say("table.results"),
      width: 150,
      render: ({ results: { passed, failed } }) =>
        passed + failed === 0 ? "—" : say("table.resultsOf", { passed, failed }),
    },
  ];
}

function Checks({ checks }: Pick<InboxPackage, "checks">) {
  const say = useMessages(inboxMessages);
  const { conflict, notice } = checks;
  if (conflict + notice === 0) return <StatusTag state="good" label={say("table.clean")} />;
  return (
    <>
      {conflict > 0 ? (
        <StatusTag state="bad" label={say("table.conflict", { count: conflict })} />
      ) : null}{" "}
      {notice > 0 ? (
        <StatusTag state="warn" label={say("table.notice", { count: notice })} />
      ) : null}
    </>
  );
}
