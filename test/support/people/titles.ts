import { addYears, type Day, firstDayOf } from "../../../shared/calendar/day.ts";
import { parseStart } from "../../../shared/calendar/text.ts";
import type { Appointment } from "../../../shared/records/appointment.ts";
import { SERIES } from "../../../shared/records/series.ts";
import {
  type Line,
  LINES,
  type Title,
  TITLE_LEVELS,
  type TitleLevel,
} from "../../../shared/records/title.ts";
import { fullYearsBefore, near, someDay, writeEnd, writeStart } from "./dates.ts";
import { yearOfDay } from "./cycles.ts";
import type { Frame } from "./postings.ts";

/** Years that some ladder, the lock between the lines or the conversion asks for. */
const YEARS_ASKED = [1, 2, 3, 4, 5, 5, 5, 6, 7, 10] as const;

interface Draft {
  readonly level: TitleLevel;
  readonly line: Line;
  readonly on: Day;
  readonly isForeign?: boolean;
}

/** The day of the last title: often one from which some term ends on a day that matters. */
function lastObtainedOn({ dice, cycle, entry }: Frame): Day {
  const years = dice.pick(YEARS_ASKED);
  return dice.weigh([
    // A title counts from the day after.
    [fullYearsBefore(dice, cycle.cutOff, years) - 1, 5],
    [fullYearsBefore(dice, cycle.applyOn - 1, years) - 1, 4],
    [someDay(dice, entry, cycle.applyOn), 5],
    [near(dice, cycle.applyOn), 2],
    [cycle.applyOn + dice.between(1, 300), 1],
  ]);
}

function climbed(frame: Frame): Draft[] {
  const { dice, entry } = frame;
  const top = dice.weigh([
    [0, 1],
    [1, 5],
    [2, 7],
    [3, 5],
    [4, 2],
  ]);
  const drafts: Draft[] = [];
  let on = Math.max(lastObtainedOn(frame), entry);
  const grassroots = dice.pick([0, 30, 80]);
  for (let height = top; height >= 0; height -= 1) {
    const level = TITLE_LEVELS[height];
    if (level === undefined) break;
    const line = dice.percent(grassroots) ? "grassroots" : "provincial";
    drafts.unshift({ level, line, on });
    if (dice.percent(14)) {
      // The other line's title of the same level, on the same day or some years apart.
      const other = LINES.find((one) => one !== line) ?? line;
      const apart = dice.pick([0, 200, 1826, 1827, 3000]);
      drafts.unshift({ level, line: other, on: Math.max(entry, on - apart) });
    }
    if (dice.percent(5)) {
      // The same title twice, perhaps once more after the day of application.
      drafts.push({ level, line, on: dice.pick([on, on + 400, lastObtainedOn(frame)]) });
    }
    if (on <= entry || dice.percent(20)) break;
    on = Math.max(entry, dice.percent(8) ? on : someDay(dice, entry, on));
  }
  if (dice.percent(12)) {
    const strange = { level: dice.pick(TITLE_LEVELS), line: dice.pick(LINES), isForeign: true };
    const last = drafts.at(-1)?.on ?? entry;
    drafts.push({ ...strange, on: dice.percent(40) ? last : lastObtainedOn(frame) });
  }
  return drafts;
}

/** The titles of somebody, and the periods for which he or she was employed on them. */
export function throwTitles(frame: Frame): { titles: Title[]; appointments: Appointment[] } {
  const { dice } = frame;
  if (dice.percent(9)) return { titles: [], appointments: [] };
  const earliest = addYears(frame.birth, 15);
  const drafts = climbed(frame);
  const titles = drafts.map(({ level, line, on, isForeign }, index) => ({
    id: `t${index + 1}`,
    series: isForeign === true ? dice.pick(SERIES) : frame.series,
    level,
    line,
    name: "职称",
    obtainedOn: writeStart(dice, Math.max(on, earliest)),
  }));
  const listed = dice.percent(15) ? titles.toReversed() : titles;
  return {
    titles: listed,
    appointments: titles.flatMap((title, index) =>
      throwAppointments(frame, title, titles[index + 1]),
    ),
  };
}

interface Term {
  readonly from: Day;
  readonly to: Day | null;
}

/** Terms that fill a number of years on a day that matters, in one piece or two. */
function anchoredTerms({ dice, cycle }: Frame): Term[] {
  const years = dice.pick(YEARS_ASKED);
  const last = dice.percent(50) ? cycle.cutOff : cycle.applyOn;
  const from = fullYearsBefore(dice, last, years);
  if (dice.percent(55)) return [{ from, to: null }];
  const lost = dice.between(1, 700);
  const gap = someDay(dice, from, last - lost);
  return [
    { from: from - lost, to: gap - 1 },
    { from: gap + lost, to: dice.percent(70) ? null : near(dice, last) },
  ];
}

/** Whole calendar years, with a day missing at one end or none: what the appraisals are asked for. */
function yearlyTerms({ dice, cycle }: Frame): Term[] {
  const first = yearOfDay(cycle.applyOn) - dice.between(1, 9);
  const middle = first + dice.between(1, 3);
  const cut = firstDayOf(middle) + dice.pick([0, 0, 1, 181]);
  return [
    { from: firstDayOf(first) + dice.pick([0, 0, 1]), to: cut - dice.pick([1, 1, 2]) },
    { from: cut, to: dice.percent(60) ? null : firstDayOf(middle + 5) - dice.pick([1, 1, 2]) },
  ];
}

function throwAppointments(frame: Frame, title: Title, next: Title | undefined): Appointment[] {
  const { dice, cycle } = frame;
  const obtained = parseStart(title.obtainedOn) ?? 0;
  const follows = next === undefined ? null : parseStart(next.obtainedOn);
  const plain = (): Term[] => {
    const from = obtained + dice.pick([0, 1, 20, 60]);
    const to = follows === null || dice.percent(20) ? null : follows + dice.pick([-1, 0, 30]);
    return [{ from, to }];
  };
  const terms = dice.weigh<() => Term[]>([
    [plain, 10],
    [() => anchoredTerms(frame), next === undefined ? 10 : 2],
    [() => yearlyTerms(frame), 3],
    [() => [...plain(), ...plain()], 1],
    [() => [{ from: near(dice, cycle.applyOn), to: null }], 1],
    [() => [{ from: obtained, to: near(dice, cycle.applyOn) }], 1],
    [() => [], 2],
  ])();
  return terms.map(({ from, to }) => ({
    titleId: title.id,
    from: writeStart(dice, from),
    to: to === null ? null : writeEnd(dice, Math.max(from, to)),
    post: dice.percent(80) ? "regular" : "special",
  }));
}
