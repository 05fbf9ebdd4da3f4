import type { Pack } from "../../../shared/policy/pack.ts";
import type { Person } from "../../../shared/records/person.ts";
import type { Series } from "../../../shared/records/series.ts";
import type { Line, TitleLevel } from "../../../shared/records/title.ts";
import type { UnitFile } from "../../../shared/records/unit-file.ts";
import type { PlainDate } from "./dates.ts";

/** "A cycle has `year` Y, `applyOn` and `cutOff`." */
export interface NaiveCycle {
  readonly year: number;
  readonly applyOn: PlainDate;
  readonly cutOff: PlainDate;
}

/** What everything is asked about. */
export interface Matter {
  readonly unitFile: UnitFile;
  readonly person: Person;
  readonly cycle: NaiveCycle;
  readonly pack: Pack;
}

/** "L is the level applied for, S the series"; null where a pathway has none. */
export interface Question extends Matter {
  readonly series: Series | null;
  readonly level: TitleLevel | null;
  readonly line: Line | null;
}

export type NaiveStatus = "met" | "unmet" | "unknown";

export interface Answer {
  readonly status: NaiveStatus;
  readonly metOn: PlainDate | null;
}

/** "A met requirement's `metOn` is null". */
export const MET: Answer = { status: "met", metOn: null };
export const UNKNOWN: Answer = { status: "unknown", metOn: null };

export function unmet(metOn: PlainDate | null): Answer {
  return { status: "unmet", metOn };
}

/** Met, or unmet with null for its date. */
export function metWhen(condition: boolean): Answer {
  return condition ? MET : unmet(null);
}

/** The series and the level of a question that has both. */
export function seriesAndLevelOf({ series, level }: Question): {
  readonly series: Series;
  readonly level: TitleLevel;
} {
  if (series === null || level === null) throw new Error("asked without series and level");
  return { series, level };
}

export function lineOf({ line }: Question): Line {
  if (line === null) throw new Error("asked without a line");
  return line;
}
