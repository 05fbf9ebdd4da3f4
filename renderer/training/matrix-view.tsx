import { useMemo, useState } from "react";
import { SERIES_LABELS } from "../../shared/records/series.ts";
import { useMessages } from "../i18n/messages.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import { HoursCell, STATE_KEYS } from "./hours-cell.tsx";
import { countYears, type MatrixRow } from "./matrix.ts";
import { trainingMessages } from "./messages.ts";
import type { TrainingScene } from "./training-scene.ts";
import { YearDrawer } from "./year-drawer.tsx";

interface MatrixViewProps {
  readonly scene: TrainingScene;
  readonly shown: readonly MatrixRow[];
}

/** Which cell is open. */
interface OpenCell {
  readonly personId: string;
  readonly year: number;
}

const TWO_LINES = 50;

/** The table of people and years; a cell opens the year's entries. */
export function MatrixView({ scene, shown }: MatrixViewProps) {
  const { years, rows, records } = scene;
  const say = useMessages(trainingMessages);
  const [open, setOpen] = useState<OpenCell | null>(null);
  const columns = useMatrixColumns(years, setOpen);
  const last = years.at(-1) ?? 0;
  const person = open === null ? undefined : records.people.get(open.personId);
  return (
    <>
      <Counts shown={shown} all={rows.length} years={years} />
      <VirtualTable
        rows={shown}
        columns={columns}
        rowKey={keyOf}
        rowHeight={TWO_LINES}
        stickyColumns={1}
        sort={{ columnId: "missing", direction: "descending" }}
        onOpen={(row) => setOpen({ personId: row.person.id, year: last })}
        label={say("matrix.label")}
        emptyText={say("matrix.none")}
      />
      {open === null || person === undefined ? null : (
        <YearDrawer
          key={open.personId}
          person={person}
          year={open.year}
          years={years}
          asked={scene.asked}
          onYear={(year) => setOpen({ ...open, year })}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

function keyOf({ person }: MatrixRow): string {
  return person.id;
}

function useMatrixColumns(
  years: readonly number[],
  onOpen: (cell: OpenCell) => void,
): readonly TableColumn<MatrixRow>[] {
  const say = useMessages(trainingMessages);
  return useMemo(
    () => [
      {
        id: "name",
        title: say("matrix.name"),
        width: 116,
        render: ({ person, isNamesake }) => (
          <span className="training-name">
            <strong>{person.name}</strong>
            {isNamesake ? (
              <span className="hours-parts">{say("matrix.born", { birth: person.birthDate })}</span>
            ) : null}
          </span>
        ),
        sortKey: ({ nameRank }) => nameRank,
      },
      {
        id: "missing",
        title: say("matrix.missing"),
        width: 98,
        align: "right",
        render: ({ missing }) => (missing === 0 ? "0" : <strong>{missing}</strong>),
        sortKey: ({ missing }) => missing,
      },
      ...years.toReversed().map((year): TableColumn<MatrixRow> => {
        const at = years.indexOf(year);
        return {
          id: String(year),
          title: say("filter.year", { year }),
          width: 112,
          render: (row) => {
            const hours = row.years[at];
            return hours === undefined ? null : (
              <HoursCell
                name={row.person.name}
                hours={hours}
                onOpen={() => onOpen({ personId: row.person.id, year })}
              />
            );
          },
          sortKey: (row) => row.years[at]?.total.done ?? null,
        };
      }),
      {
        id: "series",
        title: say("matrix.series"),
        width: 90,
        render: ({ series }) => (series === null ? "" : SERIES_LABELS[series]),
        sortKey: ({ series }) => (series === null ? null : SERIES_LABELS[series]),
      },
    ],
    [years, onOpen, say],
  );
}

function Counts({
  shown,
  all,
  years,
}: {
  readonly shown: readonly MatrixRow[];
  readonly all: number;
  readonly years: readonly number[];
}) {
  const say = useMessages(trainingMessages);
  const counts = useMemo(() => countYears(shown, years), [shown, years]);
  const [before, present] = counts.slice(-2);
  return (
    <div className="training-counts">
      <span>{say("matrix.shown", { all, shown: shown.length })}</span>
      {[present, before].map((count) =>
        count === undefined ? null : (
          <span key={count.year} className="training-count">
            {say("count.of", { year: count.year })}
            <StatusTag state="good" label={say("count.met", { count: count.met })} />
            <StatusTag
              state={count.short === 0 ? "plain" : "warn"}
              label={say("count.short", { count: count.short })}
            />
          </span>
        ),
      )}
      <span className="training-legend">
        {say("matrix.legend")}　✓ {say(STATE_KEYS.met)}　✕ {say(STATE_KEYS.short)}　…{" "}
        {say(STATE_KEYS.running)}　— {say(STATE_KEYS.notAsked)}
      </span>
    </div>
  );
}
