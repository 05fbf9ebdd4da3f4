import type { Day } from "../../shared/calendar/day.ts";
import { formatDay, parseStart } from "../../shared/calendar/text.ts";

/** When the catalogue of units is due next: 30 June, and how many days that is away. */
export function nextCatalogueDay(today: Day): { readonly on: string; readonly days: number } {
  const year = Number(formatDay(today).slice(0, 4));
  const [due] = [`${year}-06-30`, `${year + 1}-06-30`].flatMap((on) => {
    const day = parseStart(on);
    return day === null || day < today ? [] : [{ on, days: day - today }];
  });
  if (due === undefined) throw new RangeError("a year without a 30 June to come");
  return due;
}
