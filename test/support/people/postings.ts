import { addYears, type Day } from "../../../shared/calendar/day.ts";
import {
  type Posting,
  POSTING_KINDS,
  type PostingKind,
  type Setting,
  SETTINGS,
} from "../../../shared/records/posting.ts";
import { type Series, SERIES } from "../../../shared/records/series.ts";
import type { Dice } from "../dice.ts";
import type { CycleDays } from "./cycles.ts";
import { fullYearsBefore, near, someDay, writeEnd, writeStart } from "./dates.ts";

/** What a person's records are thrown from. */
export interface Frame {
  readonly dice: Dice;
  readonly cycle: CycleDays;
  readonly birth: Day;
  /** The first day of work. */
  readonly entry: Day;
  readonly series: Series;
}

interface Draft {
  readonly from: Day;
  /** Counted in; null while it runs. */
  readonly to: Day | null;
  readonly setting: Setting;
  readonly kind: PostingKind;
  readonly professional?: boolean;
  readonly series?: Series;
  readonly management?: boolean;
}

function postingOf(frame: Frame, draft: Draft): Posting {
  const { dice } = frame;
  const to = draft.to === null ? null : Math.max(draft.to, draft.from);
  return {
    from: writeStart(dice, draft.from),
    to: to === null ? null : writeEnd(dice, to),
    setting: draft.setting,
    kind: draft.kind,
    professional: draft.professional ?? dice.percent(90),
    series: draft.series ?? (dice.percent(92) ? frame.series : dice.pick(SERIES)),
    ...managementOf(dice, draft),
  };
}

function managementOf(dice: Dice, { management }: Draft): Pick<Posting, "management"> {
  if (management !== undefined) return { management };
  return dice.percent(12) ? { management: dice.percent(80) } : {};
}

const regular = { setting: "township", kind: "regular", professional: true } as const;

/**
 * Township work that fills 5, 10, 20 or 30 years on the last day asked about, give or take a day;
 * sometimes with an interruption that is made up for by an earlier start.
 */
function anchored(frame: Frame): Draft[] {
  const { dice, cycle } = frame;
  const years = dice.pick([5, 10, 20, 30]);
  const from = fullYearsBefore(dice, dice.percent(80) ? cycle.cutOff : cycle.applyOn, years);
  if (dice.percent(50)) return [{ from, to: null, ...regular }];
  const lost = dice.between(1, 900);
  const gap = someDay(dice, from, cycle.applyOn - lost - 1);
  const earlier = { from: from - lost, ...regular };
  return dice.pick<Draft[]>([
    [
      { ...earlier, to: gap - 1 },
      { from: gap + lost, to: null, ...regular },
    ],
    [
      { ...earlier, to: gap - 1 },
      { from: gap, to: gap + lost - 1, setting: "county", kind: "regular" },
      { from: gap + lost, to: null, ...regular },
    ],
    [
      { ...earlier, to: null },
      { from: gap, to: gap + lost - 1, setting: "outside", kind: dice.pick(["study", "leave"]) },
    ],
    // An overlap adds nothing.
    [
      { from, to: gap + lost, ...regular },
      { from: gap, to: null, ...regular },
    ],
  ]);
}

/** One segment after another, with gaps and overlaps, of any setting and kind. */
function chained(frame: Frame): Draft[] {
  const { dice, cycle, entry } = frame;
  const drafts: Draft[] = [];
  let from = entry;
  const end = cycle.cutOff + 800;
  while (from < end && drafts.length < 8) {
    const to = someDay(dice, from, Math.min(end, from + dice.pick([200, 1500, 5000, 9000])));
    drafts.push({
      from,
      to: dice.percent(15) ? null : to,
      setting: dice.weigh(
        SETTINGS.map((setting, index) => [setting, index === 0 ? 8 : 2] as const),
      ),
      kind: dice.weigh(POSTING_KINDS.map((kind, index) => [kind, index === 0 ? 12 : 1] as const)),
    });
    from =
      to +
      dice.weigh([
        [1, 6],
        [0, 1],
        [dice.between(2, 400), 2],
        [-dice.between(1, 700), 2],
      ]);
    from = Math.max(from, entry);
  }
  return drafts;
}

/** Township work that ends near the day of application; often something else follows. */
function leaving(frame: Frame): Draft[] {
  const { dice, cycle, entry } = frame;
  const to = near(dice, cycle.applyOn);
  const setting = dice.pick(["township", "grassroots"] as const);
  const drafts: Draft[] = [{ from: Math.min(entry, to), to, setting, kind: "regular" }];
  if (dice.percent(75))
    drafts.push({ from: to + 1, to: null, setting: dice.pick(SETTINGS), kind: "regular" });
  return drafts;
}

