import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { IGNORED_LABELS, type IgnoredRow } from "../../shared/workbook/import/row.ts";
import { formatValue } from "../../shared/records/issue.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { useChangeWords } from "./change-words.ts";
import type { ImportRowView } from "./import-rows.ts";
import type { ImportSession, ReportState } from "./import-session.ts";
import { importMessages, type ImportKey } from "./messages.ts";
import { RowDetail } from "./row-detail.tsx";

type Outcome = ImportRowView["outcome"];
type Shown = "all" | Outcome | "ignored";

const OUTCOME_KEYS = {
  added: "outcome.added",
  changed: "outcome.changed",
  unchanged: "outcome.unchanged",
  refused: "outcome.refused",
} as const satisfies Record<Outcome, ImportKey>;

const OUTCOME_TAGS = {
  added: "good",
  changed: "warn",
  unchanged: "plain",
  refused: "bad",
} as const satisfies Record<Outcome, TagState>;

/** A row with its place in the report, by which it is chosen. */
interface PlacedRow {
  readonly at: number;
  readonly row: ImportRowView;
}

interface ImportRowsProps {
  readonly session: ImportSession;
  readonly state: ReportState;
}

const HEIGHT = 380;

/** Every row of the workbook by what comes of it; good ones may be left out. */
export function ImportRows({ session, state }: ImportRowsProps) {
  const { view, unchosen } = state;
  const say = useMessages(importMessages);
  const [only, setOnly] = useState<Shown>("all");
  const [open, setOpen] = useState<number | null>(null);
  const placed = useMemo(() => view.rows.map((row, at): PlacedRow => ({ at, row })), [view]);
  const shown = only === "all" ? placed : placed.filter(({ row }) => row.outcome === only);
  const good = useMemo(() => placed.filter(({ row }) => row.outcome !== "refused"), [placed]);
  const selected = useMemo(
    () => new Set(good.filter(({ at }) => !unchosen.has(at)).map(({ at }) => String(at))),
    [good, unchosen],
  );
  const canSelect = useMemo(() => {
    const keys = new Set(good.map(({ at }) => String(at)));
    return (key: string) => keys.has(key);
  }, [good]);
  const columns = useRowColumns(view.tables.length > 1);
  const { counts } = view;
  const opened = open === null ? undefined : view.rows[open];
  return (
    <>
      <Segmented<Shown>
        aria-label={say("counts.label")}
        value={only}
        onChange={setOnly}
        options={[
          { value: "all", label: say("counts.all", { count: view.rows.length }) },
          { value: "added", label: say("counts.added", { count: counts.added }) },
          { value: "changed", label: say("counts.changed", { count: counts.changed }) },
          { value: "unchanged", label: say("counts.unchanged", { count: counts.unchanged }) },
          { value: "refused", label: say("counts.refused", { count: counts.refused }) },
          { value: "ignored", label: say("counts.ignored", { count: counts.ignored }) },
        ]}
      />
      {only === "ignored" ? (
        <IgnoredRows rows={view.ignored} />
      ) : (
        <>
          <p className="exchange-note">{say("rows.open")}</p>
          <VirtualTable
            rows={shown}
            columns={columns}
            rowKey={({ at }) => String(at)}
            height={HEIGHT}
            label={say("rows.label")}
            onOpen={({ at }) => setOpen(at)}
            selection={{
              selected,
              keepsHidden: true,
              canSelect,
              onChange: (chosen) => {
                const left = good.filter(({ at }) => !chosen.has(String(at)));
                session.leaveOut(new Set(left.map(({ at }) => at)));
              },
            }}
          />
        </>
      )}
      {opened === undefined ? null : <RowDetail row={opened} onClose={() => setOpen(null)} />}
    </>
  );
}

function useRowColumns(hasSheets: boolean): readonly TableColumn<PlacedRow>[] {
  const say = useMessages(importMessages);
  const { sayChanges } = useChangeWords();
  return useMemo(() => {
    const sheet: TableColumn<PlacedRow> = {
      id: "sheet",
      title: say("rows.sheet"),
      width: 96,
      render: ({ row }) => row.sheet,
      sortKey: ({ row }) => row.sheet,
    };
    return [
      ...(hasSheets ? [sheet] : []),
      {
        id: "row",
        title: say("rows.row"),
        width: 56,
        align: "right",
        render: ({ row }) => row.row,
        sortKey: ({ row }) => row.row,
      },
      {
        id: "name",
        title: say("rows.name"),
        width: 96,
        render: ({ row }) => row.name,
        sortKey: ({ row }) => row.name,
      },
      {
        id: "outcome",
        title: say("rows.outcome"),
        width: 110,
        render: ({ row }) => (
          <StatusTag state={OUTCOME_TAGS[row.outcome]} label={say(OUTCOME_KEYS[row.outcome])} />
        ),
        sortKey: ({ row }) => say(OUTCOME_KEYS[row.outcome]),
      },
      {
        id: "what",
        title: say("rows.what"),
        width: 420,
        render: ({ row }) => <RowSummary row={row} sayChanges={sayChanges} />,
      },
    ];
  }, [hasSheets, say, sayChanges]);
}

interface RowSummaryProps {
  readonly row: ImportRowView;
  readonly sayChanges: (changes: ImportRowView["changes"]) => string;
}

function RowSummary({ row, sayChanges }: RowSummaryProps) {
  if (row.outcome !== "refused") return <span>{sayChanges(row.changes)}</span>;
  const text = row.issues
    .map(({ cell, heading, expected, value }) => {
      const place = heading === "" ? "" : `${cell}（${heading}）：`;
      return `${place}${expected}${value === "" ? "" : `，现为“${formatValue(value)}”`}`;
    })
    .join("；");
  return <span title={text}>{text}</span>;
}

/** Rows without a record, so that anyone can see that passing them over was right. */
function IgnoredRows({ rows }: { readonly rows: readonly IgnoredRow[] }) {
  const say = useMessages(importMessages);
  const columns = useMemo(
    (): readonly TableColumn<IgnoredRow>[] => [
      { id: "sheet", title: say("rows.sheet"), width: 120, render: ({ sheet }) => sheet },
      {
        id: "row",
        title: say("rows.row"),
        width: 64,
        align: "right",
        render: ({ number }) => number,
      },
      {
        id: "kind",
        title: say("rows.ignoredKind"),
        width: 140,
        render: ({ kind }) => IGNORED_LABELS[kind],
      },
      { id: "text", title: say("rows.ignoredText"), width: 360, render: ({ text }) => text },
    ],
    [say],
  );
  return (
    <VirtualTable
      rows={rows}
      columns={columns}
      rowKey={({ sheet, number }) => `${sheet} ${number}`}
      height={HEIGHT}
      label={say("rows.label")}
    />
  );
}
