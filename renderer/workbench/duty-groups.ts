import { civilOf, type Day, dayOf } from "../../shared/calendar/day.ts";
import { formatDay } from "../../shared/calendar/text.ts";
import type { Duty, DutyKind } from "../../shared/policy/duties.ts";

/** When a duty is due, as the workbench sorts it. */
export const DUE_GROUPS = ["overdue", "month", "later"] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** The duties of one kind in one group, earliest first. */
export interface DutyBundle {
  readonly kind: DutyKind;
  readonly duties: readonly Duty[];
  /** Each person once; empty for what concerns the bureau. */
  readonly personIds: readonly string[];
}

export interface GroupedDuties {
  readonly group: DueGroup;
  readonly count: number;
  readonly bundles: readonly DutyBundle[];
}

/** Days on which a state ends by itself: past them nothing is left to do, so they are never overdue. */
function groupOf({ dueOn }: Duty, today: string, monthEnd: string): DueGroup {
  if (dueOn === null || dueOn > monthEnd) return "later";
  return dueOn < today ? "overdue" : "month";
}

function lastDayOfMonth(today: Day): Day {
  const { year, month } = civilOf(today);
  return month === 12 ? dayOf(year, 12, 31) : dayOf(year, month + 1, 1) - 1;
}

/** Duties as overdue, due by the end of this month, and later; in each group those of a kind together. */
export function groupDuties(duties: readonly Duty[], today: Day): readonly GroupedDuties[] {
  const now = formatDay(today);
  const monthEnd = formatDay(lastDayOfMonth(today));
  return DUE_GROUPS.map((group) => {
    const inGroup = duties.filter((duty) => groupOf(duty, now, monthEnd) === group);
    return { group, count: inGroup.length, bundles: bundle(inGroup) };
  });
}

/** The kind with the earliest date comes first, as the duties do. */
function bundle(duties: readonly Duty[]): readonly DutyBundle[] {
  const byKind = new Map<DutyKind, Duty[]>();
  for (const duty of duties) {
    const before = byKind.get(duty.kind);
    if (before === undefined) byKind.set(duty.kind, [duty]);
    else before.push(duty);
  }
  return [...byKind].map(([kind, ofKind]) => ({
    kind,
    duties: ofKind,
    personIds: [...new Set(ofKind.flatMap(({ personId }) => personId ?? []))],
  }));
}