function exchanged(frame: Frame): Draft[] {
  const { dice, cycle, entry } = frame;
  const from = near(dice, someDay(dice, entry + 1, cycle.applyOn + 30));
  const origin = dice.weigh([
    ["county" as const, 4],
    ["above" as const, 2],
    ["outside" as const, 1],
    ["township" as const, 1],
  ]);
  const exchange = { kind: "exchange" as const, professional: dice.percent(95) };
  const setting = dice.percent(85) ? "township" : "grassroots";
  const drafts: Draft[] = [
    { from: dice.percent(85) ? entry : from, to: from - 1, setting: origin, kind: "regular" },
    { from, to: dice.percent(75) ? null : near(dice, cycle.applyOn), setting, ...exchange },
  ];
  if (dice.percent(20)) {
    const second = someDay(dice, from, cycle.applyOn + 50);
    drafts.push({ from: second, to: null, setting: "township", ...exchange });
  }
  return dice.percent(15) ? drafts.toReversed() : drafts;
}

/** Direct hires that add up to five years on the day of application, give or take; then moving on. */
function hired(frame: Frame): Draft[] {
  const { dice, cycle, entry } = frame;
  const hire = { kind: "directHire" as const };
  const setting = dice.percent(88) ? ("township" as const) : ("grassroots" as const);
  const from = fullYearsBefore(
    dice,
    cycle.applyOn,
    dice.weigh([
      [5, 8],
      [3, 1],
      [9, 1],
    ]),
  );
  const before: Draft = {
    from: Math.min(entry, from - 1),
    to: from - 1,
    setting: "county",
    kind: "regular",
  };
  if (dice.percent(40)) return [before, { from, to: null, setting, ...hire }];
  const lost = dice.between(1, 800);
  const gap = someDay(dice, from + 1, cycle.applyOn - lost - 1);
  const drafts: Draft[] = [
    before,
    { from: from - lost, to: gap - 1, setting: "township", ...hire },
    { from: gap + lost, to: dice.percent(60) ? null : near(dice, cycle.applyOn), setting, ...hire },
  ];
  if (dice.percent(40))
    drafts.push({ from: cycle.applyOn - 20, to: null, setting: "county", kind: "regular" });
  return drafts;
}

/** Things that happen beside a career. */
function besides(frame: Frame): Draft[] {
  const { dice, cycle, entry } = frame;
  const drafts: Draft[] = [];
  const add = (chance: number, draft: () => Draft) => {
    if (dice.percent(chance)) drafts.push(draft());
  };
  const inside = () => someDay(dice, entry, cycle.cutOff);
  add(14, () => {
    const from = inside();
    const to = dice.percent(6) ? null : from + dice.between(0, 1200);
    return { from, to, setting: dice.pick(SETTINGS), kind: dice.pick(["study", "leave"]) };
  });
  add(6, () => ({
    // Away on the very day of application, or just before or after it.
    from: near(dice, cycle.applyOn) - dice.pick([0, 0, 100]),
    to: near(dice, cycle.applyOn) + dice.pick([0, 0, 300]),
    setting: "township",
    kind: dice.pick(["study", "leave"]),
  }));
  add(8, () => {
    const from = inside();
    const to = dice.percent(30) ? null : from + dice.between(10, 900);
    return { from, to, setting: dice.pick(SETTINGS), kind: "secondment" };
  });
  add(6, () => {
    const from = near(dice, cycle.applyOn) + dice.pick([0, 1, 90, 400]);
    return {
      from,
      to: dice.percent(60) ? null : from + 500,
      setting: dice.pick(SETTINGS),
      kind: "regular",
    };
  });
  add(6, () => ({
    // Starts with another posting: the first listed decides the series.
    from: entry,
    to: null,
    setting: dice.pick(SETTINGS),
    kind: "regular",
    series: dice.pick(SERIES),
  }));
  add(6, () => ({
    from: inside(),
    to: null,
    setting: "township",
    kind: "regular",
    professional: false,
    management: true,
  }));
  add(4, () => ({
    from: inside(),
    to: null,
    ...regular,
    kind: dice.pick(["exchange", "directHire"]),
  }));
  return drafts;
}

/** The postings of somebody in whom every edge of the rules is more frequent than in life. */
export function throwPostings(frame: Frame): Posting[] {
  const { dice, cycle, entry } = frame;
  const shape = dice.weigh([
    ["anchored" as const, 8],
    ["chained" as const, 6],
    ["leaving" as const, 3],
    ["exchanged" as const, 4],
    ["hired" as const, 4],
    ["plain" as const, 8],
    ["none" as const, 1],
  ]);
  const career = {
    anchored: () => anchored(frame),
    chained: () => chained(frame),
    leaving: () => leaving(frame),
    exchanged: () => exchanged(frame),
    hired: () => hired(frame),
    plain: (): Draft[] => [
      {
        from: Math.min(entry, cycle.applyOn),
        to: null,
        ...regular,
        setting: dice.percent(80) ? "township" : "grassroots",
      },
    ],
    none: (): Draft[] => [],
  }[shape]();
  const drafts = dice.percent(45) ? [...career, ...besides(frame)] : career;
  const earliest = addYears(frame.birth, 15);
  return drafts.map((draft) => {
    const from = Math.max(draft.from, earliest);
    return postingOf(frame, { ...draft, from });
  });
}
