import { Segmented } from "antd";
import { useMemo, useState } from "react";
import { TRAINING_CATEGORY_LABELS } from "../../shared/records/training.ts";
import type {
  TrainingRow,
  TrainingRowOutcome,
} from "../../shared/training-list/read-training-list.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag, type TagState } from "../widgets/status-tag.tsx";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { listMessages, type ListKey } from "./list-messages.ts";

const OUTCOME_KEYS = {
  added: "list.outcomeAdded",
  onFile: "list.outcomeOnFile",
  refused: "list.outcomeRefused",
} as const satisfies Record<TrainingRowOutcome, ListKey>;

const OUTCOME_TAGS = {
  added: "good",
  onFile: "plain",
  refused: "bad",
} as const satisfies Record<TrainingRowOutcome, TagState>;

interface ListRowsProps {
  readonly rows: readonly TrainingRow[];
  /** By row number: new ones that are not to be taken over. */
  readonly unchosen: ReadonlySet<number>;
  readonly onChange: (unchosen: ReadonlySet<number>) => void;
}

/** What comes of every row of the list; new ones may be left out. */
export function ListRows({ rows, unchosen, onChange }: ListRowsProps) {
  const say = useMessages(listMessages);
  const [only, setOnly] = useState<TrainingRowOutcome | "all">("all");
  const columns = useListColumns();
  const countOf = (outcome: TrainingRowOutcome) =>
    rows.filter((row) => row.outcome === outcome).length;
  const shown = only === "all" ? rows : rows.filter(({ outcome }) => outcome === only);
  const selected = useMemo(
    () =>
      new Set(
        rows
          .filter(({ outcome, row }) => outcome === "added" && !unchosen.has(row))
          .map(({ row }) => String(row)),
      ),
    [rows, unchosen],
  );
  const canSelect = useMemo(() => {
    const keys = new Set(
      rows.filter(({ outcome }) => outcome === "added").map(({ row }) => String(row)),
    );
    return (key: string) => keys.has(key);
  }, [rows]);
  return (
    <>
      <Segmented<TrainingRowOutcome | "all">
        aria-label={say("list.outcome")}
        value={only}
        options={[
          { value: "all", label: say("list.all", { count: rows.length }) },
          { value: "added", label: say("list.added", { count: countOf("added") }) },
          { value: "onFile", label: say("list.onFile", { count: countOf("onFile") }) },
          { value: "refused", label: say("list.refused", { count: countOf("refused") }) },
        ]}
        onChange={setOnly}
      />
      <VirtualTable
        rows={shown}
        columns={columns}
        rowKey={({ row }) => String(row)}
        selection={{
          selected,
          keepsHidden: true,
          canSelect,
          onChange: (chosen) => {
            const left = rows.filter(
              ({ row, outcome }) => outcome === "added" && !chosen.has(String(row)),
            );
            onChange(new Set(left.map(({ row }) => row)));
          },
        }}
        label={say("list.rows")}
        height={360}
      />
    </>
  );
}

function useListColumns(): readonly TableColumn<TrainingRow>[] {
  const say = useMessages(listMessages);
  return useMemo(
    () => [
      {
        id: "row",
        title: say("list.row"),
        width: 56,
        align: "right",
        render: ({ row }) => row,
        sortKey: ({ row }) => row,
      },
      {
        id: "outcome",
        title: say("list.outcome"),
        width: 104,
        render: ({ outcome }) => (
          <StatusTag state={OUTCOME_TAGS[outcome]} label={say(OUTCOME_KEYS[outcome])} />
        ),
        sortKey: ({ outcome }) => say(OUTCOME_KEYS[outcome]),
      },
      {
        id: "name",
        title: say("list.name"),
        width: 90,
        render: ({ name }) => name,
        sortKey: ({ name }) => name,
      },
      {
        id: "year",
        title: say("list.year"),
        width: 64,
        align: "right",
        render: ({ course }) => course.year ?? "",
        sortKey: ({ course }) => course.year ?? null,
      },
      {
        id: "hours",
        title: say("list.hours"),
        width: 60,
        align: "right",
        render: ({ course }) => course.hours ?? "",
        sortKey: ({ course }) => course.hours ?? null,
      },
      {
        id: "category",
        title: say("list.category"),
        width: 84,
        render: ({ course: { category } }) =>
          category === undefined ? "" : TRAINING_CATEGORY_LABELS[category],
      },
      {
        id: "course",
        title: say("list.course"),
        width: 180,
        render: ({ course }) => <span title={course.title}>{course.title ?? ""}</span>,
      },
      {
        id: "reason",
        title: say("list.reason"),
        width: 320,
        render: ({ reasons, isDoubled }) => {
          const text = isDoubled ? say("list.isDoubled") : reasons.join("；");
          return (
            <span title={text} className={isDoubled ? "training-warning" : undefined}>
              {isDoubled ? "! " : ""}
              {text}
            </span>
          );
        },
      },
    ],
    [say],
  );
}
