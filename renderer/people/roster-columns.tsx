import { SEX_LABELS } from "../../shared/records/person.ts";
import { SERIES, SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import type { Say } from "../i18n/messages.ts";
import type { RosterRow } from "../store/types.ts";
import { StatusTag } from "../widgets/status-tag.tsx";
import type { TableColumn } from "../widgets/virtual-table-props.ts";
import type { PeopleKey } from "./messages.ts";
import { COLUMN_LABELS, type ColumnId } from "./column-choice.ts";
import { type Gap, gapsOf, levelRank } from "./roster-view.ts";

/** A line of the roster: a group's head, or somebody. */
export type RosterLine = RosterRow | GroupLine;
export interface GroupLine {
  readonly groupKey: string;
  readonly label: string;
  readonly ids: readonly string[];
  readonly isFolded: boolean;
}

/** True for a group's head. */
export function isGroup(line: RosterLine): line is GroupLine {
  return "groupKey" in line;
}

const GAP_LABELS = {
  idNumber: "gap.idNumber",
  posting: "gap.posting",
  undetermined: "gap.undetermined",
} as const satisfies Record<Gap, PeopleKey>;

type Column = TableColumn<RosterRow>;

/** The columns that can be shown, by id. */
function allColumns(
  say: Say<PeopleKey>,
  undetermined: ReadonlySet<string>,
): Readonly<Record<ColumnId | "name", Column>> {
  const column = (
    id: ColumnId | "name",
    width: number,
    render: Column["render"],
    sortKey: NonNullable<Column["sortKey"]>,
  ): Column => ({ id, title: say(COLUMN_LABELS[id]), width, render, sortKey });
  return {
    name: column(
      "name",
      150,
      ({ name }) => name,
      ({ nameRank }) => nameRank,
    ),
    sex: column(
      "sex",
      76,
      ({ sex }) => SEX_LABELS[sex],
      ({ sex }) => sex,
    ),
    birthDate: column(
      "birthDate",
      116,
      (row) => row.birthDate,
      (row) => row.birthDate,
    ),
    idTail: column(
      "idTail",
      136,
      ({ idTail }) => idTail ?? "",
      ({ idTail }) => idTail,
    ),
    title: column(
      "title",
      150,
      ({ titleName }) => titleName ?? say("value.none"),
      ({ titleName }) => titleName,
    ),
    level: column(
      "level",
      96,
      ({ titleLevel }) => (titleLevel === null ? "" : TITLE_LEVEL_LABELS[titleLevel]),
      ({ titleLevel }) => (titleLevel === null ? null : levelRank(titleLevel)),
    ),
    series: column(
      "series",
      120,
      ({ series }) => (series === null ? "" : SERIES_LABELS[series]),
      ({ series }) => (series === null ? null : SERIES.indexOf(series)),
    ),
    employer: column(
      "employer",
      220,
      (row) => row.employer ?? "",
      (row) => row.employer,
    ),
    managing: column(
      "managing",
      106,
      ({ isManaging }) => (isManaging ? say("value.yes") : ""),
      ({ isManaging }) => (isManaging ? 0 : 1),
    ),
    gaps: column(
      "gaps",
      220,
      (row) => <Gaps gaps={gapsOf(row, undetermined)} say={say} />,
      (row) => -gapsOf(row, undetermined).length,
    ),
  };
}

function Gaps({ gaps, say }: { readonly gaps: readonly Gap[]; readonly say: Say<PeopleKey> }) {
  if (gaps.length === 0) return <StatusTag state="good" label={say("gap.none")} />;
  const label = gaps.map((gap) => say(GAP_LABELS[gap])).join(say("gap.and"));
  return <StatusTag state="warn" label={label} title={label} />;
}

/** The columns chosen, the name first, over people alone: what the list is sorted by. */
export function personColumns(
  chosen: readonly ColumnId[],
  say: Say<PeopleKey>,
  undetermined: ReadonlySet<string>,
): readonly Column[] {
  const all = allColumns(say, undetermined);
  return [all.name, ...chosen.map((id) => all[id])];
}

/** The same over lines, where a group's head stands in the first column. A grouped list keeps its order. */
export function lineColumns(
  columns: readonly Column[],
  isGrouped: boolean,
): readonly TableColumn<RosterLine>[] {
  return columns.map(({ sortKey, render, ...column }, place) => ({
    ...column,
    render: (line) => {
      if (!isGroup(line)) return render(line);
      return place === 0 ? <GroupHead line={line} /> : null;
    },
    ...(isGrouped || sortKey === undefined
      ? {}
      : { sortKey: (line: RosterLine) => (isGroup(line) ? null : sortKey(line)) }),
  }));
}

function GroupHead({ line }: { readonly line: GroupLine }) {
  return (
    <strong>
      <span aria-hidden="true">{line.isFolded ? "▸ " : "▾ "}</span>
      {line.label}
    </strong>
  );
}
