import { SERIES_LABELS } from "../../shared/records/series.ts";
import { TITLE_LEVEL_LABELS } from "../../shared/records/title.ts";
import type { RosterGroup } from "./roster-view.ts";
import type { RosterLine } from "./roster-columns.tsx";

const LABELS: Readonly<Record<string, string>> = { ...SERIES_LABELS, ...TITLE_LEVEL_LABELS };

/** What a group is called: the series or the level, or `noneLabel`. */
export function groupLabel(key: string, noneLabel: string): string {
  return LABELS[key] ?? noneLabel;
}

/** Heads of groups, and below those that are not folded their people. */
export function linesOf(
  groups: readonly RosterGroup[],
  folded: ReadonlySet<string>,
  labelOf: (group: RosterGroup) => string,
): readonly RosterLine[] {
  return groups.flatMap((group): readonly RosterLine[] => {
    const isFolded = folded.has(group.key);
    const ids = group.rows.map(({ id }) => id);
    const head = { groupKey: group.key, label: labelOf(group), ids, isFolded };
    return isFolded ? [head] : [head, ...group.rows];
  });
}

const GROUP_PREFIX = "group:";

/** The key of a line in the table and in a selection. */
export function lineKey(line: RosterLine): string {
  return "groupKey" in line ? `${GROUP_PREFIX}${line.groupKey}` : line.id;
}

/** A selection of people as the table shows it: a group's head is ticked while all of its people are. */
export function tickedLines(
  lines: readonly RosterLine[],
  selected: ReadonlySet<string>,
): ReadonlySet<string> {
  const ticked = new Set(selected);
  for (const line of lines) {
    if ("groupKey" in line && line.ids.every((id) => selected.has(id))) ticked.add(lineKey(line));
  }
  return ticked;
}

/** The people selected after the table's ticks changed: a group's head stands for all of its people. */
export function selectionAfter(
  lines: readonly RosterLine[],
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): ReadonlySet<string> {
  const selected = new Set([...after].filter((key) => !key.startsWith(GROUP_PREFIX)));
  for (const line of lines) {
    if (!("groupKey" in line)) continue;
    const key = lineKey(line);
    const isTicked = after.has(key);
    if (isTicked === before.has(key)) continue;
    for (const id of line.ids) {
      if (isTicked) selected.add(id);
      else selected.delete(id);
    }
  }
  return selected;
}
