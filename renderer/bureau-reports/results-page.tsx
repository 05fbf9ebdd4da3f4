import { Input } from "antd";
import { useMemo } from "react";
import { Link, useNavigate } from "react-router";
import type { InboxPackage } from "../../shared/bridge/desk-schemas.ts";
import { type Say, useMessages } from "../i18n/messages.ts";
import { Empty } from "../widgets/states.tsx";
import { StatusTag } from "../widgets/status-tag.tsx";
import { useAsked } from "../widgets/use-asked.ts";
import { useQuery } from "../widgets/use-query.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { AskedView } from "./asked-view.tsx";
import { frameMessages } from "./frame-messages.ts";
import { ReportPage } from "./report-page.tsx";
import { acceptedPackages, countOpen, resultsState } from "./results-list.ts";
import { type ResultsKey, resultsMessages } from "./results-messages.ts";

/** 结果登记: the units whose candidates were accepted. */
export function ResultsPage() {
  const say = useMessages(resultsMessages);
  return (
    <ReportPage title={say("title")} help={say("help")}>
      {({ year }) => <Units year={year} />}
    </ReportPage>
  );
}

function Units({ year }: { readonly year: number }) {
  const say = useMessages(resultsMessages);
  const sayFrame = useMessages(frameMessages);
  const inbox = useAsked("desk.inbox", { year });
  return (
    <AskedView asked={inbox} failure={sayFrame("unread")}>
      {({ packages }) => {
        const accepted = acceptedPackages(packages);
        if (accepted.length > 0) return <UnitTable accepted={accepted} />;
        return (
          <Empty
            title={say("none.title")}
            hint={say("none.hint")}
            action={<Link to="/inbox">{say("none.go")}</Link>}
          />
        );
      }}
    </AskedView>
  );
}

function UnitTable({ accepted }: { readonly accepted: readonly InboxPackage[] }) {
  const say = useMessages(resultsMessages);
  const [query, change] = useQuery();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(say), [say]);
  const wanted = query.get("q") ?? "";
  const search = (text: string) =>
    change(
      (before) => {
        const next = new URLSearchParams(before);
        if (text === "") next.delete("q");
        else next.set("q", text);
        return next;
      },
      { replace: true },
    );
  return (
    <>
      <div className="reports-bar no-print">
        <Input
          className="reports-search"
          aria-label={say("search")}
          placeholder={say("search")}
          allowClear
          value={wanted}
          onChange={({ target }) => search(target.value)}
        />
      </div>
      <VirtualTable
        label={say("units")}
        rows={accepted.filter(({ unitName }) => unitName.includes(wanted.trim()))}
        columns={columns}
        rowKey={({ packageId }) => packageId}
        onOpen={({ packageId }) => void navigate(`/results/${encodeURIComponent(packageId)}`)}
        emptyText={say("none.found")}
        stickyColumns={1}
      />
    </>
  );
}

function columnsOf(say: Say<ResultsKey>): readonly TableColumn<InboxPackage>[] {
  return [
    {
      id: "unit",
      title: say("col.unit"),
      width: 300,
      sortKey: ({ unitName }) => unitName,
      render: ({ unitName }) => unitName,
    },
    {
      id: "accepted",
      title: say("col.accepted"),
      width: 100,
      align: "right",
      sortKey: ({ decisions }) => decisions.accepted,
      render: ({ decisions }) => decisions.accepted,
    },
    {
      id: "entered",
      title: say("col.entered"),
      width: 100,
      align: "right",
      sortKey: ({ results }) => results.passed + results.failed,
      render: ({ results }) => results.passed + results.failed,
    },
    {
      id: "open",
      title: say("col.open"),
      width: 100,
      align: "right",
      sortKey: countOpen,
      render: countOpen,
    },
    {
      id: "state",
      title: say("col.state"),
      width: 170,
      sortKey: (one) => -countOpen(one),
      render: (one) => <StateTag of={one} />,
    },
  ];
}

function StateTag({ of }: { readonly of: InboxPackage }) {
  const say = useMessages(resultsMessages);
  switch (resultsState(of)) {
    case "complete":
      return <StatusTag state="good" label={say("complete")} />;
    case "partly":
      return <StatusTag state="warn" label={say("partly")} />;
    case "nothing":
    default:
      return <StatusTag state="plain" label={say("nothing")} />;
  }
}
