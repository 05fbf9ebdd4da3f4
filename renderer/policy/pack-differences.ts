import { canonicalJson } from "../../shared/submission/canonical-json.ts";
import type { Pack, ParameterId } from "../../shared/policy/pack.ts";
import { SERIES, type Series } from "../../shared/records/series.ts";
import { TITLE_LEVELS, type TitleLevel } from "../../shared/records/title.ts";
import { listParameters, type ParameterValue } from "./parameters.ts";

/** What another pack says otherwise than the one in force. */
export interface PackDifferences {
  readonly parameters: readonly {
    readonly id: ParameterId;
    readonly before: ParameterValue;
    readonly after: ParameterValue;
  }[];
  /** Ladders with another rung, or with none where there was one. */
  readonly ladders: readonly { readonly series: Series; readonly level: TitleLevel }[];
  /** 已建立基层职称的系列, 以考代评, 任职年限起算, names of titles. */
  readonly others: readonly ("grassroots" | "exams" | "tenure" | "titleNames")[];
}

/** Compares two packs value by value; where a value comes from is no difference. */
export function differencesOf(before: Pack, after: Pack): PackDifferences {
  const old = new Map(listParameters(before).map((row) => [row.id, row.value]));
  const parameters = listParameters(after).flatMap(({ id, value }) => {
    const was = old.get(id);
    return was === undefined || isSame(was, value) ? [] : [{ id, before: was, after: value }];
  });
  const ladders = SERIES.flatMap((series) =>
    TITLE_LEVELS.filter(
      (level) => !isSame(rungsOf(before, series, level), rungsOf(after, series, level)),
    ).map((level) => ({ series, level })),
  );
  const others = (
    [
      ["grassroots", before.grassrootsSeries, after.grassrootsSeries],
      ["exams", before.examBased, after.examBased],
      ["tenure", before.tenureBasis, after.tenureBasis],
      ["titleNames", before.titleNames, after.titleNames],
    ] as const
  ).flatMap(([name, was, is]) => (isSame(was, is) ? [] : [name]));
  return { parameters, ladders, others };
}

function rungsOf({ ladders }: Pack, series: Series, level: TitleLevel) {
  const rungs = ladders[series]?.[level] ?? [];
  return rungs.map(({ education, from, years }) => ({ education, from, years }));
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
