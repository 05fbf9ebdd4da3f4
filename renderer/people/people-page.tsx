import { Button, Input } from "antd";
import { useEffect, useMemo, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useMessages } from "../i18n/messages.ts";
import { useStoreState } from "../store/context.ts";
import type { RosterRow, StoreState } from "../store/types.ts";
import { Page } from "../widgets/page.tsx";
import { Empty } from "../widgets/states.tsx";
import { orderRows, type TableSort } from "../widgets/table-order.ts";
import { usePreference } from "../widgets/use-preference.ts";
import { VirtualTable } from "../widgets/virtual-table.tsx";
import { AddPersonDrawer } from "./basics-form.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { COLUMN_IDS, type ColumnId, knownColumns, USUAL_COLUMNS } from "./column-choice.ts";
import { PEOPLE_MESSAGES } from "./messages.ts";
import { isGroup, lineColumns, personColumns, type RosterLine } from "./roster-columns.tsx";
import { GapFilter, RosterChips, RosterFilters } from "./roster-filters.tsx";
import { groupLabel, lineKey, linesOf, selectionAfter, tickedLines } from "./roster-lines.ts";
import { isNarrowed } from "./roster-query.ts";
import { rememberList } from "./roster-session.ts";
import { groupRows } from "./roster-view.ts";
import { type Roster, useRoster, useUndetermined } from "./use-roster.ts";
import "./people.css";

const selectAll = ({ rows }: StoreState) => rows;
const selectPhase = ({ phase }: StoreState) => phase;
const BY_NAME: TableSort = { columnId: "name", direction: "ascending" };

/** Everybody on file: search, filters, groups, and what can be done with many at once. */
export function PeoplePage() {
  const say = useMessages(PEOPLE_MESSAGES);
  const all = useStoreState(selectAll);
  const isReady = useStoreState(selectPhase) === "ready";
  const undetermined = useUndetermined();
  const roster = useRoster(all, undetermined);
  const [isAdding, setIsAdding] = useState(false);
  const [keptColumns, keepColumns] = usePreference<readonly string[]>(
    "people.columns",
    USUAL_COLUMNS,
  );
  const chosen = useMemo(() => knownColumns(keptColumns), [keptColumns]);
  const { query, rows } = roster;
  const count = { count: rows.length, total: all.length };
  const isWhole = !isNarrowed({ ...query, text: roster.text });
  return (
    <Page
      title={say("roster.title")}
      subtitle={say(isWhole ? "roster.count" : "roster.countOf", count)}
      help={say("roster.help")}
      actions={
        <>
          <Link className="people-import" to="/import">
            {say("roster.import")}
          </Link>
          <Button type="primary" disabled={!isReady} onClick={() => setIsAdding(true)}>
            {say("roster.add")}
          </Button>
        </>
      }
    >
      {all.length === 0 ? (
        <Empty
          title={say("roster.empty")}
          hint={say("roster.emptyHint")}
          action={<Link to="/import">{say("roster.import")}</Link>}
        />
      ) : (
        <>
          <div className="people-tools">
            <Input
              type="search"
              allowClear
              className="people-search"
              aria-label={say("roster.search")}
              placeholder={say("roster.searchHint")}
              value={roster.text}
              onChange={({ target }) => roster.setText(target.value)}
            />
            <GapFilter query={query} onChange={roster.setQuery} />
            <ColumnChooser chosen={chosen} onChange={keepColumns} />
          </div>
          <RosterFilters query={query} onChange={roster.setQuery} />
          <RosterChips query={query} onChange={roster.setQuery} />
          <RosterTable roster={roster} chosen={chosen} undetermined={undetermined} />
        </>
      )}
      {isAdding ? <AddPersonDrawer onClose={() => setIsAdding(false)} /> : null}
    </Page>
  );
}

interface RosterTableProps {
  readonly roster: Roster;
  readonly chosen: readonly ColumnId[];
  readonly undetermined: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

function RosterTable({ roster, chosen, undetermined }: RosterTableProps) {
  const say = useMessages(PEOPLE_MESSAGES);
  const navigate = useNavigate();
  const [sort, keepSort] = usePreference<TableSort>("people.sort", BY_NAME);
  const [selected, setSelected] = useState(NOTHING);
  const [folded, setFolded] = useState(NOTHING);
  const { rows, address } = roster;
  const { groupBy } = roster.query;
  const people = useMemo(() => personColumns(COLUMN_IDS, say, undetermined), [say, undetermined]);
  const shown = useMemo(() => ["name", ...chosen], [chosen]);
  const columns = useMemo(() => lineColumns(people, groupBy !== null), [people, groupBy]);
  const lines = useMemo((): readonly RosterLine[] => {
    if (groupBy === null) return rows;
    const none = say(groupBy === "series" ? "filter.noSeries" : "filter.noTitle");
    return linesOf(groupRows(rows, groupBy), folded, ({ key, rows: members }) =>
      say("roster.groupSize", { label: groupLabel(key, none), count: members.length }),
    );
  }, [rows, groupBy, folded, say]);
  // A selection never reaches beyond what the list shows.
  const inSight = useMemo(() => {
    if (selected.size === 0) return selected;
    return new Set(rows.flatMap(({ id }) => (selected.has(id) ? [id] : [])));
  }, [rows, selected]);
  const ticked = useMemo(() => tickedLines(lines, inSight), [lines, inSight]);
  useEffect(() => {
    const sortKey = people.find(({ id }) => id === sort.columnId && shown.includes(id))?.sortKey;
    const ordered =
      groupBy === null && sortKey !== undefined
        ? orderRows(rows, sortKey, sort.direction)
        : lines.filter((line): line is RosterRow => !isGroup(line));
    rememberList(
      ordered.map(({ id }) => id),
      address,
    );
  }, [rows, lines, people, shown, sort, groupBy, address]);
  const open = (line: RosterLine) => {
    if (isGroup(line)) {
      setFolded((before) => switched(before, line.groupKey));
      return;
    }
    roster.leave();
    void navigate(`/people/${line.id}`);
  };
  return (
    <>
      <BulkBar selected={inSight} onClear={() => setSelected(NOTHING)} />
      <VirtualTable
        label={say("roster.label")}
        rows={lines}
        columns={columns}
        shown={shown}
        rowKey={lineKey}
        onOpen={open}
        selection={{
          selected: ticked,
          onChange: (after) => setSelected(selectionAfter(lines, ticked, after)),
        }}
        sort={groupBy === null ? sort : null}
        onSort={keepSort}
        stickyColumns={1}
        emptyText={say("roster.none")}
        rowClass={(line) => (isGroup(line) ? "people-group" : undefined)}
      />
    </>
  );
}

function switched(before: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(key)) after.add(key);
  return after;
}
