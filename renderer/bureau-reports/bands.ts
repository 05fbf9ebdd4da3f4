import type { StatisticsRow } from "../../shared/bridge/desk-schemas.ts";
import { POST_GROUPS } from "../../shared/records/unit.ts";
import type { Say } from "../i18n/messages.ts";
import { educationWord, wordOf } from "./domain-words.ts";
import type { StatisticsKey } from "./statistics-messages.ts";

/** The tables of 专业技术人才基本情况, as the screen shows them. */

export const BAND_TABLES = ["age", "education", "series", "township"] as const;
export type BandTable = (typeof BAND_TABLES)[number];

/** Titles across, those without one first. */
export const STRUCTURE = ["none", ...POST_GROUPS] as const;

/** The words of one row's band: `36-40`, `60+`, or a word of the domain. */
export function nameBand(table: BandTable, key: string, say: Say<StatisticsKey>): string {
  if (table === "education") return educationWord(key) ?? say("noEducation");
  if (table === "series") return wordOf(key) ?? say("noSeries");
  const [from = 0, to] = key.replace("+", "").split("-").map(Number);
  if (table === "age") {
    if (to === undefined) return say("age.from", { from });
    return from === 0 ? say("age.upTo", { to }) : say("age.between", { from, to });
  }
  if (to === undefined) return say("years.from", { from });
  return from === 0 ? say("years.below", { below: to + 1 }) : say("years.between", { from, to });
}

/** The row under all rows. */
export function sumRows(rows: readonly StatisticsRow[]): StatisticsRow {
  const total = {
    key: "total",
    people: 0,
    women: 0,
    none: 0,
    junior: 0,
    intermediate: 0,
    associateSenior: 0,
    senior: 0,
  };
  for (const row of rows) {
    total.people += row.people;
    total.women += row.women;
    for (const group of STRUCTURE) total[group] += row[group];
  }
  return total;
}

/** A part of a whole in percent to one place, `12.5%`; a dash where there is no whole. */
export function sayShare(part: number, whole: number): string {
  return whole === 0 ? "—" : `${((part / whole) * 100).toFixed(1)}%`;
}
