import type { Pack, Rung } from "../../../shared/policy/pack.ts";
import { SHANDONG_2020 } from "../../../shared/policy/packs/shandong-2020.ts";
import { EDUCATION_LEVELS } from "../../../shared/records/education.ts";
import { SERIES, type Series } from "../../../shared/records/series.ts";
import { TITLE_LEVELS, type TitleLevel } from "../../../shared/records/title.ts";
import type { Dice } from "../dice.ts";

/**
 * A pack with other values than the one that ships: whatever is a parameter must be read from the pack,
 * and a bureau may well confirm other values.
 */
export function throwPack(dice: Dice): Pack {
  const shipped = SHANDONG_2020;
  return {
    ...shipped,
    id: "thrown",
    parameters: throwParameters(dice),
    grassrootsSeries: SERIES.filter(() => dice.percent(70)),
    tenureBasis: {
      health: throwBasis(dice),
      education: throwBasis(dice),
      agriculture: throwBasis(dice),
      engineering: throwBasis(dice),
      statistics: throwBasis(dice),
      other: throwBasis(dice),
    },
    ladders: Object.fromEntries(
      SERIES.filter(() => dice.percent(80)).map((series) => [series, throwLadder(dice)]),
    ),
    examBased: Object.fromEntries(
      SERIES.filter(() => dice.percent(60)).map((series) => [series, someLevels(dice)]),
    ),
  };
}

function throwBasis(dice: Dice): "title" | "appointment" {
  return dice.pick(["title", "appointment"]);
}

function someLevels(dice: Dice): TitleLevel[] {
  return TITLE_LEVELS.filter(() => dice.percent(60));
}

function throwLadder(dice: Dice): NonNullable<Pack["ladders"][Series]> {
  return Object.fromEntries(
    someLevels(dice).map((level) => [
      level,
      dice.list(dice.between(1, 4), () => throwRung(dice, level)),
    ]),
  );
}

/** A rung without years asks for no title: what 0 years on a title would be, no text says. */
function throwRung(dice: Dice, level: TitleLevel): Rung {
  const below = TITLE_LEVELS.slice(0, TITLE_LEVELS.indexOf(level));
  const from = below.length === 0 || dice.percent(30) ? null : dice.pick(below);
  const years = dice.pick([1, 2, 3, 4, 5, 6, 8]);
  return {
    education: dice.pick(EDUCATION_LEVELS),
    from,
    years: from === null && dice.percent(30) ? 0 : years,
    assumption: "thrown",
  };
}

function throwParameters(dice: Dice): Pack["parameters"] {
  const shipped = SHANDONG_2020.parameters;
  const given = { assumption: "thrown" };
  const count = (values: readonly number[]) => ({ ...given, value: dice.pick(values) });
  return {
    ...shipped,
    "training.totalHours": count([60, 90, 100]),
    "training.publicHours": count([0, 10, 30, 35]),
    "training.professionalHours": count([0, 30, 60, 70]),
    "training.firstYear": count([2015, 2020, 2023]),
    "training.windowYears": count([1, 3, 5, 8]),
    "township.years": {
      ...given,
      value: {
        intermediate: dice.pick([5, 10]),
        associateSenior: dice.pick([10, 20, 25]),
        senior: dice.pick([20, 30]),
      },
    },
    "line.lockoutYears": count([1, 3, 5]),
    "appraisal.accepted": {
      ...given,
      value: dice.pick([
        ["excellent", "qualified"],
        ["excellent", "qualified", "ungraded"],
        ["excellent", "qualified", "basicallyQualified"],
      ]),
    },
    "sanction.barsEveryone": {
      ...given,
      value: dice.pick([["demerit", "majorDemerit", "demotion", "dismissal"], ["dismissal"], []]),
    },
    "sanction.barsManagers": {
      ...given,
      value: dice.pick([["warning"], ["warning", "demerit"], []]),
    },
    "conversion.years": count([1, 3, 5]),
    "directHire.years": count([1, 3, 5]),
    "directHire.education": { ...given, value: dice.pick(EDUCATION_LEVELS) },
    "directHire.title": { ...given, value: dice.pick(TITLE_LEVELS) },
    "exam.margin": count([0, 3, 5]),
  };
}
